import collections, types, sys
def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print(getattr(f,'__name__',''), repr(r))
    except BaseException as e:
        print(getattr(f,'__name__',''), type(e).__name__, e)
for cls in (collections.OrderedDict, collections.Counter):
    x = cls({'a': 1})
    x.attr = 5
    print(type(x).__name__, x.attr, vars(x), (lambda **k: k)(**x))
    del x.attr
try:
    collections.defaultdict(int).attr = 1
except AttributeError:
    print('a defaultdict has none')


class AttrDict(dict):
    def __init__(self, *a, **k):
        super().__init__(*a, **k)
        self.__dict__ = self


ad = AttrDict(x=1)
ad.y = 2
print(ad, ad.x, ad['y'], vars(ad) is ad)
del ad.x
t(lambda: ad.x)
t(lambda: ad['x'])


class Borg:
    state = {}

    def __init__(self):
        self.__dict__ = self.state

    def method(self):
        return 'method'


one, two = Borg(), Borg()
one.v = 3
print(two.v, Borg.state, one.__dict__ is two.__dict__, two.method())
two.method = lambda: 'own'
print(one.method())
del Borg.state['method']
print(one.method())
old = one.__dict__
one.__dict__ = {'other': 1}
old['v'] = 4
print(one.__dict__, two.v, hasattr(one, 'v'))


class Plain:
    pass


p = Plain()
p.a = 1
before = p.__dict__
p.__dict__ = {'b': 2}
before['c'] = 3
print(p.__dict__, before, p.b, hasattr(p, 'a'))
for i in range(5):
    p.count = getattr(p, 'count', 0) + i
print(p.count, p.__dict__)
class Q: pass
q = Q()
q.__dict__[1] = 2
q.__dict__['x'] = 3
print(q.__dict__, vars(q), q.x)
print(sorted(map(str, q.__dict__)))
t(dir, q)
vars(q)[(1,2)] = 4
print(q.__dict__)
q.y = 5
print(list(q.__dict__), len(q.__dict__))
t(lambda: type('X', (), {1: 2}).__dict__[1])
t(lambda: type('X', (), {'a': 2, 1:3}).a)
t(type, 'X', (), [])
t(type, 1, (), {})
t(type, 'X', 1, {})
t(type, 'X', (1,), {})
t(type, 'X\0Y', (), {})
t(type, 'X', (int, str), {})
t(type, 'X', (bool,), {})
t(type, 'X', (type(None),), {})
t(type, 'X', (type(lambda:0),), {})
t(type, 'X', (range,), {})
t(type, 'X', (slice,), {})
t(type, 'X', (type(Ellipsis),), {})
t(type, 'X', (memoryview,), {})
t(type, 'X', (types.GeneratorType,), {})
t(type, 'X', (types.CodeType,), {})
t(type, 'X', (types.MethodType,), {})
t(type, 'X', (types.BuiltinFunctionType,), {})
t(type, 'X', (types.MappingProxyType,), {})
t(type, 'X', (types.CellType,), {})
t(type, 'X', (types.FrameType,), {})
t(type, 'X', (types.TracebackType,), {})
t(type, 'X', (type(int|str),), {})
t(type, 'X', (type({}.keys()),), {})
t(type, 'X', (type(iter([])),), {})
for b in (types.GenericAlias, types.ModuleType, super, property, classmethod, staticmethod, types.SimpleNamespace, enumerate, zip, map, filter, reversed):
    t(type, 'X', (b,), {})
t(type)
t(type, 1, 2)
t(type, 1, 2, 3, 4)
t(type, 'X', (), {}, foo=1)
def f(**k): return k
t(lambda: f(**{1:2}))
t(lambda: f(**{'a b': 2}))
t(lambda: f(**5))
t(lambda: f(**[1]))
t(lambda: f(**{'a':1}, **{'a':2}))
t(lambda: f(a=1, **{'a':2}))
class Map:
    def keys(self): return ['x','y']
    def __getitem__(self, k): return k*2
t(lambda: f(**Map()))
t(lambda: {**Map()})
t(lambda: {**5})
t(lambda: {**[1]})
t(lambda: [*5])
t(lambda: f(*5))
t(lambda: print(*5))
# functions
def g(a, b=2, *, c=3): return a, b, c
print(g.__defaults__, g.__kwdefaults__)
g.__defaults__ = (7, 8); print(g())
g.__kwdefaults__ = {'c': 9}; print(g())
g.__defaults__ = None; t(g); t(g, 1)
del g.__defaults__; print(g.__defaults__)
g.__kwdefaults__ = None; t(g, 1, 2)
t(setattr, g, '__defaults__', 5)
t(setattr, g, '__kwdefaults__', 5)
t(setattr, g, '__code__', 5)
t(setattr, g, '__name__', 5)
t(setattr, g, '__qualname__', 5)
t(setattr, g, '__dict__', 5)
t(setattr, g, '__closure__', 5)
t(setattr, g, '__globals__', 5)
t(setattr, g, '__annotations__', 5)
t(setattr, g, '__builtins__', 5)
t(setattr, g, '__module__', 5); print(g.__module__)
t(setattr, g, '__doc__', 5); print(g.__doc__)
t(delattr, g, '__name__')
t(delattr, g, '__code__')
t(delattr, g, '__dict__')
t(delattr, g, '__doc__'); print(g.__doc__)
t(delattr, g, '__module__'); print(g.__module__)
def h(x, y=5): return 'h', x, y
g.__code__ = h.__code__
print(g.__name__); t(g, 1); g.__defaults__ = (1,); t(g, 1)
def mk():
    v = 1
    def inner(): return v
    return inner
t(setattr, g, '__code__', mk().__code__)
i1 = mk()
def mk2():
    v = 100
    def inner(): return v * 2
    return inner
i1.__code__ = mk2().__code__; print(i1())
c = i1.__closure__[0]
print(c.cell_contents); c.cell_contents = 50; print(i1())
del c.cell_contents
t(i1); t(lambda: c.cell_contents); print(repr(c)[:9], repr(c).split(': ')[1])
print(types.CellType(5).cell_contents, types.CellType(1) == types.CellType(1), types.CellType(1) < types.CellType(2), types.CellType() < types.CellType(1))
t(types.CellType, 1, 2)
t(lambda: types.CellType().cell_contents)
F = types.FunctionType
def adder(a, b=1): return a + b + gl
fn = F(adder.__code__, {'gl': 100}, 'nm', (5,))
print(fn.__name__, fn.__qualname__, fn(1), fn.__defaults__, fn.__module__)
t(F, adder.__code__, {}, 5)
t(F, adder.__code__, {}, 'n', 5)
t(F, adder.__code__, {}, 'n', (5,), 5)
t(F, adder.__code__, {}, 'n', (5,), (types.CellType(1),))
t(F, mk2().__code__, {})
t(F, mk2().__code__, {}, None, None, ())
t(F, mk2().__code__, {}, None, None, (1,))
print(F(mk2().__code__, {}, closure=(types.CellType(4),))())
t(F, 1, {})
t(F, adder.__code__, 5)
t(F)
code = adder.__code__
c2 = code.replace(co_name='zip', co_firstlineno=77)
print(c2.co_name, c2.co_firstlineno, c2.co_varnames, c2.co_argcount, code.co_consts, code.co_names)
t(code.replace, foo=1)
t(code.replace, 5)
t(code.replace, co_name=5)
F2 = F(code.replace(co_consts=code.co_consts), {'gl': 3}); print(F2(1, 2))
print(code == code.replace(), hash(code) == hash(code.replace()), c2 == code)
print(code.co_flags, mk2().__code__.co_flags, mk2.__code__.co_flags, code.co_freevars, mk2().__code__.co_freevars, mk2.__code__.co_cellvars, code.co_nlocals, code.co_stacksize>0, code.co_qualname, mk2().__code__.co_qualname)
async def ac(): pass
def gn(): yield
async def ag(): yield
print(ac.__code__.co_flags, gn.__code__.co_flags, ag.__code__.co_flags, (lambda *a, **k: 0).__code__.co_flags)
def fx(a, /, b, *c, d, **e): pass
print(fx.__code__.co_argcount, fx.__code__.co_posonlyargcount, fx.__code__.co_kwonlyargcount, fx.__code__.co_varnames)
m = types.MethodType(adder, 5)
print(m.__self__, m.__func__ is adder, m.__name__)
t(types.MethodType, 5, 5)
t(types.MethodType, adder)
t(setattr, m, 'x', 5)
t(lambda: m.foo)
adder.foo = 8; print(m.foo)
print(m == types.MethodType(adder, 5), hash(m)==hash(types.MethodType(adder, 5)))
