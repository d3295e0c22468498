import io
import marshal

VALUES = [None, True, False, ..., StopIteration, 0, 1, -1, 2**31 - 1, -2**31, 2**31, -2**31 - 1, 2**100, -2**100, 1.5, -0.0, float('inf'), 1j,
          'text', '', 'é', '\u20ac\U0001F600', '\ud800', 'x' * 300, b'bytes', b'', (), (1, 2), (1,) * 300, [], [1, [2, []]], {}, {'a': 1, 2: [3]},
          set(), frozenset(), {1}, frozenset({1}), bytearray(b'ab'), memoryview(b'cd')]
for value in VALUES:
    for version in (4, 2, 0):
        data = marshal.dumps(value, version)
        back = marshal.loads(data)
        want = bytes(value) if isinstance(value, (bytearray, memoryview)) else value
        if back != want or type(back) is not type(want):
            print('wrong', version, repr(value), repr(back))
print(marshal.loads(marshal.dumps([1.5, 'x', b'y', (None, ...), {'k': {1, 2}}])))
for data in (b'i\x05\x00\x00\x00', b'l\x02\x00\x00\x00\xff\x7f\x01\x00', b'[\x02\x00\x00\x00NT', b'\xda\x01ar\x00\x00\x00\x00',
             b'\xdb\x02\x00\x00\x00\xda\x03abcr\x01\x00\x00\x00', b'{z\x01aF0', b'g\x00\x00\x00\x00\x00\x00\xf8?', b'\xe9\x01\x00\x00\x00',
             b'f\x031.5', b'x\x031.5\x012', b'Z\x01q', b'A\x01\x00\x00\x00q', b')\x02NN', b'<\x01\x00\x00\x00T', b'i\x01\x00\x00\x00rest'):
    print(data, '->', marshal.loads(data))
for data in (b'', b'i\x05', b'?', b'0', b'r\x00\x00\x00\x00', b'[\xff\xff\xff\xff', b'l\x01\x00\x00\x00\x00\x00', b'[\x01\x00\x00\x000', b'(\x01\x00\x00\x000',
             b'l\x01\x00\x00\x00\xff\xff', b'<\x01\x00\x00\x000', b's\x05\x00\x00\x00ab', b'{T0', b's\xff\xff\xff\xff', b'u\xff\xff\xff\xff'):
    try:
        print(data, '->', marshal.loads(data))
    except Exception as e:
        print(data, '->', type(e).__name__, e)
for value in (object(), lambda: 1, [1, object()], int, 3 .__add__):
    try:
        marshal.dumps(value)
    except ValueError as e:
        print(e)
nested = []
nested.append(nested)
try:
    marshal.dumps(nested, 2)
except ValueError as e:
    print(e)
f = io.BytesIO()
for value in (1, 'two', [3]):
    marshal.dump(value, f)
f.seek(0)
print(marshal.load(f), marshal.load(f), marshal.load(f))
try:
    marshal.load(f)
except EOFError as e:
    print(e)
try:
    marshal.loads('text')
except TypeError as e:
    print(e)
print(marshal.version, marshal.dumps([2**40, 1.5, {True: None}], 2))
