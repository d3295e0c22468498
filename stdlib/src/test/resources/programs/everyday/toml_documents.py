import io
import tomllib
from decimal import Decimal

TEXT = '''
# a comment
title = "TOML \\u00e9 \\U0001F600 \\t\\"quoted\\""
'single' = 'C:\\\\raw\\n'
"quoted key" = """
two
lines \\
    joined "inside" """"
lit = \'\'\'
raw \\ text\'\'\'
dates = [1979-05-27T07:32:00Z, 1979-05-27T00:32:00.999999-07:00, 1979-05-27 07:32:00, 1979-05-27, 07:32:00.5]
ints = [1_000, +99, -17, 0xDEAD_BEEF, 0o755, 0b11, 0,]
floats = [1.0, 3.1415, -0.01, 5e+22, 1e06, -2E-2, 6.626e-34, 224_617.445_991_228, inf, -inf, +inf]
flags = [true, false]
nested = [ [1, 2], ["a", 'b', """c"""], # comment
  {x = 1, y.z = {w = 2}} ]
a.b.c = 1
a.b.d = 2
empty = {}

[server]
host = "localhost"
[server.ports]
http = 80
[server.limits.deep]
x = 1
[[products]]
name = "Hammer"
[[products.parts]]
id = 1
[[products.parts]]
id = 2
[[products]]
[[products]]
name = "Nail"
[products.detail]
color = "gray"
'''
print(tomllib.loads(TEXT))
print(tomllib.loads('x = nan')['x'] != tomllib.loads('x = nan')['x'])
print(tomllib.load(io.BytesIO(b'a = 1\r\nb = "x"\r\n')))
print(tomllib.loads('a = 1.5\nb = 2', parse_float=Decimal))
print(tomllib.loads(''), tomllib.loads('\n\n# only\n'))
for bad in ['a', 'a =', '= 1', 'a = 1 b = 2', 'a = 1\na = 2', '[a]\n[a]', '[a', '[a]]', '[[a]', 'a = "x', "a = 'x", 'a = "\\q"',
            'a = "\\u12"', 'a = "\\ud800"', 'a = """x', "a = '''x", 'a = [1', 'a = [1 2]', 'a = {x=1', 'a = {x=1,}', 'a = {x=1, x=2}',
            'a = 01', 'a = 1__0', 'a = 1.', 'a = .5', 'a = 2020-13-01', 'a = 2021-02-30', 'a = 25:00:00', 'a = tru', '!', '[a]\nb=1\n[a.b]',
            'a.b = 1\n[a]', '[a.b]\nc=1\n[a]\nb.d=2', 'a = {}\na.b = 1', 'a = []\n[[a]]', '[[a]]\n[a]', '[a]\n[[a]]', 'a = 1\na.b = 2',
            'a = {b = {c = 1}, b.d = 2}', 'a = {b.c = 1, b = 2}', 'a = "x\ny"', 'a = "\x01"', '# \x00', 'a = """x \\ y"""', '[a]\r[b]', 'a = 1\n\n  b = ~',
            'a = [1,,2]', 'a."b', '[a.]', 'a..b = 1', 'fruit.apple = 1\n[fruit.apple.x]', '[[a]]\n[a.b]\n[a.b]', 'a.b.c = 1\na.b = 2', 'a={b=1}\n[a.c]',
            'a={b=1}\n[[a.c]]', '[x]\ny.z=1\n[x.y]', '[a.b.c]\nz=9\n[a]\nb.c.t="x"', 'a = 0x', 'a = +0x1', 'a = \n1', '"""k""" = 1', 'a = "é\\x"']:
    try:
        print(repr(bad), tomllib.loads(bad))
    except tomllib.TOMLDecodeError as e:
        print(repr(bad), '->', e)
for wrong in (lambda: tomllib.load(io.StringIO('a=1')), lambda: tomllib.loads(b'a=1'), lambda: tomllib.loads('a=1.5', parse_float=lambda s: [])):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, e)
print(tomllib.__all__)
