# What base64 takes for bytes, and which names unicodedata knows.
import array
import base64
import unicodedata

for f in (base64.encodebytes, base64.decodebytes, base64.b32encode, base64.b85encode,
          base64.a85encode):
    for value in '', 'x', 5, b'', b'Man is', bytearray(b'Man '), array.array('i', [1]):
        try:
            print(f.__name__, value, f(value))
        except Exception as e:
            print(f.__name__, repr(value), type(e).__name__, e)
for name in ('HANGUL SYLLABLE GAG', 'hangul syllable gag', 'Hangul Syllable Gag',
             'latin small letter a', 'CJK UNIFIED IDEOGRAPH-4E00', 'cjk unified ideograph-4e00',
             'CJK UNIFIED IDEOGRAPH-4e00'):
    try:
        print(name, ascii(unicodedata.lookup(name)))
    except KeyError as e:
        print(e)
