import types, functools, sys
def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print(getattr(f,'__name__',''), repr(r))
    except BaseException as e:
        print(getattr(f,'__name__',''), type(e).__name__, e)
class MySuper(super):
    extra = 1
    def hello(self): return 'hello'
class A:
    def f(self): return 'A.f'
    x = 1
class B(A):
    x = 2
    def f(self): return 'B.f'
    def g(self):
        s = MySuper(B, self)
        return s.f(), s.x, s.hello(), s.extra
t(B().g)
s = MySuper(B, B())
print(type(s).__name__, s.__thisclass__, s.__self_class__, isinstance(s.__self__, B))
t(lambda: MySuper(B).f)
t(super, 5)
t(super, B, 5)
t(super, B, A())
t(super, B, x=1)
print(repr(super(B, B))) ; print(repr(super(B)))
class P:
    sup = None
P.sup = super(P)
t(lambda: P().sup.__class__)
class Des(A):
    pass
Des._Des__s = super(Des)
def gg(self): return self._Des__s.f()
Des.gg = gg
t(Des().gg)
def f(): super()
t(f)
def f(x): super().foo
t(f, 1)
class C2:
    def m(*args): return super().__init__
    def o(self):
        self = 5
        return super().x
t(C2().m)
t(C2().o)
t(lambda: super(B, B()).nope)
t(lambda: setattr(super(B, B()), 'x', 1))
class MyMod(types.ModuleType):
    v = 3
    def __getattr__(self, n): return 'ga ' + n
    @property
    def pp(self): return 'pp' + self.__name__
m = MyMod('name', 'docs')
print(m.__name__, m.__doc__, m.v, m.pp, m.zzz)
m.q = 5; print(m.q, sorted(m.__dict__))

sys.modules['mymod'] = m
import mymod; print(mymod.foo)
from mymod import bar; print(bar)
mm = types.ModuleType('x'); t(lambda: mm.foo); mm.__getattr__ = lambda n: n*2; t(lambda: mm.foo)
t(types.ModuleType); t(types.ModuleType, 5); t(delattr, mm, 'foo')
mm.__class__ = MyMod; print(type(mm), mm.pp)
t(setattr, mm, '__class__', int)
print(mm.__dict__ is vars(mm)); 
mm2 = types.ModuleType.__new__(types.ModuleType); t(lambda: mm2.__name__); t(lambda: repr(mm2)); t(lambda: mm2.foo); print(mm2.__dict__)
mm3 = types.ModuleType('a'); mm3.__file__ = 'foo.py'; t(repr, mm3); t(lambda: mm3.zz)
