"""Deep chains of yield from; asynchronous generators step by step."""
import sys, time
def t(name_, f, *a, **k):
    try:
        print(name_, '->', repr(f(*a, **k)))
    except BaseException as e:
        print(name_, '!', type(e).__name__, str(e)[:90])
def chain(n):
    def leaf():
        for i in range(3):
            got = yield i
            if got: print('leaf got', got)
        return 'leaf'
    def link(inner):
        r = yield from inner
        return r
    g = leaf()
    for i in range(n): g = link(g)
    return g
sys.setrecursionlimit(10**6)
g = chain(500); t('list', lambda: list(g))
g = chain(500); next(g); t('send', g.send, 'hello'); t('throw', g.throw, ValueError('deep'))
g = chain(500); next(g); t('close', g.close)
def counter(n):
    if n: yield from counter(n - 1)
    yield n
t('tree', lambda: sum(counter(400)))
t0 = time.time()
def leaf(n):
    for i in range(n): yield i
g = leaf(3000)
def link(x): yield from x
for i in range(400): g = link(g)
t('sum', lambda: sum(g))
g = None
async def agen():
    try:
        x = yield 1
        print('got', x)
        y = yield 2
    except ValueError as e:
        print('caught', e); yield 'after'
    finally:
        print('finally')
def step(c):
    try: c.send(None)
    except StopIteration as e: return e.value
    except BaseException as e: return type(e).__name__, str(e)
    return 'suspended'
a = agen(); print(step(a.__anext__()), step(a.asend('v')), step(a.athrow(ValueError('tt'))), step(a.__anext__()), step(a.__anext__()))
a = agen(); print(step(a.asend('early'))); print(step(a.asend(None)), step(a.aclose()), step(a.__anext__()), step(a.aclose()))
a = agen(); print(step(a.athrow(KeyError('k'))), step(a.__anext__()))
a = agen(); x = a.__anext__(); print(step(x)); print(step(x)); step(a.aclose())
a = agen(); x = a.asend(None); x.close(); print(step(x)); y = a.__anext__(); print(step(y)); step(a.aclose())
async def ign():
    try: yield 1
    except GeneratorExit: yield 2
a = ign(); step(a.__anext__()); print(step(a.aclose()))
async def sai():
    yield 1
    raise StopAsyncIteration
a = sai(); step(a.__anext__()); print(step(a.__anext__()))
async def asi():
    yield 1
    raise StopIteration('s')
a = asi(); step(a.__anext__()); print(step(a.__anext__()))
a = agen(); print(a.ag_running, a.ag_frame is not None, a.ag_await, a.ag_code.co_name, type(a).__name__, hasattr(a, '__aiter__'), a.__aiter__() is a)
print([n for n in dir(a) if not n.startswith('__')])

first = []; fin = []
old = sys.get_asyncgen_hooks(); print(old.firstiter, old.finalizer)
sys.set_asyncgen_hooks(firstiter=lambda g: first.append(g), finalizer=lambda g: fin.append(g))
a = agen(); b = a.__anext__(); print(len(first)); step(b); step(a.aclose()); sys.set_asyncgen_hooks(None, None)
t('hooks bad', sys.set_asyncgen_hooks, firstiter=5)
