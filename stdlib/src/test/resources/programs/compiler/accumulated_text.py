"""Text that grows with += and is looked at in between."""


def grow(n):
    s = ""
    kept = []
    for i in range(n):
        s += str(i)
        if i % 97 == 0:
            kept.append(s)
    return s, kept, [len(k) for k in kept], s[:5] + s[-5:]


def until(n):
    s = "x"
    while len(s) < n:
        s += "yz"
    t = s
    s += "!"
    return t == s, t + "!" == s, s.count("y"), locals()["s"] == s


def changes(kind):
    s = "a" * 200
    s += "b"
    before = s
    if kind == 1:
        try:
            s += 1
        except TypeError as e:
            return str(e), s == before
    if kind == 2:
        s = [s[-3:]]
        s += "cd"
        return s
    if kind == 3:
        s += "\N{GRINNING FACE}"
        s += "x"
        return len(s), s[-2:]
    if kind == 4:
        s = 5
        s += 6
        return s
    if kind == 5:
        del s
        try:
            s += "z"
        except UnboundLocalError as e:
            return str(e)

    def inner():
        return before

    s += s
    s += inner()
    return len(s), hash(s) == hash(str(s)), {s: 1}[s], f"{s[:2]!r:>6}", s is s


class Sub(str):
    def __add__(self, other):
        return "sub"


def subclass():
    s = "c" * 300
    s += Sub("d")
    t = "q"
    t = Sub("e" * 300)
    t += "f"
    return len(s), t


whole, kept, lengths, ends = grow(500)
print(len(whole), lengths, ends, kept[1] == "".join(map(str, range(98))))
print(until(1000))
print([changes(k) for k in range(6)])
print(subclass())
