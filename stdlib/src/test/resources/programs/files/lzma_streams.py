import io
import lzma
import os
import tempfile

TEXT = b''.join(b'line %d of a text that repeats itself\n' % i for i in range(3000))
for preset in (0, 6, 7 | lzma.PRESET_EXTREME):
    packed = lzma.compress(TEXT, preset=preset)
    print(preset, len(packed) < len(TEXT) // 10, packed[:8], lzma.decompress(packed) == TEXT)
print(lzma.compress(b'')[:12] == b'\xfd7zXZ\0\0\x04\xe6\xd6\xb4F', lzma.decompress(lzma.compress(b'')))
packed = lzma.compress(TEXT)
print(lzma.decompress(packed + packed) == TEXT * 2, lzma.decompress(packed + b'garbage') == TEXT)
for check in (lzma.CHECK_NONE, lzma.CHECK_CRC32, lzma.CHECK_CRC64, lzma.CHECK_SHA256):
    data = lzma.compress(b'data', check=check)
    d = lzma.LZMADecompressor()
    print(check, d.check, d.decompress(data), d.check, lzma.is_check_supported(check), d.eof)
alone = lzma.compress(TEXT, format=lzma.FORMAT_ALONE)
print(alone[:13], lzma.decompress(alone) == TEXT, lzma.decompress(alone, format=lzma.FORMAT_ALONE) == TEXT)
chains = [[{'id': lzma.FILTER_LZMA2}], [{'id': lzma.FILTER_LZMA2, 'preset': 3}],
          [{'id': lzma.FILTER_DELTA, 'dist': 4}, {'id': lzma.FILTER_LZMA2, 'preset': 7 | lzma.PRESET_EXTREME}],
          [{'id': lzma.FILTER_X86}, {'id': lzma.FILTER_LZMA2, 'dict_size': 1 << 16, 'lc': 2, 'lp': 1, 'pb': 0,
                                     'mode': lzma.MODE_FAST, 'nice_len': 64, 'mf': lzma.MF_HC4}]]
for chain in chains + [[{'id': lzma.FILTER_LZMA1, 'preset': 2}]]:
    raw = lzma.compress(TEXT, lzma.FORMAT_RAW, filters=chain)
    print(len(raw) < len(TEXT), lzma.decompress(raw, lzma.FORMAT_RAW, filters=chain) == TEXT)
for chain in chains:
    print(lzma.decompress(lzma.compress(TEXT, filters=chain)) == TEXT)
d = lzma.LZMADecompressor()
print(d.eof, d.needs_input, d.unused_data, d.check)
out = b''
for i in range(0, len(packed), 7):
    out += d.decompress(packed[i:i + 7])
print(out == TEXT, d.eof, d.needs_input, d.unused_data)
d = lzma.LZMADecompressor()
first = d.decompress(packed + b'tail', max_length=10)
print(first, d.eof, d.needs_input)
rest = b''
while not d.eof:
    rest += d.decompress(b'', 5000)
print(first + rest == TEXT, d.unused_data, d.needs_input)
c = lzma.LZMACompressor()
print(lzma.decompress(c.compress(TEXT[:1000]) + c.compress(TEXT[1000:]) + c.flush()) == TEXT)
for wrong in (lambda: c.flush(), lambda: c.compress(b'x'), lambda: d.decompress(b'x'), lambda: lzma.decompress(b'no xz data'), lambda: lzma.decompress(packed[:-5]),
              lambda: lzma.decompress(b''), lambda: lzma.decompress(packed[:40] + b'\0' * 20 + packed[60:]), lambda: lzma.compress(b'', preset=10),
              lambda: lzma.compress(b'', format=9), lambda: lzma.compress(b'', check=5), lambda: lzma.compress(b'', preset=1, filters=[]),
              lambda: lzma.compress(b'', format=lzma.FORMAT_ALONE, check=4), lambda: lzma.compress(b'', format=lzma.FORMAT_RAW),
              lambda: lzma.compress(b'', filters=[{'id': 99}]), lambda: lzma.compress(b'', filters=[{}]), lambda: lzma.compress(b'', filters=[3]),
              lambda: lzma.compress(b'', filters=[{'id': lzma.FILTER_LZMA2, 'bogus': 1}]),
              lambda: lzma.compress(b'', filters=[{'id': lzma.FILTER_DELTA, 'preset': 1}]),
              lambda: lzma.decompress(packed, memlimit=1000), lambda: lzma.decompress(packed, format=lzma.FORMAT_RAW),
              lambda: lzma.decompress(packed, filters=chains[0]), lambda: lzma.decompress(packed, format=lzma.FORMAT_ALONE),
              lambda: lzma.decompress(alone, format=lzma.FORMAT_XZ), lambda: lzma.open('x', 'rbt'), lambda: lzma.open('x', 'rb', encoding='utf-8'),
              lambda: lzma.LZMAFile(3), lambda: lzma.LZMAFile('x', 'q'), lambda: lzma.LZMAFile('/no/such'), lambda: lzma.LZMAFile('x', preset=3),
              lambda: lzma.LZMAFile('x', check=3)):
    try:
        print(wrong())
    except Exception as e:
        print(type(e).__name__, e)
with tempfile.TemporaryDirectory() as top:
    name = os.path.join(top, 'a.xz')
    with lzma.open(name, 'wt', encoding='utf-8') as f:
        f.write('é one\ntwo\n')
    with lzma.open(name, 'at', encoding='utf-8') as f:
        f.write('three\n')
    with lzma.open(name, 'rt', encoding='utf-8') as f:
        print(f.read())
    with lzma.LZMAFile(name) as f:
        print(f.readline(), f.tell(), f.read(2), f.peek()[:2], f.seek(0), f.readlines(), f.seekable(), f.readable(), f.writable(), f.closed)
        print(f.seek(-3, 2), f.read(), f.seek(2), f.read(3))
    with lzma.open(io.BytesIO(packed[:-10])) as f:
        try:
            f.read()
        except EOFError as e:
            print(e)
    with lzma.LZMAFile(name, 'w', preset=1) as f:
        print(f.write(TEXT), f.tell(), f.writable())
    with open(name, 'rb') as raw, lzma.LZMAFile(raw) as f:
        print(sum(1 for line in f), raw.closed)
print(sorted(lzma.__all__))
