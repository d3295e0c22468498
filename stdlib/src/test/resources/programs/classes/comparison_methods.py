"""Rich comparison: reflection, subclass priority, defaults, hash."""


class V:
    def __init__(self, v): self.v = v
    def __eq__(self, o):
        print('eq', self.v, end=' ')
        return self.v == o.v if isinstance(o, V) else NotImplemented
    def __lt__(self, o):
        print('lt', self.v, end=' ')
        return self.v < o.v
    def __le__(self, o):
        print('le', self.v, end=' ')
        return self.v <= o.v
    __hash__ = None


a, b = V(1), V(2)
print(a == b, a != b, a < b, a > b, a <= b, a >= b)
print(a == 1, a != 'x', 1 == a)
try:
    hash(a)
except TypeError as e:
    print(e)
try:
    {a}
except TypeError as e:
    print(e)


class W(V):
    def __eq__(self, o):
        print('W.eq', end=' ')
        return True


print(a == W(5), W(5) == a)


class Eq:
    def __eq__(self, o): return True


try:
    hash(Eq())
except TypeError as e:
    print(e)
print(Eq.__hash__, Eq() != 1, [1, 2].count(Eq()), Eq() in [5])


class H:
    def __init__(self, h): self.h = h
    def __hash__(self): return self.h
    def __eq__(self, o): return isinstance(o, H) and self.h == o.h


print(len({H(1), H(1), H(2)}), {H(3): 'x'}[H(3)], hash(H(2**70)) == hash(2**70), hash(H(-1)))


class BadHash:
    def __hash__(self): return 'x'


try:
    hash(BadHash())
except TypeError as e:
    print(e)
o = object()
print(o == o, o != o, o == object(), sorted([V(3), V(1), V(2)], key=lambda x: x.v)[0].v)
print(min(V(3), V(1)).v, max([V(3), V(1)]).v)
print([V(1)] == [V(1)], (V(1), 2) < (V(1), 3), [V(1)] < [V(2)])
print(a is a and [a] == [a])
n = float('nan')
print(n == n, [n] == [n], n in [n], {n: 1}[n])
for x, y in [(1, 'a'), ([], ()), ({}, {}), (None, 1), (1j, 1), (object, int), ({1}, [1])]:
    try:
        x < y
    except TypeError as e:
        print(e)
