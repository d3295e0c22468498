"""unicodedata: names, properties and normal forms."""
import unicodedata
import zlib

for c in 'aA1 \n\xe9ß½²٣Ⅷ㊿一한カｶﬁ\u0301\u202e€😀\ue000(«\u200d':
    print(ascii(c), unicodedata.name(c, None), unicodedata.category(c), unicodedata.bidirectional(c),
          unicodedata.combining(c), unicodedata.east_asian_width(c), unicodedata.mirrored(c),
          unicodedata.decimal(c, None), unicodedata.digit(c, None), unicodedata.numeric(c, None),
          unicodedata.decomposition(c))

for name in ('LATIN SMALL LETTER A WITH ACUTE', 'snowman', 'HANGUL SYLLABLE HAN', 'LINE FEED', 'NBSP',
             'CJK UNIFIED IDEOGRAPH-4E00', 'GRINNING FACE'):
    print(name, ascii(unicodedata.lookup(name)))

text = 'Ame\u0301lie \u212b \ufb01n \u2460 \u1e9b\u0323 한 \U0001d15e'
for form in 'NFC', 'NFD', 'NFKC', 'NFKD':
    made = unicodedata.normalize(form, text)
    print(form, ascii(made), len(made), unicodedata.is_normalized(form, text),
          unicodedata.is_normalized(form, made))

plain = ''.join(c for c in unicodedata.normalize('NFD', 'Ça déjà été Łódź') if not unicodedata.combining(c))
print(plain)

for wrong in (lambda: unicodedata.lookup('no such character'), lambda: unicodedata.lookup(1),
              lambda: unicodedata.name('\n'), lambda: unicodedata.name('ab'), lambda: unicodedata.name(1),
              lambda: unicodedata.category(''), lambda: unicodedata.category(None),
              lambda: unicodedata.decimal('a'), lambda: unicodedata.digit('½'),
              lambda: unicodedata.numeric('x'), lambda: unicodedata.normalize('NFX', 'a'),
              lambda: unicodedata.normalize('NFC', b'a'), lambda: unicodedata.is_normalized(1, 'a'),
              lambda: unicodedata.lookup('CJK UNIFIED IDEOGRAPH-1'), lambda: unicodedata.category('a', 1)):
    try:
        print(wrong())
    except Exception as e:
        print(type(e).__name__, e)

print(unicodedata.unidata_version)
for plane in 0, 1, 2, 14:
    parts = []
    for c in range(plane << 16, (plane << 16) + 0x10000, 7):
        c = chr(c)
        parts.append('%s %s %s %s %s' % (unicodedata.name(c, None), unicodedata.category(c),
                                        unicodedata.east_asian_width(c), unicodedata.numeric(c, None),
                                        unicodedata.decomposition(c)))
    print(plane, zlib.crc32('\n'.join(parts).encode()))
