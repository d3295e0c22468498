import string
from string import Formatter, Template

print([repr(getattr(string, n)) for n in ('ascii_letters', 'digits', 'hexdigits', 'octdigits', 'punctuation', 'printable', 'whitespace')])
print(string.capwords('hello  big world'), string.capwords('a-b-c', '-'))
t = Template('$who likes ${what}s, $$5 and $x')
print(t.substitute(who='Tim', what='kung pao', x=1), '|', t.safe_substitute(who='Tim'), '|', t.template, t.is_valid(), t.get_identifiers())
print(t.substitute({'who': 'a', 'what': 'b', 'x': 3}, x=4))


def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, '|', e)


attempt(t.substitute, who=1)
attempt(Template('a $').substitute)
attempt(Template('line\nbad $1x').substitute)
print(Template('a $ $1').safe_substitute(), Template('$').is_valid())


class Percent(Template):
    delimiter = '%'
    idpattern = '[a-z]+_[a-z]+'


print(Percent('%% %with_underscore %notunder').safe_substitute({'with_underscore': 'x', 'notunder': 'y'}))
f = Formatter()
print(f.format('{} {0!r}' if False else '{} {}', 1, 'x'), f.format('{0!r:>5} {a.real} {b[0]} {b[k]}' if False else '{0!r:>5} {a.real} {b[0]}', 'q', a=3, b=[7]), f.format('{{}} {:{}}', 5, 4))
print(list(f.parse('a{b!r:>{w}}c{{d}}{}')), f.get_field('a.real', (), {'a': 3}))
attempt(f.format, '{')
attempt(f.format, '}')
attempt(f.format, '{a}')
attempt(f.format, '{1}', 1)
attempt(f.format, '{} {0}', 1)


class Upper(Formatter):
    def get_value(self, key, args, kwargs):
        return str(super().get_value(key, args, kwargs)).upper()

    def check_unused_args(self, used, args, kwargs):
        print(sorted(map(str, used)))


print(Upper().format('{0}-{name}', 'a', name='bob'))
