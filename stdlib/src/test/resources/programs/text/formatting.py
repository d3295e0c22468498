# f-strings, str.format, the % operator and format specifications of strs.


def attempt(action):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__ + ":", e)


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __format__(self, spec):
        return f"<{self.x:{spec}}|{self.y:{spec}}>" if spec else f"({self.x}, {self.y})"

    def __repr__(self):
        return f"Point({self.x!r}, {self.y!r})"


class Broken:
    def __str__(self):
        return 5

    def __format__(self, spec):
        return 5


class Default(dict):
    def __missing__(self, key):
        return "{" + key + "}"


class Table:
    def __getitem__(self, key):
        return key * 2


p = Point(1, 2)
name, width, value = "Zoë", 10, 3.14159
print(f"{name}: {value:.2f} {p} {p:03d} {p!r:>14}|")
print(f"{name:>{width}}|{name:<{width}}|{name:^{width}}|{name:*^{width}}|")
print(f"{name!r} {name!a} {value=} {value = :.1f} {name=!s} {{literal}} {'nested ' + name}")
print(f"{'a' if width > 5 else 'b'} {[c for c in name]} { {'k': 1}['k'] } {(lambda v: v * 2)(4)}")
print("{:>8} {:<8}|{:^9}|".format("right", "left", "mid"))
print("{0} {1} {0} {name} {p.x} {p.y} {l[1]} {d[key]}".format(
    "a", "b", name="n", p=p, l=[1, 2], d={"key": "v"}))
print("{:{}} {:{w}.{prec}f}|".format("x", 4, 2.5, w=8, prec=3))
print("{!s} {!r} {!a}".format("é", "é", "é"))
print("{} {p:03}".format(p, p=p))
print("{a} {b} {c}".format_map(Default(a=1, b=2)))
print("%s and %r, %5d|%-5d|%05d %x %#X %o %e %g %c %%" % (
    "str", "repr", 42, 42, 42, 255, 255, 8, 12345.678, 1e-10, "z"))
print("%(a)s %(b)05.1f %(a)r" % {"a": "key", "b": 2.25})
print("%(twice)s" % Table())
print("%s" % (1, ) + "%s %s" % ("a", (1, 2)))
print("%-10s|%10s|%.2s|%10.3s|" % ("left", "right", "cut", "abcdef"))
print("%s %s" % (p, [p]))
print("%*d|%-*d|%.*f" % (6, 42, 6, 42, 2, value))
print(format("text", ">10") + "|" + format("text", "^10.2") + "|" + format(p, "04"))

for row in [("apple", 3, 1.5), ("fig", 12, 0.25), ("cherry tart", 1, 12.0)]:
    print("%-12s %4d %8.2f" % row, "{:<12} {:>4} {:>8.2f}".format(*row), sep=" # ")

attempt(lambda: "{} {}".format(1))
attempt(lambda: "{missing}".format(a=1))
attempt(lambda: "{0.nothing}".format(p))
attempt(lambda: "{0[k]}".format({}))
attempt(lambda: "%d" % "x")
attempt(lambda: "%s %s" % ("only one",))
attempt(lambda: "%s" % (1, 2))
attempt(lambda: "%(x)s" % 3)
attempt(lambda: f"{name:d}")
attempt(lambda: f"{p:q}")
attempt(lambda: f"{None:5}")
attempt(lambda: f"{[]:5}")
attempt(lambda: f"{object():5}")
attempt(lambda: str(Broken()))
attempt(lambda: f"{Broken()}")
attempt(lambda: "%s" % Broken())
attempt(lambda: "{!s}".format(Broken()))
attempt(lambda: format(3, []))
