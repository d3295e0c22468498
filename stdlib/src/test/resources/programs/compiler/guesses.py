"""Numbers that turn out to be something else than they look like."""


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y
        self.n = 0

    def move(self, dx, dy):
        self.x += dx * 2 - 1
        self.y -= dy / 2 + 0.5
        self.n += 1


class Text(str):
    def __mul__(self, other):
        return Text("<" + self + str(other) + ">")

    def __sub__(self, other):
        return self + "-" + str(other)


def length(p, q):
    dx = p.x - q.x
    dy = p.y - q.y
    d2 = dx * dx + dy * dy
    return d2 / (1 + d2 * 2)


def sums(values, start):
    total = start
    for i in range(len(values)):
        total += values[i] * 2 + 1
    return total


def power(n):
    x = 1
    for i in range(n):
        x = x * 3 + 1
    return x


def mixed(n):
    a = 0
    for i in range(n):
        if i % 2:
            a = a + 0.5
        else:
            a = a + 1
        if i == 7:
            a = "text"
            a += "!"
            print(a)
            a = 2**70
    return a


def divide(a, b):
    out = []
    for i in range(3):
        try:
            out.append(a / (b - i * 1))
            out.append(a // (b - i))
            out.append(a % (b - i))
        except ZeroDivisionError as e:
            out.append(str(e))
    return out


def unbound(flag):
    for i in range(flag):
        last = i * 2
    try:
        return last + i
    except UnboundLocalError as e:
        return str(e)


def deleted():
    n = 5
    n -= 1
    del n
    try:
        n += 1
    except UnboundLocalError as e:
        return str(e)


def compare(a, b):
    count = 0
    for i in range(3):
        if a + i < b * 2 - i:
            count += 1
        if a + i == b + i:
            count += 10
        if not a - i > b - i:
            count += 100
    return count


def generated(n):
    total = 0
    ratio = 0.0
    for i in range(n):
        total += i
        got = yield total * 2
        ratio += total / (i + 1)
        if got:
            total = got
    yield ratio
    return total


def parameters(n, step):
    out = []
    while n > 0:
        out.append(n)
        n -= step
    return out


p, q = Point(1.0, 2.0), Point(0.5, 0.25)
print(length(p, q))
p.move(1, 2)
print(p.x, p.y, p.n, length(p, q))
r = Point(3, 4)
print(length(r, p), length(r, Point(10**20, -(10**20))))
r.move(10**19, 1.5)
print(r.x, r.y)
t = Point(Text("a"), 1)
try:
    print(length(t, p))
except TypeError as e:
    print(e)
try:
    t.move(Text("b"), 1)
except TypeError as e:
    print(e)
print(sums([1, 2, 3], 0), sums([1.5, 2], 0), sums([2**62, 2**62], 1), sums([True, 1j], 0))
try:
    sums(["x"], 0)
except TypeError as e:
    print(e)
print(power(10), power(50))
print(mixed(12))
print(divide(7, 1), divide(7.5, 2), divide(-7, 2.0), divide(2**65, 1))
print(divide(-(2**63), 1), (-(2**63)) // -1)
print(unbound(3), unbound(0), deleted())
print(compare(1, 2), compare(1.5, 2), compare(2**64, 2**63), compare(float("nan"), 1))
g = generated(3)
print(next(g), next(g), g.send(10), next(g))
g = generated(2)
print(next(g), g.send(2.5), g.send("text") if False else list(g))
print(parameters(3, 1), parameters(1.0, 0.25), parameters(2**63, 2**62))
nan = float("nan")
x = 0.0
for i in range(3):
    x = x * nan + i
print(x != x, -0.0 * 1, 0.0 - 0.0, 1e308 * 10 - 1)
