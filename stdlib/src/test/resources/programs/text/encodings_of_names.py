"""Encodings that are written in the language, and those of a program."""
import codecs

for text in ['bücher', 'a', 'ñandú.example', 'ليهمابتكلموشعربي', '他们为什么不说中文', 'MajiでKoiする5秒前', '-> $1.00 <-']:
    coded = text.encode('punycode')
    print(coded, coded.decode('punycode') == text)
for name in ['python.org', 'bücher.example', 'straße.de', 'faß.de', 'a。b', 'münchen.', 'ÄÖÜ.com', '']:
    coded = name.encode('idna')
    print(coded, coded.decode('idna'))
for bad in ['a..b', 'x' * 64, 'ü' * 64]:
    try:
        print(bad.encode('idna'))
    except UnicodeError as e:
        print(type(e).__name__)
for text in ['A≢Α.', 'Hi Mom -☺-!', '日本語', '1 + 1 = 2', 'a+b', '\U0001f600x', '~\\']:
    coded = text.encode('utf-7')
    print(coded, coded.decode('utf-7') == text)
print(b'+AGE-+AGI'.decode('utf-7'), b'+-'.decode('utf7'), b'a+,b'.decode('utf-7', 'replace'))
for bad in [b'\xe4', b'+@', b'+A']:
    try:
        bad.decode('utf-7')
    except UnicodeDecodeError as e:
        print(e.encoding, e.start, e.reason)

decoder = codecs.getincrementaldecoder('idna')()
print([decoder.decode(part) for part in (b'xn--bch', b'er-kva.ex', b'ample')], decoder.decode(b'', True))
print(codecs.lookup('punycode').name, codecs.lookup('UTF-7').name, codecs.lookup('idna').name)


def search(name):
    if name == 'shouting':
        return codecs.CodecInfo(
            lambda text, errors='strict': (text.upper().encode(), len(text)),
            lambda data, errors='strict': (bytes(data).decode().lower(), len(data)),
            name='shouting')


codecs.register(search)
print('Hello'.encode('shouting'), b'HELLO'.decode('shouting'), str(b'ABC', 'shouting'), bytes('x', 'shouting'))
for call in (lambda: 'a'.encode('rot13'), lambda: b'a'.decode('hex'), lambda: 'a'.encode('nothing'),
             lambda: b'a'.decode('nothing')):
    try:
        print(call())
    except LookupError as e:
        print(e)
codecs.unregister(search)
