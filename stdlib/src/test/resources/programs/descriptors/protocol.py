"""Descriptors: data and non-data, order of look-up, __get__ on classes, __set_name__."""


class Data:
    def __set_name__(self, owner, name): self.name = name
    def __get__(self, obj, owner=None):
        if obj is None: return self
        return f'data {self.name} of {type(obj).__name__}'
    def __set__(self, obj, value): print('set', self.name, value)
    def __delete__(self, obj): print('delete', self.name)


class NonData:
    def __get__(self, obj, owner): return ('nondata', obj is None, owner.__name__)


class SetOnly:
    def __set__(self, obj, value): obj.__dict__['so'] = value * 2


class C:
    d = Data()
    n = NonData()
    so = SetOnly()


c = C()
c.__dict__.update(d='instance', n='instance')
print(c.d, c.n, C.n, isinstance(C.d, Data))
c.d = 5
del c.d
c.so = 4
print(c.so)
del c.n
print(c.n)
print(C.__dict__['n'].__class__.__name__)


class Typed:
    def __init__(self, kind): self.kind = kind
    def __set_name__(self, owner, name): self.key = '_' + name
    def __get__(self, obj, owner): return self if obj is None else getattr(obj, self.key)
    def __set__(self, obj, v):
        if not isinstance(v, self.kind):
            raise TypeError(f'{self.key[1:]} must be {self.kind.__name__}')
        setattr(obj, self.key, v)


class Person:
    name = Typed(str)
    age = Typed(int)
    def __init__(self, name, age): self.name, self.age = name, age


print(Person('A', 3).age)
try:
    Person('A', 'x')
except TypeError as e:
    print(e)


class NoDelete:
    def __get__(self, o, t): return 1
    def __set__(self, o, v): pass


class E:
    x = NoDelete()


try:
    del E().x
except AttributeError as e:
    print(e)


class Func:
    def __call__(self, *a): return a


class F:
    plain = Func()
    lam = lambda self: 'bound'
    built = len


f = F()
print(f.plain(1), f.lam(), f.built('abc'))
import types
print(types.MethodType(Func(), 5)(6), (lambda self, x: x).__get__(3)(4))


def fn(self): return self


print(fn.__get__(7, int)(), fn.__get__(None, int) is fn)
class Raises:
    def __get__(self, o, t): raise AttributeError('from descriptor')
class G:
    r = Raises()
    def __getattr__(self, n): return 'getattr after ' + n
print(G().r)
