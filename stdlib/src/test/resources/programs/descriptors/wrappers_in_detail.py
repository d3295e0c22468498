import types, functools, sys
def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print(getattr(f,'__name__',''), repr(r))
    except BaseException as e:
        print(getattr(f,'__name__',''), type(e).__name__, e)
class MyGA(types.GenericAlias):
    def __call__(self, *a): return ('called', a)
ga = MyGA(list, (int,)); print(repr(ga), ga(1), ga.__origin__, ga.__args__, type(ga))
ga = types.GenericAlias(list, int); print(ga, ga.__args__, ga == list[int], hash(ga) == hash(list[int]), ga([1]), ga.append)
t(lambda: ga.foo); t(lambda: ga[int]); t(isinstance, [], ga); t(issubclass, list, ga)
t(lambda: int[int]); t(lambda: list[int][str]); print(list[int] | None, ga.__class__)
class LI(list[int]): pass
print(LI.__bases__, LI.__orig_bases__)
class MyProp(property):
    def __set_name__(self, o, n): print('set_name', o.__name__, n)
    def __init__(self, *a, **k): super().__init__(*a, **k); self.attr = 1
class WithP:
    @MyProp
    def p(self):
        "doc of p"
        return 1
    @p.setter
    def p(self, v): print('set', v)
    q = MyProp(lambda s: 2, doc='qdoc')
    r = property(lambda s: 3)
    @r.getter
    def r2(self): "r2doc"
print(WithP.p.__doc__, WithP.q.__doc__, WithP.r.__doc__, WithP.r2.__doc__, WithP.p.attr, type(WithP.p))
w = WithP(); w.p = 3; print(w.p)
t(setattr, w, 'q', 1); t(delattr, w, 'q'); t(setattr, w, 'r', 1); t(lambda: w.r2)
class NoGet: x = property(); y = property(None, lambda s, v: None)
t(lambda: NoGet().x); t(lambda: NoGet().y); t(setattr, NoGet(), 'x', 1); t(delattr, NoGet(), 'x')
pp = property(lambda s: 1); t(lambda: pp.__get__(None) is pp); t(pp.__get__, 5); t(pp.__set__, 5, 5); t(pp.__delete__, 5)
pp = property(doc='x'); print(pp.__doc__); pp.__doc__ = 'y'; print(pp.__doc__); t(setattr, pp, 'fget', 1); t(setattr, pp, 'foo', 1)
t(property, 1, 2, 3, 4, 5); t(property, foo=1)
print(property(1).fget)
class DocProp(property):
    "classdoc"
print(DocProp(lambda s: 1).__doc__, DocProp(len).__doc__, DocProp(lambda s: 1, doc='zz').__doc__)
class SlotP(property): __slots__ = ()
t(lambda: SlotP(len).__doc__)
class CM:
    @classmethod
    @property
    def cp(cls): return cls.__name__
    @classmethod
    @staticmethod
    def cs(*a): return a
    @staticmethod
    @classmethod
    def sc(*a): return a
    @classmethod
    def c(cls): "cdoc"; return cls
    @staticmethod
    def s(): "sdoc"; return 's'
print(CM.cp, CM().cp, CM.cs(1)); t(lambda: CM.sc(1))
cm = CM.__dict__['c']; print(cm.__wrapped__.__name__, cm.__name__, cm.__doc__, cm.__qualname__, cm.__isabstractmethod__, cm.__module__)
sm = CM.__dict__['s']; print(sm(), sm.__name__, sm.__doc__)
t(cm); t(cm.__get__, None); t(lambda: cm.__get__(None, None)); t(lambda: cm.__get__(5)); t(lambda: cm.__get__(None, int))
t(lambda: classmethod(5).__get__(None, int)); t(lambda: classmethod(5).__get__(None, int)()); t(lambda: staticmethod(5).__get__(None)); t(lambda: staticmethod(5)()); 
cm.foo = 1; print(cm.__dict__['foo'])
class MyCM(classmethod):
    def __get__(self, o, t=None): print('get'); return super().__get__(o, t)
class U:
    @MyCM
    def z(cls): return cls
print(U.z(), U().z())
# functools
class K:
    @functools.cached_property
    def cp(self): print('compute'); return 3
    @functools.cached_property
    def cp2(self): "doc2"; return 4
    pm = functools.partialmethod(lambda self, *a, **k: (a, k), 1, x=2)
k = K(); print(k.cp, k.cp, k.__dict__, K.cp2.__doc__, K.cp2.attrname); print(k.pm(3, y=4)); print(repr(K.__dict__['pm'])[:40])
k.cp = 9; print(k.cp); del k.cp; print(k.cp)
class Sl:
    __slots__ = ()
    @functools.cached_property
    def cp(self): return 3
t(lambda: Sl().cp)
cpx = functools.cached_property(lambda s: 1)
class Late: pass
Late.x = cpx
t(lambda: Late().x)
def dup():
    class Two: a = functools.cached_property(lambda s: 1); b = a
t(dup)
class PM:
    @classmethod
    def c(cls, *a): return cls.__name__, a
    @staticmethod
    def s(*a): return a
    pc = functools.partialmethod(c, 1); ps = functools.partialmethod(s, 2)
    pp = functools.partialmethod(pc, 5)
print(PM.pc(2), PM().pc(3), PM().ps(4), PM.ps(1), PM().pp(6)); t(functools.partialmethod, 5); t(functools.partialmethod)
@functools.singledispatch
def sd(x): return 'obj'
@sd.register
def _(x: int): return 'int'
@sd.register(list)
def _(x): return 'list'
@sd.register
def _(x: str | bytes): return 'strb'
sd.register(float, lambda x: 'float')
print(sd(1), sd([]), sd(''), sd(b''), sd(1.0), sd(True), sd(None), sd.registry.keys(), sd.dispatch(bool)(1)); t(sd)
t(sd.register, 5); t(sd.register, 5, 5)
def bad(x: 5): pass
t(sd.register, bad)
class SDM:
    @functools.singledispatchmethod
    def m(self, x): return 'base', x
    @m.register
    def _(self, x: int): return 'int', x
    @m.register
    @classmethod
    def _(cls, x: str): return 'cls', cls.__name__
    @functools.singledispatchmethod
    @classmethod
    def cm(cls, x): return cls, x
print(SDM().m(1), SDM().m(2.0), SDM().m('s'), SDM.cm(2), SDM.m.__name__)
t(functools.singledispatchmethod, 5)
p = functools.partial(print, 1, sep='-'); print(p.func, p.args, p.keywords, repr(p)); p(2,3)
pp = functools.partial(p, 5); print(pp.args, pp.func is print); pp.attr = 1; print(pp.__dict__); t(functools.partial); t(functools.partial, 5)
class MyP(functools.partial): pass
print(repr(MyP(len))); 
t(functools.reduce, lambda a, b: a+b, []); t(functools.reduce, 5); t(functools.reduce, lambda a,b:a, 5)
lc = functools.lru_cache(maxsize=2)(lambda x: x); lc(1); lc(1); lc(2); lc(3); print(lc.cache_info(), lc.cache_parameters()); t(functools.lru_cache, 'x'); lc.cache_clear(); print(lc.cache_info())
print(functools.lru_cache(typed=True)(lambda x: x).cache_parameters(), functools.cache(len).cache_parameters()); t(lambda: lc([]))
kk = functools.cmp_to_key(lambda a, b: a-b); print(sorted([3,1,2], key=kk)); print(kk(1).obj, kk(1) == kk(1))
@functools.total_ordering
class TO:
    def __init__(s, v): s.v = v
    def __eq__(s, o): return s.v == o.v if isinstance(o, TO) else NotImplemented
    def __lt__(s, o): return s.v < o.v if isinstance(o, TO) else NotImplemented
print(TO(1) <= TO(1), TO(2) > TO(1), TO(1) >= TO(2)); t(lambda: TO(1) >= 5); t(functools.total_ordering, type('E', (), {}))
