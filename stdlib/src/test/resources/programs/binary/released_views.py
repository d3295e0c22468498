# A memoryview that was released refuses; many dimensions are refused in CPython's words.
def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


m = memoryview(bytearray(b'abcdef'))
print(m.suboffsets, m.ndim)
for key in (0, 0), (slice(0, 1), slice(0, 1)), (), (0, slice(1)), 'x', 1.5, None:
    show(lambda: m[key])
other = memoryview(bytearray(b'abcdef'))
print(m == other)
m.release()
print(m == other, other == m, m == m, m != m, m == b'abcdef')
show(lambda: bytes(m))
show(lambda: bytearray(m))
show(lambda: m.tobytes())
show(lambda: list(m))
show(lambda: m[0])
show(lambda: len(m))
for name in 'format', 'itemsize', 'ndim', 'readonly', 'shape', 'strides', 'suboffsets', 'nbytes', 'obj':
    show(lambda: getattr(m, name))
empty = memoryview(b'')
empty.release()
show(lambda: empty.tobytes())
m.release()
