"""Structures of ctypes in memory that processes share, as the documentation shows them."""
import ctypes
from ctypes import Structure, Union, c_bool, c_char, c_double, c_int, c_longlong, c_short, sizeof
from multiprocessing import Array, Lock, Process, Value
from multiprocessing.sharedctypes import RawArray, RawValue, copy, synchronized


class Point(Structure):
    _fields_ = [('x', c_double), ('y', c_double)]

    def norm(self):
        return self.x * self.x + self.y * self.y


class Mixed(Structure):
    _fields_ = [('flag', c_bool), ('letter', c_char), ('small', c_short), ('n', c_int),
                ('at', Point), ('big', c_longlong)]


class More(Point):
    _fields_ = [('z', c_int)]


class Packed(Structure):
    _pack_ = 1
    _fields_ = [('letter', c_char), ('n', c_int)]


class Either(Union):
    _fields_ = [('n', c_int), ('d', c_double)]


def modify(n, x, s, points, one, mixed):
    n.value **= 2
    x.value **= 2
    s.value = s.value.upper()
    for a in points:
        a.x **= 2
        a.y **= 2
    one.x += 1
    mixed.at.y = 7
    mixed.n *= 2


def attempt(action):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)


def main():
    lock = Lock()
    n = Value('i', 7)
    x = Value(c_double, 1.0 / 4.0, lock=False)
    s = Array('c', b'hello world', lock=lock)
    points = Array(Point, [(1.875, -6.25), (-5.75, 2.0), (2.375, 9.5)], lock=lock)
    one = Value(Point, 1, 2)
    mixed = RawValue(Mixed, True, b'm', -3, 40, (1, 2), 2 ** 40)
    p = Process(target=modify, args=(n, x, s, points, one, mixed))
    p.start()
    p.join()
    print(n.value, x.value, s.value)
    print([(a.x, a.y) for a in points], len(points))
    print(one.x, one.y, one.get_obj().norm(), type(one).__name__)
    print(mixed.flag, mixed.letter, mixed.small, mixed.n, mixed.at.x, mixed.at.y, mixed.big)
    with one.get_lock():
        one.y = 5
    print(one.get_obj().y, type(points).__name__, points.get_lock() is lock)
    print([sizeof(kind) for kind in (Point, Mixed, More, Packed, Either)], sizeof(mixed))
    print(Point.x, Mixed.at, More.z.offset, Packed.n.offset, Either.d.offset)
    point = Point(1, y=2)
    other = copy(point)
    point.x = 100
    print(other.x, other.y, point.x, More(1, 2, 3).z, Point().x)
    either = Either(d=1.5)
    print(either.d, either.n)
    raw = RawArray(Point, 2)
    raw[0] = (3, 4)
    raw[1] = raw[0]
    raw[0].x = 30
    print(raw[0].norm(), raw[1].norm(), raw[-1].x, [q.x for q in raw[:]], len(raw))
    both = synchronized(raw, lock)
    print(type(both).__name__, both[0].x)
    attempt(lambda: Point(1, 2, 3))
    attempt(lambda: Point('a'))
    attempt(lambda: Mixed(at=3))
    attempt(lambda: Mixed(letter=b'ab'))
    attempt(lambda: raw[5])
    attempt(lambda: delattr(point, 'x'))
    attempt(lambda: Point(1, x=2))
    attempt(lambda: type('Wrong', (Structure,), {'_fields_': [('x', int)]}))
    print(Point._fields_ == [('x', c_double), ('y', c_double)], ctypes.Structure is Structure)


if __name__ == '__main__':
    main()
