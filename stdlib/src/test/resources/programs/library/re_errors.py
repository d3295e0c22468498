import re

for pattern in ['(', ')', '(?', '(?P', '(?P<', '(?P<a', '(?P<a>', '(?P<1>x)', '(?P<>x)', '(?P=a)', '(?P=', '(?Px)', '(?P<a>x)(?P<a>y)',
                '*', 'a**', 'a*+*', '^*', '|*', '(*)', 'a{2,1}', 'a{1}{2}', '[', '[a', '[]', '[b-a]', r'[\d-z]', '[a-', r'[a-\d]',
                '\\', r'\q', r'[\q]', r'\x1', r'\u12', r'\U0011', r'\U00110000', r'\1', r'(\1)', r'(?P<a>(?P=a))', r'\777', r'[\777]', r'\8', r'[\8]',
                '(?<a)', '(?<', '(?<=a*)b', '(?<!a|bc)', '(?z)', '(?i', '(?i-', '(?i-z:a)', '(?i-:a)', 'a(?i)b', '(?au:a)', '(?-a:b)', '(?L:a)', '(?i-i:a)',
                '(?#', '(?(1)a|b|c)', '(?(1)a', '(?(a)b)', '(?(0)a)', '(?(1)a)', '(?(x1y)a)', '(?(-1)a)', '(?<x>a)', '(?@a)', r'\N', r'\N{', r'\N{nothing here}',
                'ab\ncd(', '(a', 'a)', '(?:', '(?=a', 'a|(b', '(?P<é>x)', '(?i:a', '(?x)(', '+', '?', 'x{99999999999}']:
    try:
        re.compile(pattern)
        print(repr(pattern), 'ok')
    except re.error as e:
        print(repr(pattern), '->', e, '|', e.msg, e.pos, e.lineno, e.colno, e.pattern == pattern)
    except (OverflowError, ValueError) as e:
        print(repr(pattern), type(e).__name__, e)
for pattern in [b'(', b'\\q', b'(?u:a)', b'\\u1234']:
    try:
        re.compile(pattern)
        print(pattern, 'ok')
    except re.error as e:
        print(pattern, '->', e)
for template in [r'\1', r'\g<1>', r'\g<a>', r'\g', r'\g<', r'\g<>', r'\g<-1>', r'\q', '\\', r'\g<1', r'\99', r'\777', r'\g<a b>']:
    try:
        print(re.sub('x', template, 'x'))
    except (re.error, IndexError) as e:
        print(repr(template), type(e).__name__, e)

def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, '|', e)

attempt(re.compile, 1)
attempt(re.compile, None)
attempt(re.match, 'a', 1)
attempt(re.match, 'a', None)
attempt(re.match, 'a', b'a')
attempt(re.match, b'a', 'a')
attempt(re.sub, 'a', 1, 'a')
attempt(re.sub, 'a', b'x', 'a')
attempt(re.sub, 'a', lambda m: 1, 'ba')
attempt(re.sub, 'a', lambda m: None, 'ba')
attempt(re.compile, re.compile('a'), re.I)
attempt(re.compile, 'a', re.L)
attempt(re.compile, 'a', re.A | re.U)
attempt(re.compile, b'a', re.U)
m = re.match('(a)(?P<n>b)?', 'a')
for g in [3, -1, 'x', 1.5, None, (1,)]:
    attempt(m.group, g)
attempt(lambda: m[5])
attempt(m.start, 9)
attempt(m.expand, r'\5')
attempt(lambda: re.Pattern())
attempt(lambda: re.match('a'))
attempt(lambda: re.match())
attempt(lambda: re.compile('a').match())
attempt(lambda: re.error('boom', 'abc', 1))
print(repr(re.error('boom')), str(re.error('boom', 'a\nbc', 3)), re.error, re.error.__mro__)
