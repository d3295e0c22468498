"""Compressed data that end too early, or come byte by byte."""
import gzip
import io
import zlib

plain = b'some text, again and again ' * 40
packed = gzip.compress(plain, mtime=0)
for length in (1, 5, 9, 10, 11, len(packed) - 9, len(packed) - 8, len(packed) - 3):
    with gzip.GzipFile(fileobj=io.BytesIO(packed[:length])) as file:
        try:
            print(length, len(file.read()))
        except EOFError as error:
            print(length, error)
        except gzip.BadGzipFile as error:
            print(length, 'bad', error)
with gzip.GzipFile(fileobj=io.BytesIO(packed[:-3])) as file:
    print(len(file.read(len(plain))))
    try:
        file.read(1)
    except EOFError as error:
        print(error)
for bits in (31, 15, -15):
    maker = zlib.compressobj(9, zlib.DEFLATED, bits)
    packed = maker.compress(plain) + maker.flush()
    reader = zlib.decompressobj(bits)
    out = b''
    for at in range(len(packed)):
        out += reader.decompress(packed[at:at + 1])
        assert reader.unconsumed_tail == b''
    print(bits, out == plain, reader.eof, reader.unused_data)
    reader = zlib.decompressobj(bits)
    out = reader.decompress(packed, 10)
    print(out, len(reader.unconsumed_tail) > 0, reader.eof)
    rounds = 0
    while not reader.eof:
        out += reader.decompress(reader.unconsumed_tail, 100)
        rounds += 1
    print(out == plain, rounds, reader.unconsumed_tail)
    reader = zlib.decompressobj(bits)
    out = reader.decompress(packed + b'behind', 10)
    out += reader.flush()
    print(out == plain, reader.eof, reader.unused_data)
