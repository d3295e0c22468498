"""Values and arrays in shared memory: types, slices, locks, copies, errors, representations."""
import ctypes
import multiprocessing
from multiprocessing import Array, RawArray, RawValue, Value, sharedctypes


def attempt(what, action):
    try:
        print(what, '->', action())
    except Exception as e:
        print(what, '!!', type(e).__name__, e)


def shown(value):
    return repr(value).split(' at 0x')[0]


def count(value, array):
    for i in range(100):
        with value.get_lock():
            value.value += 1
        array[i % len(array)] += 1


def set_to(value, new):
    value.value = new


def set_item(array, index, new):
    array[index] = new


def values():
    for code, first in (('i', 5), ('d', 2.5), ('c', b'x'), ('b', -3), ('B', 200), ('h', 7), ('H', 8), ('l', 9),
                        ('L', 10), ('q', 11), ('Q', 12), ('f', 0.5), ('I', 3)):
        v = Value(code, first)
        print(code, v.value, shown(v), type(v).__name__, type(v.get_obj()).__name__)
    v = Value('i')
    print(v.value, v.get_lock(), v.acquire(), v.release())
    attempt('text', lambda: set_to(v, 'x'))
    attempt('float', lambda: set_to(v, 1.5))
    set_to(v, 2 ** 31)
    print(v.value)
    with v:
        v.value = 3
    print(v.value, shown(v.get_obj()))
    raw = Value('i', 4, lock=False)
    print(shown(raw), raw.value)
    attempt('no lock', lambda: raw.get_lock())
    own = multiprocessing.Lock()
    print(Value('i', 1, lock=own).get_lock() is own, type(Value('i', lock=True).get_lock()).__name__)
    attempt('bad lock', lambda: Value('i', lock=5))
    attempt('bad code', lambda: Value('x', 1))
    attempt('bad first', lambda: Value('i', 'x'))
    print(RawValue('d', 1.5), RawValue(ctypes.c_bool, 1).value, Value(ctypes.c_int, 6).value)


def arrays():
    a = Array('i', 5)
    print(a[:], len(a), shown(a), type(a).__name__, shown(a.get_obj()))
    a = Array('i', [1, 2, 3, 4, 5])
    print(a[0], a[-1], a[1:3], a[::-1], a[::2], a[10:], list(a), 3 in a)
    a[0] = 10
    a[1:3] = [20, 30]
    print(a[:])
    attempt('index', lambda: a[5])
    attempt('index', lambda: a[-6])
    attempt('set', lambda: set_item(a, 9, 1))
    attempt('text', lambda: set_item(a, 0, 'x'))
    attempt('slice', lambda: set_item(a, slice(0, 2), [1]))
    attempt('index', lambda: a['x'])
    a[::2] = [7, 8, 9]
    print(a[:], [x for x in a])
    d = Array('d', (1, 2.5))
    print(d[:], RawArray('d', 3)[:], RawArray('i', range(3))[:])
    s = Array('c', b'hello')
    print(s.value, s.raw, s[:], s[0], len(s), type(s).__name__)
    s.value = b'abc'
    print(s.value, s.raw)
    attempt('long', lambda: set_to(s, b'much too long'))
    attempt('size', lambda: Array('i', -1))
    attempt('nothing', lambda: Array('i', None))
    attempt('code', lambda: Array('?', 3))
    print(Array('i', 3, lock=False)[:], Array('c', 4).raw)
    print(RawArray('c', b'xyz').value)


def others():
    v = Value('i', 3)
    a = Array('i', [1, 2])
    ps = [multiprocessing.Process(target=count, args=(v, a)) for _ in range(3)]
    for p in ps:
        p.start()
    for p in ps:
        p.join()
    print(v.value)
    raw = RawArray('i', [1, 2, 3])
    other = sharedctypes.copy(raw)
    raw[0] = 99
    print(other[:], raw[:])
    sync = sharedctypes.synchronized(RawValue('i', 8))
    print(shown(sync), sync.value)
    attempt('twice', lambda: sharedctypes.synchronized(sync))


if __name__ == '__main__':
    values()
    arrays()
    others()
