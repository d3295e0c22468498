# functions and code objects
import types, copy
def f(a, b=1, /, c=2, *args, d, e=5, **kw):
    "doc"
    local = a
    def inner(): return local + b
    return inner
co = f.__code__
print(co.co_name, co.co_argcount, co.co_posonlyargcount, co.co_kwonlyargcount, co.co_varnames, co.co_cellvars, co.co_freevars, co.co_flags, co.co_nlocals)
print(co.co_names, co.co_consts[0])
g = f(1, d=2)
print(g.__code__.co_freevars, g.__closure__[0].cell_contents, g.__code__.co_flags)
print(f.__defaults__, f.__kwdefaults__, f.__annotations__, f.__qualname__, f.__module__, f.__dict__)
f.__defaults__ = (10, 20)
print(f.__defaults__)
f.__kwdefaults__ = {'d': 1}
print(f(0)())
def h(x): return x * 2
def k(x): return x * 3
h.__code__ = k.__code__
print(h(2), h.__name__)
try: h.__code__ = g.__code__
except ValueError as e: print(e)
try: h.__code__ = 1
except TypeError as e: print(e)
try: h.__defaults__ = 1
except TypeError as e: print(e)
try: h.__name__ = 1
except TypeError as e: print(e)
try: h.__kwdefaults__ = 1
except TypeError as e: print(e)
try: h.__globals__ = {}
except AttributeError as e: print(e)
h.x = 1
print(h.__dict__, vars(h))
del h.x
try: h.x
except AttributeError as e: print(e)
fn = types.FunctionType(k.__code__, globals(), 'newname', (5,))
print(fn(), fn.__name__, fn.__defaults__)
try: types.FunctionType(1, {})
except TypeError as e: print(e)
m = types.MethodType(k, 7)
print(m(), m.__self__, m.__func__ is k)
def gen(): yield 1
async def co2(): pass
async def ag(): yield
print([x.__code__.co_flags for x in (gen, co2, ag, lambda: 0)])
print((lambda *a, **k: 0).__code__.co_varnames)
print(co == f.__code__, hash(co) == hash(f.__code__))
ns = types.SimpleNamespace(a=1, b='x')
print(ns, ns == types.SimpleNamespace(a=1, b='x'), ns.__dict__)
def outer():
    x = 1
    class C:
        y = x
        def m(self): return __class__
    return C
print(outer().y, outer()().m())
print(f.__get__(3).__self__, f.__get__(None, int) is f if True else 0)
print(callable(f), type(f), type(m), type(len), type(print.__self__))
def kwonly(*, a): pass
for call in (lambda: kwonly(), lambda: kwonly(1), lambda: kwonly(b=1), lambda: kwonly(a=1, b=2), lambda: h(), lambda: h(1, 2), lambda: h(y=1), lambda: h(1, x=2), lambda: h(*[1], **{'x': 2}), lambda: h(**{1: 2}), lambda: h(*1), lambda: h(**1), lambda: len(), lambda: len(1, 2), lambda: len(obj=1), lambda: f(1, b=2, d=3), lambda: int(1, 2, 3), lambda: 'a'.join(), lambda: [].append(1, 2), lambda: {}.get(), lambda: print(foo=1), lambda: sorted(), lambda: sorted(1), lambda: max(), lambda: max(1), lambda: max([]), lambda: isinstance(1), lambda: isinstance(1, 1), lambda: getattr(1), lambda: getattr(1, 2), lambda: range(), lambda: range(1.5), lambda: range(1, 2, 0), lambda: zip(1), lambda: map(), lambda: map(1), lambda: enumerate(), lambda: chr(-1), lambda: chr('a'), lambda: ord('ab'), lambda: ord(1), lambda: abs('a'), lambda: round('a'), lambda: sum('a'), lambda: sum(['a']), lambda: divmod(1, 0), lambda: pow(2, -1, 0), lambda: hash([]), lambda: iter(1), lambda: next(1), lambda: next(iter([])), lambda: open(1.5), lambda: int('a', 40), lambda: float('x'), lambda: complex('x'), lambda: bytes(-1), lambda: bytes('a'), lambda: bytearray(1.5), lambda: str(b'a', 1), lambda: slice(), lambda: super(), lambda: object(1), lambda: type(1, 2), lambda: type('a', 1, {}), lambda: tuple(1), lambda: dict(1), lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: set(1), lambda: frozenset([[]]), lambda: vars(1), lambda: dir(1, 2), lambda: id(), lambda: bin('a'), lambda: hex(1.5), lambda: format(1, 2), lambda: format(1, 'z'), lambda: eval(1), lambda: exec(1), lambda: compile(1, 2, 3), lambda: __import__(1), lambda: __import__('nope.x'), lambda: staticmethod(), lambda: property(1, 2, 3, 4, 5), lambda: issubclass(1, 2), lambda: setattr(1, 'a', 2), lambda: delattr(1, 'a'), lambda: reversed({1}), lambda: filter(1), lambda: all(1), lambda: any(), lambda: input(1, 2), lambda: memoryview(1)):
    try: print('value', call())
    except Exception as e: print(type(e).__name__, e)
