import base64
import rlcompleter

for data in (b'', b'a', b'ab', b'abc', b'abcd', b'\0\0\0\0', b'\0\0', b'    ', b'hello world ' * 10, bytes(range(256))):
    plain = base64.a85encode(data)
    print(plain, base64.a85decode(plain) == data, base64.a85encode(data, foldspaces=True, adobe=True, wrapcol=20), base64.a85encode(data, pad=True)[-8:])
    print(base64.a85decode(base64.a85encode(data, adobe=True, wrapcol=7), adobe=True) == data, base64.b32hexencode(data)[:20], base64.b32hexdecode(base64.b32hexencode(data)) == data)
print(base64.a85decode('87cURD]i,"Ebo80'), base64.b32hexdecode(b'c5h66p35cdq0====', True))
for wrong in (lambda: base64.a85decode(b'x~'), lambda: base64.a85decode(b'abz'), lambda: base64.a85decode(b'uuuuu'), lambda: base64.a85decode(b'ab', adobe=True),
              lambda: base64.a85decode('\u20ac'), lambda: base64.b32hexdecode(b'!'), lambda: base64.a85decode(b'aby', foldspaces=True)):
    try:
        print(wrong())
    except ValueError as e:
        print(type(e).__name__, e)


class Thing:
    size = 1
    _hidden = 2

    def method(self):
        return 1

    def takes(self, x):
        return x

    @property
    def computed(self):
        raise RuntimeError


c = rlcompleter.Completer({'thing': Thing(), 'theory': 3, 'the_function': lambda x: x, 'the_other': lambda: 1})
for text in ('the', 'thi', 'whi', 'tr', 'Fal', 'thing.', 'thing.m', 'thing._h', 'thing.size.rea', 'nothing.x', 'thing.zzz', '1+2.', 'isinsta', 'pas', 'els', 'fin'):
    found = []
    while (word := c.complete(text, len(found))) is not None:
        found.append(word)
    print(text, found)
try:
    rlcompleter.Completer(3)
except TypeError as e:
    print(e)
