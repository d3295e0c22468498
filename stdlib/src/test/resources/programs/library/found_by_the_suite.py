# Slips of library modules that CPython's own tests found.
from collections import OrderedDict, deque, defaultdict, Counter, ChainMap
import sys, random, warnings, statistics, weakref, textwrap, fractions, struct, bisect, functools, types, typing, threading, decimal
def t(f):
    try:
        with warnings.catch_warnings(record=True) as w:
            warnings.simplefilter('always')
            r=f()
        print(r, [(x.category.__name__, str(x.message)) for x in w] or '')
    except BaseException as e: print(type(e).__name__, e)
class OD(OrderedDict): pass
t(lambda: OrderedDict.setdefault(OrderedDict(), key='a', default=3))
t(lambda: OrderedDict.fromkeys(iterable='ab', value=1))
t(lambda: OrderedDict().pop('a'))
t(lambda: OrderedDict().pop('a', default=3))
t(lambda: OrderedDict().popitem())
t(lambda: OrderedDict().move_to_end('x'))
t(lambda: type(OD(a=1)|{}))
t(lambda: type({}|OD(a=1)))
t(lambda: type(OD(a=1).copy()))
t(lambda: type(OD.fromkeys('ab')))
def odx():
    d=OrderedDict(a=1); d.x=10
    import copy,pickle
    return d.__dict__, copy.copy(d).x, copy.deepcopy(d).x, pickle.loads(pickle.dumps(d)).x
t(odx)
class OM(OrderedDict):
    def __missing__(self,k): return 0
t(lambda: OM().pop('a'))
t(lambda: OM()['a'])
def it():
    d=OrderedDict.fromkeys(range(5))
    for k in d: del d[k]
t(it)
def it2():
    d=OrderedDict.fromkeys(range(3))
    for k in d: d[k+10]=1
t(it2)
t(lambda: list(reversed(OrderedDict.fromkeys(range(3)).items())))
t(lambda: deque([1,2]).index(2, -4*sys.maxsize, 4*sys.maxsize))
t(lambda: [1,2].index(2, -4*sys.maxsize, 4*sys.maxsize))
t(lambda: random.randrange(10.0)<10)
t(lambda: random.randrange(10.5))
t(lambda: random.randrange(0, 10.0)<10)
t(lambda: random.randint(1.0, 1))
t(lambda: random.getrandbits(-1))
t(lambda: random.randbytes(-1))
t(lambda: random.sample({1,2},1))
t(lambda: random.choices([1],k=-1))
t(lambda: +statistics.NormalDist(1,2))
t(lambda: statistics.mean([float('inf')]))
t(lambda: statistics.mean([float('nan'),1]))
t(lambda: statistics.mean([float('inf'), float('-inf')]))
t(lambda: statistics.stdev([float('inf'),1]))
t(lambda: statistics.variance([float('nan'),1]))
t(lambda: statistics.fmean(''))
t(lambda: textwrap.wrap("this-is-a-useful-feature-for-reformatting-posts-from-tim-peters'ly",1,break_long_words=False))
t(lambda: fractions.Fraction.from_decimal(3+4j))
t(lambda: struct.pack('i\0', 1))
t(lambda: struct.pack_into('i', bytearray(10), sys.maxsize, 1))
t(lambda: bisect.bisect([1,2],1,lo=-1))
t(lambda: bisect.bisect is bisect.bisect_right)
T=typing.TypeVar('T')
t(lambda: (float | list[T])[int])
t(lambda: hash(int|str)==hash(str|int))
t(lambda: int|None|T)
class K: pass
k=K()
t(lambda: dict((weakref.WeakKeyDictionary({k:1})|weakref.WeakKeyDictionary()))[k])
class mysuper(super): pass
class A:
    def m(self): return 'A'
class B(A):
    def m(self): return type(mysuper(B,self)).__name__+mysuper(B,self).m()
t(lambda: B().m())
B._B__super=mysuper(B)
t(lambda: type(B()._B__super).__name__)
t(lambda: super(1,2))
t(lambda: super(B,1))
t(lambda: super(B, B(), 3))
t(lambda: super(x=1))
p=functools.partial(print)
class MT(tuple): pass
class MD(dict): pass
def ps():
    p.__setstate__((print, MT((1,)), MD(sep='a'), None)); return p, type(p.args), type(p.keywords)
t(ps)
t(lambda: p.__setstate__((1,)))
class ND:
    pass
def uw():
    def w(): pass
    w.da=1
    def f(): pass
    return functools.update_wrapper(w,f,(),('da',))
t(uw)
t(lambda: sys.flags.__class__())
t(lambda: sys.version_info.__class__())
t(lambda: type(sys.stdlib_module_names))
def dc():
    out=[]
    decimal.DefaultContext.prec=10
    def g(): out.append(decimal.getcontext().prec)
    th=threading.Thread(target=g); th.start(); th.join()
    return out
t(dc)
t(lambda: [].sort(key=1, reverse='x'))
t(lambda: None(*3)) 
def dmut():
    d={i:i for i in range(3)}
    for k,v in d.items():
        d[5+k]=1
t(dmut)
def dmut2():
    d={0:1,1:2}
    for i in d.items():
        d[9]=1; del d[0]
t(dmut2)
t(lambda: format(1,'\0'))
t(lambda: object.__reduce_ex__(1,2,3))

import copy
import pickle
for e in ImportError('no', name='a', path='b'), ModuleNotFoundError('no'), ImportError(name='x'):
    for twin in copy.copy(e), pickle.loads(pickle.dumps(e)):
        print(type(twin), twin.args, twin.name, twin.path, twin.msg)
d = OrderedDict(a=1)
d.x = 10
print(copy.copy(d).x, copy.deepcopy(d).x, pickle.loads(pickle.dumps(d)).x, hasattr(d.copy(), 'x'))
