# classes: inheritance, super, properties, descriptors, private names
class Animal:
    count = 0

    def __init__(self, name):
        self.name = name
        Animal.count += 1

    def speak(self):
        return '%s makes %s' % (self.name, self.sound())

    def sound(self):
        return 'a noise'

    def __repr__(self):
        return '%s(%r)' % (type(self).__name__, self.name)


class Dog(Animal):
    def __init__(self, name, tricks=()):
        super().__init__(name)
        self.tricks = list(tricks)

    def sound(self):
        return 'woof, not ' + super().sound()


class Puppy(Dog):
    def sound(self):
        return 'yip, ' + super(Puppy, self).sound()


d = Puppy('Rex', ['sit'])
print(d, d.speak(), d.tricks, Animal.count)
print(isinstance(d, Animal), issubclass(Puppy, Dog), Puppy.__mro__)


class A:
    def who(self):
        return 'A'


class B(A):
    def who(self):
        return 'B' + super().who()


class C(A):
    def who(self):
        return 'C' + super().who()


class D(B, C):
    def who(self):
        return 'D' + super().who()


print(D().who(), [k.__name__ for k in D.__mro__])
try:
    class Impossible(A, B):
        pass
except TypeError as error:
    print(error)


class Private:
    def __init__(self):
        self.__x = 1

    def get(self):
        return self.__x


p = Private()
print(p.get(), p.__dict__)
try:
    p.__x
except AttributeError as error:
    print(error)


class Celsius:
    def __init__(self):
        self._t = 0

    @property
    def t(self):
        return self._t

    @t.setter
    def t(self, value):
        if value < -273:
            raise ValueError('too cold')
        self._t = value

    @classmethod
    def of(cls, t):
        self = cls()
        self.t = t
        return self

    @staticmethod
    def unit():
        return 'C'


c = Celsius.of(20)
c.t += 5
print(c.t, Celsius.unit(), c.unit())
try:
    c.t = -300
except ValueError as error:
    print(error)
try:
    del c.t
except AttributeError as error:
    print(error)


class Vector:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __add__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        return Vector(self.x + other.x, self.y + other.y)

    def __mul__(self, k):
        return Vector(self.x * k, self.y * k)

    __rmul__ = __mul__

    def __eq__(self, other):
        return (self.x, self.y) == (other.x, other.y)

    def __hash__(self):
        return hash((self.x, self.y))

    def __bool__(self):
        return self.x != 0 or self.y != 0

    def __getitem__(self, i):
        return (self.x, self.y)[i]

    def __len__(self):
        return 2

    def __iadd__(self, other):
        self.x += other.x
        self.y += other.y
        return self

    def __neg__(self):
        return Vector(-self.x, -self.y)

    def __call__(self, *args):
        return args

    def __contains__(self, item):
        return item in (self.x, self.y)

    def __str__(self):
        return 'v(%d, %d)' % (self.x, self.y)


v = Vector(1, 2)
w = v
w += Vector(10, 10)
print(v, v is w, 2 * v, v * 3, -v, v == Vector(11, 12), v != Vector(0, 0))
print(bool(Vector(0, 0)), v[0], list(v), len(v), v(1, 2), 12 in v, {v: 1}[Vector(11, 12)])
try:
    v + 1
except TypeError as error:
    print(error)


class Stack(list):
    def push(self, x):
        self.append(x)
        return self

    @property
    def top(self):
        return self[-1]


s = Stack([1, 2]).push(3)
s.note = 'extra'
print(s, s.top, len(s), s.note, isinstance(s, list), s + [4], type(s).__name__, sorted(s))


class Meta(type):
    def __new__(meta, name, bases, namespace, **kw):
        namespace['made_by'] = 'Meta'
        return super().__new__(meta, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **kw):
        cls.options = kw


class Made(metaclass=Meta, flag=True):
    pass


print(Made.made_by, Made.options, type(Made).__name__)


class Base:
    registry = []

    def __init_subclass__(cls, **kw):
        cls.registry.append((cls.__name__, kw))


class One(Base, level=1):
    pass


class Two(Base):
    pass


print(Base.registry)


class Typed:
    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner):
        return self if instance is None else instance.__dict__.get(self.name, 'unset')

    def __set__(self, instance, value):
        instance.__dict__[self.name] = int(value)


class Point:
    x = Typed()


pt = Point()
print(pt.x)
pt.x = '42'
print(pt.x, pt.__dict__)


class Dynamic:
    def __getattr__(self, name):
        if name.startswith('dyn_'):
            return name[4:]
        raise AttributeError(name)


print(Dynamic().dyn_x, hasattr(Dynamic(), 'other'), getattr(Dynamic(), 'other', 'default'))


class Slotted:
    __slots__ = ('a', 'b')


sl = Slotted()
sl.a = 1
try:
    sl.c = 2
except AttributeError as error:
    print(error)
print(sl.a, hasattr(sl, 'b'))
K = type('K', (A,), {'z': 5, 'm': lambda self: self.z})
print(K().m(), K.__name__, K().who())
