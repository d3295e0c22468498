# memoryview: items, casts, slices, equality.
import array


def attempt(action):
    try:
        print(repr(action()))
    except Exception as e:
        print(type(e).__name__, e)


data = bytearray(range(16))
view = memoryview(data)
for code in ('b', 'B', 'c', 'h', 'H', 'i', 'I', 'l', 'L', 'q', 'Q', 'f', 'd', '?'):
    cast = view.cast(code)
    print(code, cast.format, cast.itemsize, len(cast), cast.nbytes, cast.shape, cast.strides, cast[1],
          cast.contiguous, cast.readonly)
ints = view.cast('i')
ints[0] = -1
ints[1:3] = array.array('i', [7, 8])
print(data, ints.tolist(), list(ints), 7 in ints, ints[::2].tolist(), ints[::-1].tobytes())
print(ints[::2].contiguous, ints[1:].cast('B').tolist(), ints == array.array('q', [-1, 7, 8, ints[3]]))
print(view[2:4] == b'\xff\xff', view == data, view == ints, view.cast('b') == view)
numbers = array.array('d', [1.5, 2.5])
doubles = memoryview(numbers)
doubles[1] = 4
print(numbers, doubles.tolist(), doubles.nbytes, doubles.obj is numbers, bytes(doubles.cast('B')[:8]))
fixed = memoryview(b'abcd')
print(fixed.toreadonly().readonly, view.toreadonly().readonly, fixed.hex(), hash(fixed) == hash(b'abcd'))
readonly = view.toreadonly()
data[15] = 99
print(readonly[15])
for action in (lambda: ints.cast('h'), lambda: view[::2].cast('i'), lambda: view[:3].cast('i'),
               lambda: view.cast('z'), lambda: ints.__setitem__(0, 1 << 40), lambda: ints[9],
               lambda: ints.__setitem__(0, 'x'), lambda: ints.__setitem__(slice(0, 2), b'ab'),
               lambda: readonly.__setitem__(0, 1), lambda: hash(view), lambda: memoryview('x'),
               lambda: fixed['a'], lambda: view.cast('c').__setitem__(0, b'xy')):
    attempt(action)
with memoryview(b'xyz') as short:
    print(short[0])
attempt(lambda: short[0])
attempt(lambda: len(short))
