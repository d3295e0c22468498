"""Generators that are suspended everywhere, with numbers and others in their variables."""


def everywhere(items):
    count = 0
    half = 0.5
    text = "t"
    for i in range(2):
        for item in items:
            try:
                count += (yield count) or 1
                half *= 2
                with Manager(count) as m:
                    text += str((yield m, (yield half)))
            except ValueError as e:
                count -= 10
                yield "caught", str(e), count
            finally:
                yield "finally", i, count
                text = text[-5:]
        else:
            yield "else"
    x, y = (yield), (yield)
    return count, half, text, x, y, [j * count for j in range(3)], i


class Manager:
    def __init__(self, n):
        self.n = n

    def __enter__(self):
        return self.n

    def __exit__(self, *args):
        print("exit", self.n, args[0])
        return False


def drive(g, sent):
    out = []
    try:
        value = next(g)
        while True:
            out.append(value)
            s = sent.pop(0) if sent else None
            value = g.throw(s) if isinstance(s, Exception) else g.send(s)
    except StopIteration as e:
        out.append(("result", e.value))
    except BaseException as e:
        out.append(repr(e))
    return out


print(drive(everywhere("ab"), []))
print(drive(everywhere("ab"), [1, 2, 3, ValueError("a"), None, 5, 7]))
print(drive(everywhere("ab"), [1, ValueError("b"), ValueError("c"), KeyError("d")]))


def inner(n):
    total = 0
    for i in range(n, 0, -1):
        total += yield i * 1.5
    return total


def outer(n):
    a = yield from inner(n)
    b = 0
    while b < 3:
        b += 1
        if b == 2:
            continue
        a += yield from inner(b)
    return a, b


print(drive(outer(2), [1, 2, 3, 4, 5, 6, 7, 8]))


def many():
    a = b = c = d = 0
    while True:
        a += 1
        b, c = c + a, b
        d = d * 0.5 + a
        cell = a
        got = yield (lambda: (a, b, c, d, cell))
        if got:
            return got


g = many()
f = next(g)
for i in range(5):
    h = g.send(None)
print(f(), h())
