"""Containers that change while a program goes through them; keys and subclasses with a will of their own."""


def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return type(e).__name__ + ": " + str(e)

# mutation while iterating
l = [1, 2, 3, 4]
seen = []
for x in l:
    seen.append(x)
    if x == 2:
        l.remove(2)
    if len(l) < 6:
        l.append(9)
print(seen, l)
d = {1: 1, 2: 2, 3: 3}
def grow():
    for k in d:
        d[k + 10] = 0
print(attempt(grow), len(d))
def shrink():
    for k in list(d): del d[k]
    return d
print(attempt(shrink))
d = {i: i for i in range(5)}
def rename():
    for k in d:
        del d[k]
        d[k + 100] = k
print(attempt(rename), d)
d = {i: i for i in range(3)}
for k in d: d[k] = k * 2
print(d)
s = {1, 2, 3}
def grows():
    for x in s: s.add(x + 10)
print(attempt(grows), sorted(s))
it = iter(d)
d["x"] = 1
print(attempt(next, it), attempt(next, it))
it = iter(d.items())
print(next(it), list(it), next(it, "end"))
it = reversed(d)
print(list(it), list(reversed(d.values())), list(reversed(d.items())))
# dict order
d = {}
for i in range(10): d[i] = i
for i in range(0, 10, 2): del d[i]
for i in range(0, 10, 4): d[i] = -i
d[1] = "one"
print(d, d.popitem(), d.popitem(), d)
print(d.pop(1), d.pop(77, None), d.setdefault(5, 0), d.setdefault(6), d, d.get(3), d.get(99, "no"))
d.update(a=1); d.update({"b": 2}, c=3); d.update([("d", 4), ["e", 5]]); d.update(zip("fg", (6, 7)))
print(d, "a" in d, "zz" in d, len(d))
print({1: "a", 1.0: "b", True: "c"}, {1, 1.0, True}, {0: 1, False: 2})
print(dict(a=1, b=2) | {"b": 3}, {**{"x": 1}, "y": 2}, dict([(1, 2)], x=3), dict({1: 2}), dict(zip("ab", [1, 2])))
a = b = {"k": 1}
a |= [("z", 2)]
print(b)
class M(dict):
    def __missing__(self, k):
        self[k] = v = k * 2
        return v
m = M(a=1)
print(m["a"], m["b"], m, type(m), m.get("q"), attempt(lambda: M.__getitem__(m, "zz")), "q" in m, M.fromkeys([1]))
class M2(dict):
    def __getitem__(self, k): return ("got", super().__getitem__(k))
    def __missing__(self, k): return "missing " + k
print(M2(x=1)["x"], M2()["y"], dict(M2(x=1)), {**M2(x=1)})
class L(list):
    def __repr__(self): return "L" + super().__repr__()
x = L([1, 2])
x += [3]
x.extand = 1
print(x, type(x), x + [4], type(x + x), x[0:2], len(x), x == [1, 2, 3], L(), list(x), x.copy(), sorted(x, reverse=True), x * 2)
class S(set): pass
x = S([3, 1])
x |= {7}
print(x, type(x), S(), x | {9}, frozenset([1]), frozenset())
class T(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
print(T(1, 2), T(1, 2)[0], T(1, 2) == (1, 2), hash(T(1, 2)) == hash((1, 2)), {T(1): 1}[(1,)])
# evil keys
class K:
    def __init__(self, v): self.v = v
    def __hash__(self): return self.v % 3
    def __eq__(self, o): return isinstance(o, K) and self.v == o.v
    def __repr__(self): return "K%d" % self.v
d = {}
for i in range(12): d[K(i)] = i
for i in range(0, 12, 3): del d[K(i)]
print(d, K(4) in d, K(3) in d, d[K(7)])
class E:
    def __hash__(self): return 1
    def __eq__(self, o): raise ValueError("eq")
d = {E(): 1}
print(attempt(lambda: d[E()]), attempt(lambda: 1 in d), attempt(lambda: E() in [E()]))
class H:
    def __hash__(self): raise KeyError("h")
print(attempt(lambda: {H(): 1}), attempt(lambda: H() in {}), attempt(lambda: {H()}))
class N:
    __hash__ = None
print(attempt(lambda: {N(): 1}), attempt(hash, N()))
class Clear:
    def __hash__(self): return 5
    def __eq__(self, o):
        d.clear()
        return False
d = {Clear(): 1, 3: 4}
print(attempt(lambda: d.get(Clear())), d)
