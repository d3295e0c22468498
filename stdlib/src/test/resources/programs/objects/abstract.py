# abc and types
from abc import ABC, ABCMeta, abstractmethod
import types


def attempt(label, f):
    try:
        print(label, f())
    except Exception as e:
        print(label, type(e).__name__, e)


class Shape(ABC):
    @abstractmethod
    def area(self): ...

    @property
    @abstractmethod
    def name(self): ...

    @classmethod
    @abstractmethod
    def make(cls): ...


attempt("abstract", Shape)
print(Shape.__abstractmethods__ == frozenset({"area", "name", "make"}), type(Shape))


class Half(Shape):
    def area(self):
        return 1

    name = "half"


attempt("half", Half)


class Full(Half):
    @classmethod
    def make(cls):
        return cls()


print(Full.make().area(), Full().name, isinstance(Full(), Shape))


class Duck:
    pass


print(issubclass(Duck, Shape), Shape.register(Duck) is Duck, issubclass(Duck, Shape), isinstance(Duck(), Shape))
print(issubclass(int, Shape), Shape.__mro__, ABC.__name__, ABC.__module__, ABCMeta.__name__)
attempt("register", lambda: Shape.register(3))


class Hooked(metaclass=ABCMeta):
    @classmethod
    def __subclasshook__(cls, c):
        return hasattr(c, "quack")


class Quacker:
    quack = 1


print(issubclass(Quacker, Hooked), isinstance(Quacker(), Hooked), issubclass(int, Hooked))
n = types.SimpleNamespace(a=1, b="x")
n.c = [n]
print(n, n.a, n == types.SimpleNamespace(a=1), types.SimpleNamespace() == types.SimpleNamespace())
attempt("namespace", lambda: types.SimpleNamespace(1))
print(types.FunctionType is type(attempt), types.MethodType, types.ModuleType, types.NoneType)
m = types.ModuleType("mod", "docs")
m.x = 1
print(m, m.__name__, m.__doc__, m.x, sorted(k for k in vars(m) if not k.startswith("__")))
attempt("module", lambda: m.y)
obj = Duck()
obj.f = types.MethodType(lambda self, x: (type(self).__name__, x), obj)
print(obj.f(3))
K = types.new_class("K", (Duck,), {}, lambda ns: ns.update(v=5))
print(K.__name__, K.v, K.__bases__)
