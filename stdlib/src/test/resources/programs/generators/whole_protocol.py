"""The whole protocol of generators: states, words of errors, throw, yield from."""
import inspect, sys, types
def t(name_, f, *a, **k):
    try:
        print(name_, '->', repr(f(*a, **k)))
    except BaseException as e:
        print(name_, '!', type(e).__name__, e)
def g():
    x = 1
    y = yield x
    z = yield y
    return z
a = g()
t('state', inspect.getgeneratorstate, a); t('locals', inspect.getgeneratorlocals, a); t('fl', lambda: a.gi_frame.f_lineno); t('flo', lambda: a.gi_frame.f_locals); t('code', lambda: a.gi_code.co_name); t('lasti', lambda: a.gi_frame.f_lasti); t('susp', lambda: a.gi_suspended)
t('send early', a.send, 1); next(a); t('state', inspect.getgeneratorstate, a); t('locals', inspect.getgeneratorlocals, a); t('fl', lambda: a.gi_frame.f_lineno); t('flo', lambda: a.gi_frame.f_locals); t('susp', lambda: a.gi_suspended)
a.send(5); t('locals', inspect.getgeneratorlocals, a); t('fl', lambda: a.gi_frame.f_lineno); t('end', a.send, 7); t('state', inspect.getgeneratorstate, a); t('frame', lambda: a.gi_frame); t('locals', inspect.getgeneratorlocals, a); t('next', next, a); t('nextd', next, a, 'd'); t('code', lambda: a.gi_code.co_name); t('yf', lambda: a.gi_yieldfrom); t('running', lambda: a.gi_running)
t('set', lambda: setattr(a, 'gi_frame', 1)); t('set', lambda: setattr(a, 'gi_running', 1)); t('set', lambda: setattr(a, '__name__', 1)); a.__name__ = 'nn'; a.__qualname__ = 'qq'; t('name', lambda: (a.__name__, a.__qualname__, repr(a)[:20])); t('del', lambda: delattr(a, '__name__'))
t('dict', lambda: a.__dict__); t('attr', lambda: setattr(a, 'foo', 1)); t('new', lambda: type(a)()); t('sub', lambda: type('X', (type(a),), {})); t('bad locals', inspect.getgeneratorlocals, 5)
def run():
    yield t('in', next, me)
me = run(); next(me)
def run2():
    yield inspect.getgeneratorstate(me2), me2.gi_running
    me2.close()
me2 = run2(); t('r', next, me2); t('closing self', next, me2)
def swallow():
    try: yield 1
    except GeneratorExit: yield 2
s = swallow(); next(s); t('ignored', s.close); t('next', next, s)
def ret():
    try: yield 1
    except GeneratorExit: return 5
s = ret(); next(s); t('close', s.close)
def rais():
    try: yield 1
    finally: raise KeyError('in close')
s = rais(); next(s); t('close', s.close); t('close2', s.close)
def si():
    yield 1
    raise StopIteration('x')
s = si(); next(s); t('si', next, s)
def si2(): yield next(iter([]))
t('si2', next, si2())
try: next(si2())
except RuntimeError as e: print(repr(e.__cause__), e.__suppress_context__, repr(e.__context__))
# throw forms
def catch():
    while True:
        try: x = yield 'ok'
        except Exception as e: print('caught', repr(e), e.args)
def fresh(): c = catch(); next(c); return c
for args in [(ValueError,), (ValueError, 'v'), (ValueError, ('a', 'b')), (ValueError('i'),), (ValueError, ValueError('j')), (ValueError, KeyError('k')), (ValueError('i'), 'v'), (5,), ('x',), (None,), (ValueError, 'v', 5), (int,), (ValueError, None), (ValueError, None, None), (), (1,2,3,4)]:
    t(str(args), fresh().throw, *args)
c = catch(); t('unstarted', c.throw, ValueError('u')); t('after', next, c); c = catch(); c.close(); t('closed throw', c.throw, ValueError('c')); t('closed', c.close)
t('kw', lambda: fresh().throw(typ=ValueError)); t('sendn', fresh().send); t('send2', fresh().send, 1, 2)
# yield from
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 2: raise StopIteration('done')
        return self.n
def yf(x):
    r = yield from x
    print('r', r)
    return r
for mk in (lambda: It(), lambda: [1, 2], lambda: (1, 2), lambda: 'ab', lambda: {1: 2}, lambda: {1}, lambda: range(2), lambda: map(str, [1]), lambda: b'a', lambda: iter([1]), lambda: zip([1], [2]), lambda: (i for i in [3]), lambda: enumerate('a')):
    t('yf', lambda: list(yf(mk())))
t('yf bad', lambda: list(yf(5)))
x = yf(It()); next(x); t('send to it', x.send, 5)
x = yf(It()); next(x); t('send None', x.send, None); 
x = yf(It()); next(x); t('throw to it', x.throw, ValueError('t'))
x = yf(It()); next(x); t('close it', x.close)
x = yf([1,2]); next(x); t('send to list', x.send, 5)
class S:
    def __iter__(self): return self
    def __next__(self): return 'n'
    def send(self, v): return ('sent', v)
    def throw(self, *a): return ('thrown', len(a), [type(y).__name__ for y in a])
    def close(self): print('S closed')
x = yf(S()); next(x); t('send', x.send, 5); t('throw', x.throw, ValueError('z')); t('exit', x.throw, GeneratorExit); 
x = yf(S()); next(x); t('yieldfrom', lambda: type(x.gi_yieldfrom).__name__); t('close', x.close)
class S2(S):
    def throw(self, *a): raise StopIteration('from throw')
    def send(self, v): raise StopIteration('from send')
x = yf(S2()); next(x); t('si', x.throw, ValueError); x = yf(S2()); next(x); t('si', x.send, 1)
class S3(S):
    close = 5
    throw = property(lambda self: 1/0)
def inner():
    try: yield 'i'
    except ValueError as e: yield ('inner caught', str(e)); return 'iret'
x = yf(inner()); next(x); t('thr', x.throw, ValueError('pp')); t('end', next, x)
def innerclose():
    try: yield 1
    finally: print('inner finally')
x = yf(innerclose()); next(x); x.close()
def rec():
    yield from me3
me3 = rec(); t('rec', next, me3)
# StopIteration values
for v in (None, (), (1,), (1, 2), StopIteration(3), ValueError('q'), [1]):
    def rv():
        return v
        yield
    try: next(rv())
    except StopIteration as e: print(repr(e.value), repr(e.args))
def outer2(): return (yield from rv())
try: next(outer2())
except StopIteration as e: print(repr(e.value))
t('SI', lambda: (StopIteration().value, StopIteration(1).value, StopIteration(1, 2).value))
@types.coroutine
def tc():
    r = yield 'awaited'
    return r
async def co(): return (await tc()) + 1
z = co(); t('co', z.send, None); t('co', z.send, 4); t('reuse', z.send, None)
t('tc', lambda: types.coroutine(5)); t('tc', lambda: types.coroutine(lambda: 5)()); 
z = co(); t('cr', lambda: (z.cr_running, z.cr_frame.f_lineno, z.cr_await, z.cr_code.co_name, inspect.getcoroutinestate(z))); z.send(None); t('cr', lambda: (type(z.cr_await).__name__, inspect.getcoroutinestate(z), inspect.getcoroutinelocals(z))); z.close(); t('cr', lambda: (z.cr_await, inspect.getcoroutinestate(z)))
