import sys
def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print(getattr(f,'__name__',''), repr(r))
    except BaseException as e:
        print(getattr(f,'__name__',''), type(e).__name__, e)
# bases
class A: x = 'A'
class B: x = 'B'
class C(A): pass
c = C()
C.__bases__ = (B,); print(c.x, C.__mro__, A.__subclasses__(), B.__subclasses__())
t(setattr, C, '__bases__', ()); t(setattr, C, '__bases__', 5); t(setattr, C, '__bases__', (5,)); t(setattr, C, '__bases__', (C,))
class D(C): pass
t(setattr, C, '__bases__', (D,)); t(setattr, C, '__bases__', (int,)); t(setattr, C, '__bases__', (B, B)); t(delattr, C, '__bases__'); t(setattr, int, '__bases__', (A,))
t(setattr, A, '__bases__', (B,)); t(setattr, C, '__bases__', (object,))
class E(A, B): pass
def mro1():
    class X(A, E): pass
t(mro1)
def mro2():
    class X(A): pass
    class Y(A): pass
    class Z(X, Y): pass
    class W(Y, X): pass
    class Q(Z, W): pass
t(mro2)
def mro3():
    class X(object, A): pass
t(mro3)
def mro4():
    class X(A, A): pass
t(mro4)
def mro5():
    class X(5): pass
t(mro5)
def mro6():
    class X("abc"): pass
t(mro6)
def mro7():
    class X(len): pass
# mro()
class MM(type):
    def mro(cls): return [cls, A, object]
class UM(metaclass=MM): pass
print(UM.__mro__, UM.x)
class MM2(type):
    def mro(cls): return [5]
t(MM2, 'x', (), {})
class MM3(type):
    def mro(cls): return 5
t(MM3, 'x', (), {})
class MM4(type):
    def mro(cls): return [int, object]
# __class__
class P1: pass
class P2: pass
p = P1(); p.__class__ = P2; print(type(p).__name__)
t(setattr, p, '__class__', int); t(setattr, p, '__class__', 5); t(delattr, p, '__class__'); t(setattr, 5, '__class__', int); t(setattr, [], '__class__', A)
class S1: __slots__ = ('a',)
class S2: __slots__ = ('a',)
class S3: __slots__ = ('b',)
class S4: __slots__ = ('a', 'b')
s = S1(); s.a = 5; s.__class__ = S2; print(s.a, type(s)); t(setattr, s, '__class__', S3); t(setattr, s, '__class__', S4); t(setattr, s, '__class__', P1); t(setattr, p, '__class__', S1)
class L1(list): pass
class L2(list): pass
l = L1([1]); l.__class__ = L2; print(l, type(l)); t(setattr, l, '__class__', P1); t(setattr, l, '__class__', list)
# metaclass conflicts
class M1(type): pass
class M2(type): pass
class X1(metaclass=M1): pass
class X2(metaclass=M2): pass
def mc():
    class X3(X1, X2): pass
t(mc)
class M3(M1, M2): pass
class X3(X1, X2, metaclass=M3): pass
print(type(X3))
t(type, 'X', (X1,), {}); print(type(type('X', (X1,), {})))
def fm(name, bases, ns, **kw): return (name, bases, sorted(ns), kw)
class X4(metaclass=fm, a=1): z = 1
print(X4)
class X5(*[A], **{'metaclass': M1}): pass
print(type(X5))
# prepare
class MP(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw): print('prep', name, bases, kw); return {'pre': 1}
    def __new__(mcs, n, b, ns, **kw): print('new', kw); return super().__new__(mcs, n, b, ns)
    def __init__(cls, n, b, ns, **kw): print('init', kw); super().__init__(n, b, ns)
    def __call__(cls, *a, **k): print('call', a, k); return super().__call__(*a, **k)
class XP(metaclass=MP, foo=3): pass
print(XP.pre); XP()
class MPB(type):
    @classmethod
    def __prepare__(mcs, name, bases): return 5
def mpb():
    class Y(metaclass=MPB): pass
t(mpb)
def noprep():
    class Y(metaclass=lambda *a: 1): pass
    return Y
t(noprep)
class LogDict(dict):
    def __setitem__(self, k, v): print('set', k); super().__setitem__(k, v)
class ML(type):
    @classmethod
    def __prepare__(m, *a): return LogDict()
class XL(metaclass=ML):
    a = 1
    def f(self): pass
    class Inner: pass
print(type(XL.__dict__).__name__)
# init_subclass
class IS:
    def __init_subclass__(cls, /, tag=None, **kw): print('is', cls.__name__, tag, kw); super().__init_subclass__(**kw)
class IS1(IS, tag=5): pass
def isx():
    class IS2(IS, other=5): pass
t(isx)
def isy():
    class IS3(A, other=5): pass
t(isy)
t(type, 'n', (), {}, foo=1)
class ISn:
    def __init_subclass__(self): 1/0
def isz():
    class Q(ISn): pass
t(isz)
t(lambda: object.__init_subclass__(5)); t(object.__init_subclass__); t(lambda: A.__init_subclass__(a=1))
class SN:
    def __set_name__(self, o, n): print('sn', o, n)
class HasSN: a = SN(); b = SN()
HasSN.c = SN()
class BadSN:
    def __set_name__(self, o): pass
def bsn():
    class Q: a = BadSN()
try: bsn()
except RuntimeError as e: print(e, repr(e.__cause__))
# slots
def slot(s, base=object, **ns): return type('S', (base,), dict(__slots__=s, **ns))
t(slot, 'a'); t(slot, ('a', 'a')); t(slot, 5); t(slot, (5,)); t(slot, ('a b',)); t(slot, ('a',), a=1); t(slot, ('__dict__', '__dict__')); t(slot, ('__weakref__', '__weakref__')); t(slot, ('a',), int); t(slot, ('a',), tuple); t(slot, ('a',), list); t(slot, ('__dict__',), A); t(slot, ('__weakref__',), A); t(slot, {'a': 'doc'}); t(slot, b'a'); t(slot, ('__slots__',)); t(slot, ('é',)); t(slot, ('1a',)); t(slot,('class',)); t(slot, ('__class__',)); t(slot, iter(['q']))
S = slot(('a', '__b', '_c'))
print(sorted(x for x in S.__dict__ if not x.startswith('__') or x == '__slots__'))
o = S(); t(lambda: o.a); t(lambda: setattr(o, 'zz', 1)); t(lambda: delattr(o, 'a')); t(lambda: o.__dict__); o.a = 1; print(o.a); del o.a; t(lambda: o.a)
print(S.a, type(S.a), S.a.__name__, S.a.__objclass__, S.a.__doc__); t(S.a.__get__, 5); t(lambda: S.a.__set__(5, 5))
class SB: __slots__ = ('x',)
class SC: __slots__ = ('y',)
t(type, 'SD', (SB, SC), {})
class SD2(SB): __slots__ = ('x', 'z')
q = SD2(); q.x = 1; q.z = 2; print(q.x, SB.x.__get__(q) if hasattr(q, 'x') and False else 'n')
class SE(SB): pass
q = SE(); q.x = 1; q.other = 2; print(q.__dict__, q.x)
import weakref
t(weakref.ref, SB()); class_ = type('W', (), {'__slots__': ('__weakref__',)}); t(lambda: type(weakref.ref(class_()))); t(lambda: weakref.ref(5)); t(lambda: weakref.ref('s'))
class SDoc: __slots__ = {'a': 'the doc of a'}
print(SDoc.a.__doc__)
class Mang: __slots__ = ('__p',); 
m = Mang(); m._Mang__p = 5; print(m._Mang__p)
# type.__call__, new/init
class N1:
    def __new__(cls, *a): print('new', a); return 5
    def __init__(self, *a): print('never')
print(N1(1, 2))
class N2:
    def __new__(cls): return object.__new__(cls)
    def __init__(self, a): pass
t(N2, 1); t(N2)
class N3:
    def __init__(self): return 5
t(N3)
class N4: pass
t(N4, 1); t(N4, a=1); t(lambda: object(1)); t(lambda: object.__new__(N4, 1)); t(lambda: object.__new__(5)); t(object.__new__); t(lambda: object.__new__(int)); t(lambda: list.__new__(N4)); t(lambda: int.__new__(list)); t(lambda: object.__init__(N4(), 1)); t(lambda: N4().__init__(1)); t(lambda: int.__new__(5)); t(lambda: type.__call__(5)); t(lambda: type.__new__(5)); t(lambda: type.__call__()); t(lambda: type.__new__(type, 'a')); t(lambda: type.__new__(int, 'a', (), {})); t(lambda: type.__init__(A)); t(lambda: type.__init__(A, 1, 2))
class N5:
    def __init__(self, a): pass
t(N5); t(N5, 1, 2); t(N5, b=1); 
class N6:
    def __new__(cls, a): return super().__new__(cls)
t(N6); t(lambda: object.__init__(N6(1), 5))
class N7:
    def __new__(cls, a): return super().__new__(cls, a)
t(N7, 1)
# instancecheck
class IC(type):
    def __instancecheck__(cls, o): return 'truthy'
    def __subclasscheck__(cls, o): return []
class ICC(metaclass=IC): pass
print(isinstance(5, ICC), issubclass(int, ICC), isinstance(5, (str, ICC)))
t(isinstance, 5, 5); t(issubclass, 5, int); t(issubclass, int, 5); t(isinstance, 5, (int, 5)); t(isinstance, 'a', (int, 5)); t(isinstance, 5, [int]); t(isinstance, 5, int | str); t(issubclass, bool, int | str); t(isinstance, 5, (int, (str,))); t(isinstance, None, None); t(isinstance, None, int | None); t(isinstance); t(issubclass, int)
class FakeC:
    @property
    def __class__(self): return int
print(isinstance(FakeC(), int), isinstance(FakeC(), FakeC), type(FakeC()), FakeC().__class__)
class DuckBases:
    __bases__ = (int,)
t(issubclass, DuckBases(), int); t(isinstance, 5, DuckBases()); t(issubclass, DuckBases(), DuckBases)
from abc import ABC, abstractmethod, ABCMeta
class SH(ABC):
    @classmethod
    def __subclasshook__(cls, c):
        if cls is SH: return hasattr(c, 'foo') or NotImplemented
        return NotImplemented
class HF: foo = 1
print(issubclass(HF, SH), isinstance(HF(), SH), issubclass(int, SH)); SH.register(int); print(issubclass(bool, SH), isinstance(3, SH)); t(SH.register, 5)
class AB(ABC):
    @abstractmethod
    def b(self): pass
    @abstractmethod
    def a(self): pass
    @property
    @abstractmethod
    def c(self): pass
t(AB); 
class AB1(AB):
    def a(self): pass
    b = c = 1
AB1()
class AB2(AB):
    def a(self): pass
    def c(self): pass
t(AB2); print(AB.__abstractmethods__ == {'a','b','c'}, sorted(AB2.__abstractmethods__)); t(lambda: A.__abstractmethods__)
AB2.__abstractmethods__ = frozenset(); t(lambda: type(AB2()))
