# Configurations: reading, sections, options, values of several lines, defaults, conversions.
import configparser
import io

TEXT = """\
[DEFAULT]
home = /srv
Level: 3

# a comment
[server]
Host = example.org
port: 8080
debug = yes
ratio=0.75
paths = /one
    /two

    /three
; another
empty =
name with spaces = some value  ; not a comment

[client]
level = 5
base = %(home)s/client
deep = %(base)s/%(level)s/%%
[Other Section]
"""
config = configparser.ConfigParser()
config.read_string(TEXT)
print(config.sections())
print(list(config), len(config), 'server' in config, 'DEFAULT' in config, 'none' in config)
for name in config:
    for option in config[name]:
        print(name, option, repr(config[name][option]))
server = config['server']
print(repr(server), server.name, server.parser is config)
print(server.getint('port'), server.getboolean('debug'), server.getfloat('ratio'))
print(config.getint('server', 'level'), config.getint('server', 'nothing', fallback=-1))
print(server.get('nothing'), server.get('nothing', 'else'), server.getint('nothing', 7))
print(config.get('client', 'deep'), config.get('client', 'deep', raw=True))
print(config.get('client', 'deep', vars={'level': 'nine'}))
print(config.items('client'))
print(config.items('client', raw=True))
print(config.options('client'), config.defaults())
print(config.has_option('server', 'HOST'), config.has_option('', 'home'), config.has_section('DEFAULT'))

for value in ('1', 'Yes', 'TRUE', 'on', '0', 'no', 'False', 'OFF'):
    config['server']['flag'] = value
    print(value, server.getboolean('flag'), end='; ')
print()

config.add_section('new')
config.set('new', 'a', '1')
config['more'] = {'x': 1, 'y': None and 2 or 'two\nlines'}
config.remove_option('server', 'paths')
print(config.remove_section('Other Section'), config.remove_section('Other Section'))
out = io.StringIO()
config.write(out)
print(out.getvalue())
out = io.StringIO()
config.write(out, space_around_delimiters=False)
print(out.getvalue()[:60])

plain = configparser.RawConfigParser(allow_no_value=True, delimiters=('=>',), comment_prefixes=('//',),
                                     inline_comment_prefixes=('//',), default_section='common')
plain.optionxform = str
plain.read_string('[common]\nA => 1\n// c\n[x]\nlonely\nKey => va%lue // why\n')
print({name: dict(plain[name]) for name in plain})
plain.write(out := io.StringIO())
print(out.getvalue())
config = configparser.ConfigParser(defaults={'a': 'b'}, converters={'list': lambda v: v.split(',')})
config.read_dict({'s': {'items': '1,2,3', 'n': 5}})
print(config.getlist('s', 'items'), config['s'].getlist('items'), config['s'].getlist('none'))
print(list(config.converters), config['s']['a'])
print(config.read(['/nonexistent.ini']), config.popitem(), config.sections())
config = configparser.ConfigParser(empty_lines_in_values=False, strict=False)
config.read_string('[a]\nx = 1\n  2\n\n  y = 3\n[a]\nx = 4\n')
print(dict(config['a']))
extended = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation())
extended.read_string('[a]\nx = 1\ny = ${x}-${b:z}-$$\n[b]\nz = ${a:x}!\n')
print(dict(extended['a']), dict(extended['b']))
none = configparser.ConfigParser(interpolation=None)
none.read_string('[a]\nx = %(y)s %\n')
print(dict(none['a']))
