# Configurations that are wrong: each error with its words and attributes.
import configparser
from configparser import ConfigParser


def attempt(title, function):
    try:
        print(title, '->', repr(function()))
    except Exception as e:
        print(title, '->', type(e).__name__)
        print('   ', str(e).replace('\n', '\n    '))
        if isinstance(e, configparser.Error):
            print('   ', {k: v for k, v in vars(e).items()}, e.args)


def parsed(text, **options):
    config = ConfigParser(**options)
    config.read_string(text)
    return config


attempt('header', lambda: parsed('a = 1\n'))
attempt('section twice', lambda: parsed('[a]\n[b]\n[a]\n'))
attempt('option twice', lambda: parsed('[a]\nx=1\nX=2\n'))
attempt('no delimiter', lambda: parsed('[a]\nx\ny = 1\nz\n'))
attempt('no name', lambda: parsed('[a]\n= 1\n'))
c = parsed('[a]\nx = 1\nbad = %(nothing)s\nopen = %(x\nodd = 5%\nloop = %(loop)s\nword = maybe\n')
attempt('no section', lambda: c.get('b', 'x'))
attempt('no option', lambda: c.get('a', 'y'))
attempt('item', lambda: c['b'])
attempt('option item', lambda: c['a']['y'])
attempt('missing', lambda: c.get('a', 'bad'))
attempt('open', lambda: c.get('a', 'open'))
attempt('odd', lambda: c['a']['odd'])
attempt('loop', lambda: c['a']['loop'])
attempt('int', lambda: c.getint('a', 'word'))
attempt('boolean', lambda: c.getboolean('a', 'word'))
attempt('add', lambda: c.add_section('a'))
attempt('add default', lambda: c.add_section('DEFAULT'))
attempt('add number', lambda: c.add_section(5))
attempt('set number', lambda: c.set('a', 'x', 5))
attempt('set bad', lambda: c.set('a', 'x', '%'))
attempt('set section', lambda: c.set('q', 'x', '1'))
attempt('item number', lambda: c['a'].__setitem__('x', 1))
attempt('options', lambda: c.options('q'))
attempt('items', lambda: c.items('q'))
attempt('remove', lambda: c.remove_option('q', 'x'))
attempt('delete', lambda: c.__delitem__('q'))
attempt('delete default', lambda: c.__delitem__('DEFAULT'))
attempt('dict twice', lambda: c.read_dict({'1': {}, 1: {}}))
attempt('dict option', lambda: c.read_dict({'s': {'A': 1, 'a': 2}}))
attempt('interpolation', lambda: ConfigParser(interpolation=1))
e = configparser.ExtendedInterpolation()
c = parsed('[a]\nx = ${y}\nz = ${q:r}\nw = ${a:b:c}\nv = $v\nu = ${u}\nt = ${t', interpolation=e)
for name in 'xzwvut':
    attempt(name, lambda: c['a'][name])
attempt('set', lambda: c.set('a', 'x', '$1'))
attempt('error', lambda: configparser.ParsingError())
print(issubclass(configparser.MissingSectionHeaderError, configparser.ParsingError))
