# class machinery
class Meta(type):
    def __new__(m, name, bases, ns, **kw):
        print('new', name, [k for k in ns if not k.startswith('__')], kw)
        return super().__new__(m, name, bases, ns)
    def __init__(c, name, bases, ns, **kw): print('init', name, kw); super().__init__(name, bases, ns)
    def __call__(c, *a, **k): print('call', c.__name__); return super().__call__(*a, **k)
    @classmethod
    def __prepare__(m, name, bases, **kw): print('prepare', name, kw); return {'injected': 1}
    def __instancecheck__(c, o): return o == 'magic' or super().__instancecheck__(o)
    def __subclasscheck__(c, s): return s is int or super().__subclasscheck__(s)
    def __getitem__(c, i): return f'{c.__name__}[{i}]'
    def __len__(c): return 42
    def __iter__(c): return iter('abc')
    def __contains__(c, x): return x == 1
    def __repr__(c): return f'<M {c.__name__}>'
    def __add__(c, o): return ('add', o)
    @property
    def mp(c): return 'mp'
    def __dir__(c): return ['zz']
class A(metaclass=Meta, opt=1):
    x = 1
print(A, A.injected, A[3], len(A), list(A), 1 in A, isinstance('magic', A), issubclass(int, A), A + 1, A.mp, dir(A))
a = A()
try: a.mp
except AttributeError as e: print(e)
class B(A): pass
print(type(B), B.__mro__, B.__bases__, B.__base__, A.__subclasses__())
class Sub:
    def __init_subclass__(cls, /, tag=None, **kw): super().__init_subclass__(**kw); cls.tag = tag; print('sub', cls.__name__, tag)
class S1(Sub, tag='t'): pass
try:
    class S2(Sub, bad=1): pass
except TypeError as e: print(e)
class D:
    def __set_name__(self, owner, name): print('set_name', owner.__name__, name); self.name = name
    def __get__(self, o, t): return (self.name, o is None)
class UseD: d = D(); e = D()
print(UseD.d, UseD().e)
class BadD:
    def __set_name__(self, o, n): raise ValueError('bad')
try:
    class X: b = BadD()
except RuntimeError as e: print(e, repr(e.__cause__))
try:
    class M2(type): pass
    class C1(metaclass=Meta): pass
    class C2(metaclass=M2): pass
    class C3(C1, C2): pass
except TypeError as e: print(e)
try:
    class O(object, A): pass
except TypeError as e: print(e)
for bases in ((int, str), (bool,), (type(None),), (1,), (A, A), (type(lambda: 0),), (range,), (slice,), (type(...),), (memoryview,)):
    try: type('T', bases, {}); print('ok')
    except TypeError as e: print(e)
class Sl:
    __slots__ = ('a', 'b', '__weakref__')
    def __init__(self): self.a = 1
s = Sl()
for act in ("s.c = 1", "s.b", "del s.b", "s.__dict__", "del s.a; s.a"):
    try: exec(act); print('ok')
    except AttributeError as e: print(e)
print(Sl.a, Sl.__slots__)
for sl in ("'a b'", "1", "('1x',)", "('x',)"):
    try: exec(f'class Q:\n  __slots__ = {sl}\n  x = 1')
    except (TypeError, ValueError) as e: print(type(e).__name__, e)
try:
    class Q(int): __slots__ = ('z',)
except TypeError as e: print(e)
class P:
    def __init__(self): self._v = 0
    @property
    def v(self): "docv"; return self._v
    @v.setter
    def v(self, x): self._v = x
    @v.deleter
    def v(self): print('del')
    ro = property(lambda s: 1)
    wo = property(None, lambda s, v: None)
p = P(); p.v = 3; print(p.v, P.v.__doc__, P.v.fget.__name__); del p.v
for act in ('p.ro = 1', 'p.wo', 'del p.ro', 'P.v.fget = 1', 'p.nope', 'P.nope', 'p.v.x.y', 'del p.zzz', 'P.__init__ = 1; P()', 'p()', 'P.v()', 'p[0]', 'p[0] = 1', 'del p[0]', 'len(p)', 'iter(p)', 'p + 1', '1 + p', '-p', '~p', 'p < p', 'p @ p', 'p ** 2', 'p += 1', 'abs(p)', 'int(p)', 'float(p)', 'complex(p)', 'round(p)', 'bytes(p)', 'hash(p) and None', 'p in p', '1 in p', 'with_ = p.__enter__', 'next(p)', 'reversed(p)', 'p.__class__ = int', 'p.__class__ = 3', 'p.__dict__ = 3', 'del p.__dict__', 'P.__name__ = 3', 'P.__bases__ = ()', 'P.__bases__ = 3', 'P.__bases__ = (int,)', 'del P.__name__', 'int.x = 1', 'del int.real', '[].x = 1', '(1).real = 2', 'P.__qualname__ = 1', 'P.__module__ = 5', 'P.__doc__ = "new"', 'type.__name__ = "x"', 'object().x = 1', 'f"{p:>10}"', 'format(p, "x")', 'p.v = p.__eq__(1)', 'P.__mro__ = ()', 'print(*p)', '{**p}', '[*p]', 'p.__getattribute__(1)', 'setattr(p, 1, 2)', 'getattr(p, 1)', 'type(p)(1)', 'object.__new__(int)', 'int.__new__(str)', 'int.__new__(3)', 'object.__new__(P, 1)', 'super(P, 1)', 'super(1, p)', 'super().x', 'isinstance(1, (int, 3))', 'isinstance(1, P | 3)', 'class Z(p): pass', 'class Z(a=1): pass', 'class Z(metaclass=3): pass', 'class Z(metaclass=lambda *a: 5): pass\nprint(Z)'):
    try: exec(act)
    except Exception as e: print(act, '|', type(e).__name__, e)
