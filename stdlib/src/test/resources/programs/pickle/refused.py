# What cannot be pickled, and data that are no pickle.
import pickle
import threading


def attempt(action):
    try:
        print(repr(action()))
    except Exception as e:
        print(type(e).__module__, type(e).__name__, e)


def outer():
    def inner():
        pass
    return inner


def generator():
    yield


class Lost:
    pass


class Moved:
    pass


class Wrong:
    def __init__(self, recipe):
        self.recipe = recipe

    def __repr__(self):
        return '<Wrong>'

    def __reduce__(self):
        return self.recipe


kept, kept2 = Lost, Moved
del Lost


class Moved:
    pass


for value in (outer(), generator(), pickle, kept, kept(), kept2(), threading.Lock(), {}.keys(),
              property(), Moved.__dict__):
    try:
        pickle.dumps(value)
    except Exception as e:
        print(type(e).__module__, type(e).__name__, str(e).split(' at 0x')[0])
for recipe in (1, (1,), (int,), (int, 1), (1, ()), (int, (), None, [1]), (int, (), None, None, [1]),
               (int, (), 1, None, None, 3), (int, (), 1, 2, 3, 4, 5), 'nothing'):
    attempt(lambda: pickle.dumps(Wrong(recipe)))
nested = []
for _ in range(100000):
    nested = [nested]
attempt(lambda: pickle.dumps(nested))

for data in (b'', b'\x80', b'\x80\x04', b'\x80\x09', b'q', b'\x80\x04K', b'.', b'\x80\x04.', b'e.',
             b'(.', b'(]e.', b'\x80\x04h\x00.', b'g5\n.', b'\xffabc', b"'", b'cnomod\nxx\n.', b'I12',
             b'Ixx\n.', b'S12\n.', b"S'a\\x41'\n.", b'V\\u0041\n.', b'\x8c\x05ab.', b'0.', b'(t0.',
             b'K\x01)R.', b'K\x01K\x02R.', b'K\x01)\x81.', b'K\x01}b.', b'K\x01K\x02a.',
             b'K\x01(K\x02e.', b'K\x01(K\x02u.', b'}(K\x02u.', b'P1\n.', b'K\x01Q.', b'\x82\x05.',
             b'\x95\x05\0\0\0\0\0\0\0K', b'\x97.', b'\x98.', b'1.', b'2.', b'r1', b'Lxx\n.', b'L12L\n.',
             b'I01\n.', b'\x8a\x02\xff\xff.', b'\x8b\xff\xff\xff\xff.', b'i', b'(o.', b'\x93.',
             b'K\x01K\x02\x93.', b'u.', b's.', b'd.', b'(K\x01d.', b'p0\n.', b'B\xff\xff\xff\xffa',
             b'\x8d\xff\xff\xff\xff\xff\xff\xff\xffa', b'j\xff\xff\xff\xff.', b'\x8f(]\x90.',
             b'Nq\x00(h\x00h\x00d.', b'\x8c\x01\xff.', b'cbuiltins\nobject\n)RK\x01b.',
             b'cbuiltins\nobject\n)R(K\x01K\x02u.', b'\x80\x04\x8c\x08builtins\x8c\x05x.int\x93.'):
    print(data, end=' ')
    attempt(lambda: pickle.loads(data))
