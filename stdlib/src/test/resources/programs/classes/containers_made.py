"""Containers written as classes: sequence protocol, mapping protocol, iteration by index."""


class Seq:
    def __init__(self, *items): self.items = items
    def __getitem__(self, i):
        if isinstance(i, slice):
            return Seq(*self.items[i])
        return self.items[i]
    def __len__(self): return len(self.items)
    def __repr__(self): return f'Seq{self.items}'


s = Seq(1, 2, 3)
print(list(s), 2 in s, 9 in s, s[1:], list(reversed(s)), [x for x in s], max(s), sum(s), tuple(s), set(s), sorted(s, reverse=True))
a, b, c = s
print(a, b, c, *s, dict(enumerate(s)), list(zip(s, s)), list(map(str, s)), s[-1], bool(s), bool(Seq()))


class Squares:
    def __getitem__(self, i):
        if i > 4: raise IndexError
        return i * i


print(list(Squares()), 9 in Squares(), list(iter(Squares())))


class D(dict):
    def __missing__(self, k): return f'no {k}'


d = D(a=1)
print(d['a'], d['b'], d.get('b'), 'b' in d)


class Map:
    def __init__(self): self.d = {}
    def __setitem__(self, k, v): self.d[k] = v
    def __getitem__(self, k): return self.d[k]
    def __delitem__(self, k): del self.d[k]
    def __contains__(self, k): return k in self.d
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
    def keys(self): return self.d.keys()


m = Map()
m['x'] = 1
m['y'] = 2
del m['x']
m['y'] += 5
print(dict(m), list(m), {**m}, 'y' in m)
print((lambda **k: k)(**m))


class L(list):
    def __getitem__(self, i): return 'item'
    def append(self, x): super().append(x * 2)


l = L([1, 2])
l.append(5)
print(l, l[0], list(l), l + [1], type(l + [1]).__name__, type(l * 2).__name__, type(l.copy()).__name__, len(l))


class CountDown:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0: raise StopIteration
        self.n -= 1
        return self.n


it = CountDown(3)
print(list(it), list(it), next(it, 'done'))


class BadIter:
    def __iter__(self): return 5


for code in ['iter(BadIter())', 'list(BadIter())', 'for x in BadIter(): pass', 'a, b = BadIter()', '[*BadIter()]', 'iter(5)', 'list(5)', 'x, y = 5', 'for i in None: pass']:
    try:
        exec(code)
    except TypeError as e:
        print(code, '->', e)
class IntLen:
    def __len__(self): return 2**70
class FloatLen:
    def __len__(self): return 1.5
for k in (IntLen, FloatLen):
    try:
        len(k())
    except Exception as e:
        print(type(e).__name__, e)
