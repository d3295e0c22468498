import collections, dataclasses, typing, sys
from typing import ClassVar, Any
from dataclasses import dataclass, field, InitVar, KW_ONLY, fields, replace, asdict, astuple, make_dataclass, is_dataclass
def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print(getattr(f,'__name__',''), repr(r))
    except BaseException as e:
        print(getattr(f,'__name__',''), type(e).__name__, e)
@dataclass
class A:
    x: 'int'
    cv: 'ClassVar[int]' = 5
    cv2: 'typing.ClassVar' = 6
    iv: 'InitVar[int]' = 7
    iv2: 'dataclasses.InitVar[int]' = 8
    y: list = field(default_factory=list)
    def __post_init__(self, iv, iv2): print('post', iv, iv2)
print([f.name for f in fields(A)], A(1), A.__match_args__); t(lambda: A(1).iv); t(A); t(A, 1, 2, 3, 4, 5)
class Desc:
    def __set_name__(s, o, n): s.n = '_' + n
    def __get__(s, i, o): return 99 if i is None else getattr(i, s.n)
    def __set__(s, i, v): setattr(i, s.n, int(v))
@dataclass
class B:
    d: int = Desc()
    e: str = 'e'
print(B(), B('5'), B.__init__.__defaults__)
NT = collections.namedtuple('NT', 'a b')
@dataclass
class C:
    n: NT
    l: list
    d: dict
    t: tuple = ()
    inner: Any = None
c = C(NT(1, [2]), [A(1)], {'k': A(2)}, (A(3),), B())
print(asdict(c)); print(astuple(c)); print(asdict(c, dict_factory=lambda kv: sorted(k for k, v in kv))); print(astuple(c, tuple_factory=list))
t(asdict, A); t(asdict, 5); t(astuple, 5); t(fields, 5); t(fields, int); print(is_dataclass(A), is_dataclass(c), is_dataclass(5))
@dataclass
class K:
    a: int
    _: KW_ONLY
    b: int = 1
    c: int = field(default=2, kw_only=False)
    d: int = field(kw_only=True, default=3)
print(K(1), K(1, 5), K(1, b=2, d=4), K.__match_args__); t(K, 1, 2, 3)
@dataclass(kw_only=True)
class K2(K):
    e: int
    f: int = 5
print(K2(1, e=2), K2.__match_args__, K2.__init__.__kwdefaults__); t(K2, 1, 2, 3, 4)
def kk():
    @dataclass
    class Q:
        _: KW_ONLY
        __: KW_ONLY
t(kk)
@dataclass(frozen=True)
class F:
    a: int
    b: list = field(default_factory=list, compare=False, hash=False, repr=False)
f = F(1); t(setattr, f, 'a', 2); t(setattr, f, 'zz', 2); t(delattr, f, 'a'); print(hash(f) == hash(F(1)), f == F(1, [3]), {f: 1}[F(1)])
def fz():
    @dataclass
    class Q(F): c: int = 1
t(fz)
def fz2():
    @dataclass(frozen=True)
    class Q(A): c: int = 1
t(fz2)
@dataclass(order=True)
class O: a: int; b: str = field(compare=False, default='')
print(O(1) < O(2), O(1, 'x') <= O(1, 'a'), sorted([O(3), O(1)])); t(lambda: O(1) < 5); t(lambda: O(1) == 5)
def e(**kw):
    def body():
        @dataclass(**kw)
        class Q:
            a: int
            def __lt__(s, o): pass
        return Q
    t(body)
e(order=True); e(eq=False, order=True); e(order=False)
def e2():
    @dataclass
    class Q: a: int = 1; b: int
t(e2)
def e3():
    @dataclass
    class Q: a: list = []
t(e3)
def e3b():
    @dataclass
    class Q: a: dict = {}; 
t(e3b)
def e3c():
    class U:
        __hash__ = None
    @dataclass
    class Q: a: U = U()
t(e3c)
def e4():
    @dataclass
    class Q: a: int = field(default=1, default_factory=int)
t(e4)
def e5():
    @dataclass
    class Q: a: ClassVar[int] = field(default_factory=int)
t(e5)
def e6():
    @dataclass
    class Q: a: InitVar[int] = field(default_factory=int)
t(e6)
def e7():
    @dataclass
    class Q: a = field(default=1)
t(e7)
def e8():
    @dataclass(frozen=True)
    class Q:
        def __setattr__(s, n, v): pass
t(e8)
def e9():
    @dataclass(unsafe_hash=True)
    class Q:
        a: int
        def __hash__(s): return 1
t(e9)
def e10():
    @dataclass(slots=True)
    class Q:
        a: int
        __slots__ = ('a',)
t(e10)
def e11():
    @dataclass(weakref_slot=True)
    class Q: a: int
t(e11)
@dataclass(slots=True)
class S:
    a: int
    b: int = 5
    def m(self): return __class__ is S
print(S.__slots__, S(1), S(1).b); t(lambda: setattr(S(1), 'z', 1)); t(lambda: S(1).__dict__); print(S(1).m())
@dataclass(slots=True)
class S2(S): c: int = 6
print(S2.__slots__, S2(1))
@dataclass(slots=True, frozen=True)
class S3: a: int
import pickle, copy
print(copy.copy(S3(1)), copy.deepcopy(S(1)), S3(4).__getstate__())
@dataclass(slots=True, weakref_slot=True)
class SW: a: int
print(SW.__slots__)
t(replace, F(1), a=5); t(replace, F(1), zz=5); t(replace, F, a=5); t(replace, 5)
@dataclass
class RI:
    a: int
    i: InitVar[int]
    n: int = field(init=False, default=3)
    def __post_init__(s, i): s.n = i
r = RI(1, 2); print(r); t(replace, r, a=5); t(replace, r, i=5); t(replace, r, i=5, n=4); t(RI, 1, 2, 3)
X = make_dataclass('X', ['a', ('b', int), ('c', int, field(default=5))], namespace={'m': lambda s: s.a}, bases=(object,), frozen=True, module='mod' ) if sys.version_info > (3,12) else make_dataclass('X', ['a', ('b', int), ('c', int, field(default=5))], namespace={'m': lambda s: s.a}, frozen=True)
print(X(1, 2), X(1,2).m(), X.__annotations__, X.__module__); t(make_dataclass, 'X', [5]); t(make_dataclass, 'X', ['a', 'a']); t(make_dataclass, 'X', ['class']); t(make_dataclass, 'X', ['1a']); t(make_dataclass, 'X', [('a',)]); t(make_dataclass, 'X', ['a b'])
@dataclass(repr=False, eq=False, init=False)
class No: a: int = 1
print(No() == No(), No().a, No.__hash__ is object.__hash__)
@dataclass
class H: a: int
t(hash, H(1))
@dataclass(eq=True, frozen=True)
class H2: a: int
print(hash(H2(1)) == hash((1,)))
@dataclass
class Rec:
    me: Any = None
r = Rec(); r.me = r; print(r)
@dataclass
class Base:
    a: int = 1
    b: int = 2
@dataclass
class Over(Base):
    b: str = 'x'
    c: int = 3
    a: str = 'new'
print(Over(), [f.name for f in fields(Over)], [f.type for f in fields(Over)])
class Plain: z: int = 5
@dataclass
class FromPlain(Plain): a: int = 1
print(FromPlain())
@dataclass
class WithProp:
    x: int
    _x: int = field(init=False, repr=False)
    @property
    def x(self): return self._x
    @x.setter
    def x(self, v): self._x = 0 if isinstance(v, property) else v
print(WithProp(5), WithProp())
@dataclass
class Gen(typing.Generic[typing.TypeVar('T')]): x: int
print(Gen[int](5), Gen(5))
print(A(1) == A(1), A(1) != A(2), A.__eq__(A(1), 5), O.__lt__(O(1), A(1)))
@dataclass(match_args=False)
class NM: a: int
print(hasattr(NM, '__match_args__'), WithProp.__match_args__)
print(H.__init__.__qualname__, H.__repr__.__qualname__, H.__eq__.__qualname__)
