import codecs
import io
import os
import tempfile


def tried(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)


print(codecs.encode('ü', 'utf-8'), codecs.decode(b'\xc3\xbc'), codecs.encode('Hello', 'rot13'))
print(codecs.decode('Uryyb', 'rot13'), codecs.encode(b'ab', 'hex'), codecs.decode(b'6162', 'hex'))
tried(codecs.lookup, 'no-such')
tried(codecs.encode, 'x', 'no-such')
for name in ('utf8', 'UTF-8', 'latin-1', 'ascii', 'utf_16', 'cp1252'):
    info = codecs.lookup(name)
    print(info.name, info.encode('a')[1], info.decode(b'a')[1] if '16' not in name else None, len(info))
print(codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF32_BE)
for encoding in ('utf-8', 'utf-16', 'utf-16-be', 'utf-32', 'latin-1', 'utf-8-sig'):
    text = 'aé' if encoding == 'latin-1' else 'aé€\U0001f600z'
    data = text.encode(encoding)
    decoder = codecs.getincrementaldecoder(encoding)()
    print(encoding, [decoder.decode(data[i:i + 1]) for i in range(len(data))], decoder.decode(b'', True))
    encoder = codecs.getincrementalencoder(encoding)()
    print(b''.join(encoder.encode(c) for c in text) == data)
decoder = codecs.getincrementaldecoder('utf-8')()
print(decoder.decode(b'ab\xe2\x82'), decoder.getstate()[0])
tried(decoder.decode, b'', True)
decoder = codecs.getincrementaldecoder('utf-8')('replace')
print(ascii(decoder.decode(b'a\xff\xe2') + decoder.decode(b'', True)))
print(list(codecs.iterencode(['a', 'é'], 'utf-8')), list(codecs.iterdecode([b'a\xc3', b'\xa9'], 'utf-8')))
fd, path = tempfile.mkstemp()
os.close(fd)
with codecs.open(path, 'w', 'utf-16') as f:
    f.write('one\n')
    f.write('zwö\n')
print(open(path, 'rb').read())
with codecs.open(path, encoding='utf-16') as f:
    print(f.read())
with codecs.open(path, 'r', 'utf-16') as f:
    print(f.readline(), list(f))
os.remove(path)
reader = codecs.getreader('utf-8')(io.BytesIO('é\nb\n'.encode()))
print(reader.readline(), reader.read())
out = io.BytesIO()
codecs.getwriter('latin-1')(out).write('é')
print(out.getvalue())
