# Slots read, set and deleted at places that have seen them before.


class Point:
    __slots__ = ("x", "y", "__hidden")

    def __init__(self, x, y):
        self.x = x
        self.y = y
        self.__hidden = x + y

    def hidden(self):
        return self.__hidden


class Named(Point):
    __slots__ = ("name",)

    def __init__(self, x, y, name):
        super().__init__(x, y)
        self.name = name


class Open(Point):
    pass


class Shadowed(Point):
    __slots__ = ()

    @property
    def x(self):
        return "property"

    @x.setter
    def x(self, value):
        pass


class Fallback(Point):
    __slots__ = ()

    def __getattr__(self, name):
        return "no " + name


def total(points):
    result = 0
    for p in points:
        p.x = p.x + 1
        p.y += 0.5
        result += p.x + p.y + p.hidden()
    return result


points = [Point(1, 2), Named(3, 4, "n"), Open(5, 6), Point(7, 8)]
for i in range(4):
    print(total(points))
points[2].z = 9
points[2].x = 11
print(points[2].z, points[2].__dict__, total(points))


def read(p):
    try:
        return p.x
    except AttributeError as e:
        return "%s: %s" % (type(e).__name__, e)


for p in points + [Shadowed(1, 2), Fallback(3, 4)]:
    print([read(p) for i in range(3)])
    try:
        del p.x
    except AttributeError as e:
        print("del", e)
    print([read(p) for i in range(3)])
    p.x = 20
    print([read(p) for i in range(3)])


def write(p):
    try:
        p.w = 1
    except AttributeError as e:
        return str(e)
    return p.w


for i in range(3):
    print(write(Point(0, 0)), write(Open(0, 0)))

# a descriptor under another name, in another class
Point.other = Point.y
Point.swapped = Point.x


def others(p):
    p.other = 5
    p.swapped += 1
    return p.other, p.y, p.swapped, p.x


for p in points:
    print(others(p), others(p))


class Foreign:
    x = Point.x
    y = 3


def foreign(f):
    try:
        f.x = 1
    except TypeError as e:
        return str(e)
    return f.x


for i in range(3):
    print(foreign(points[0]), foreign(Foreign()))
    try:
        print(Foreign().x)
    except TypeError as e:
        print(e)

# the class changes after the place has seen it
p = Point(1, 2)
for i in range(6):
    if i == 3:
        Point.y = property(lambda self: "property", lambda self, value: None)
    try:
        p.y = i
    except AttributeError as e:
        print(e)
    print(p.y)
for i in range(3):
    print(getattr(p, "x"), setattr(p, "x", i), hasattr(p, "name"))
