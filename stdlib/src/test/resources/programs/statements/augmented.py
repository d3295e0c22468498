"""In-place operators, on names, attributes, items; __iadd__ and its fallbacks."""
n = 7
n += 3; print(n)
n -= 1; print(n)
n *= 4; print(n)
n /= 5; print(n)
n //= 2; print(n)
n **= 3; print(n)
n %= 10; print(n)
k = 0b1100
k &= 0b0110; print(k)
k |= 0b1001; print(k)
k ^= 0b1111; print(k)
k <<= 3; print(k)
k >>= 1; print(k)


class Matrix:
    def __matmul__(self, other):
        return f'matmul {other}'

    def __imatmul__(self, other):
        print('in place')
        return self


m = Matrix()
m @= 3
print(m @ 4)
s = 'ab'
s += 'c'
s *= 2
print(s)
a = [1]
b = a
b += (2, 3)
b *= 2
print(a, a is b)
b = b + [9]
print(a, b)
t = (1,)
u = t
t += (2,)
print(t, u)
x = {1, 2}
y = x
y |= {3}
y -= {1}
y ^= {2, 5}
y &= {3, 5, 7}
print(x is y, sorted(x))
d = {1: 1}
e = d
e |= {2: 2}
print(d)


class Loud:
    def __init__(self, v): self.v = v
    def __iadd__(self, o): print('iadd'); return Loud(self.v + o)
    def __add__(self, o): print('add'); return Loud(self.v + o)
    def __isub__(self, o): return NotImplemented
    def __sub__(self, o): print('sub'); return Loud(self.v - o)


loud = Loud(1)
loud += 2
loud -= 1
print(loud.v)
t = ([],)
try:
    t[0] += [1]
except TypeError as e:
    print(e, t)
for code in ['x = 1; x += "a"', 'x = "a"; x -= 1', 'x = []; x @= 1', 'x = None; x **= 2', 'x += undefined_name']:
    try:
        exec(code, {})
    except (TypeError, NameError) as e:
        print(type(e).__name__, e)


def index():
    print('index once')
    return 0


v = [1]
v[index()] += 5
print(v)
