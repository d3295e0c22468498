from functools import lru_cache
@lru_cache(maxsize=2)
def f(*a,**k): return (a,k)
print(f(1),f(1),f(1.0),f('a'),f(a=1),f(1,2),f.cache_info())
@lru_cache(typed=True)
def g(x): return type(x)
print(g(1),g(1.0),g(True),g.cache_info())
class C:
    @lru_cache
    def m(self,x): return x+1
c=C(); print(c.m(3),c.m(3),C.m.cache_info(), C.m(c,3))
from dataclasses import dataclass, field, InitVar
@dataclass
class D:
    a:int; b:int=2; c:list=field(default_factory=list); d:InitVar[int]=5; e:int=field(init=False,default=9); f:int=field(init=False,default_factory=lambda:7)
    def __post_init__(self,d): self.z=d
print(D(1),D(1,3,[1],6).z,D(a=4).f)
@dataclass(frozen=True)
class F: x:int; y:int=1
print(F(1),F(y=2,x=3))
try: F()
except TypeError as e: print(e)
try: F(1).x=2
except Exception as e: print(type(e).__name__,e)
@dataclass
class G(D): g:int=field(default=0,kw_only=True)
print(G(1,g=3)); G2=G(1); print(G2==G(1))
