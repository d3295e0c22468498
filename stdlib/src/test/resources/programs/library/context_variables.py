"""contextvars: the whole face."""
import contextvars, re
from contextvars import *
def t(name_, f, *a, **k):
    try:
        print(name_, '->', re.sub('0x[0-9a-f]+', '0x', repr(f(*a, **k))))
    except BaseException as e:
        print(name_, '!', type(e).__name__, re.sub('0x[0-9a-f]+', '0x', repr(e.args)))
v = ContextVar('v', default=1); w = ContextVar('w')
t('types', lambda: (Context, ContextVar, Token))
t('no', ContextVar); t('no', ContextVar, 1); t('no', ContextVar, 'a', 1); t('no', ContextVar, 'a', foo=1); t('no', ContextVar, name='x')
t('v', lambda: v); t('w', lambda: w); t('name', lambda: v.name)
def s(): v.name = 1
t('set', s)
t('get', v.get); t('get', w.get); t('get', w.get, 5); t('get', w.get, 5, 6); t('get', w.get, default=3)
tok = v.set(2); t('tok', lambda: tok); t('old', lambda: tok.old_value); t('miss', lambda: (Token.MISSING, tok.old_value is Token.MISSING, tok.var is v))
t('reset', w.reset, tok); t('reset', v.reset, 3); t('reset', v.reset, tok); t('reset', v.reset, tok); t('tok', lambda: tok)
t('get', v.get)
t2 = v.set(3); t3 = v.set(4); t('old', lambda: t3.old_value); v.reset(t3); t('get', v.get); v.reset(t2); t('get', v.get)
t('Token', Token); t('Context', Context, 1); t('Context', Context, a=1)
c = copy_context(); t('c', lambda: c); t('len', lambda: len(c)); v.set(9); c = copy_context(); t('len', lambda: (len(c), list(c) == [v], list(c.values()), [(k.name, x) for k, x in c.items()], [k.name for k in c.keys()]))
t('k', lambda: c[1]); t('k', lambda: c[w]); t('k', lambda: c[v]); t('in', lambda: v in c); t('in', lambda: w in c); t('in', lambda: 1 in c); t('get', c.get, v); t('get', c.get, w); t('get', c.get, w, 7); t('get', c.get); t('get', c.get, 1)
t('run', c.run); t('run', c.run, 1); t('run', c.run, lambda *a, **k: (a, k), 1, b=2); t('twice', c.run, c.run, print); t('get', lambda: v.get())
def ch(): v.set(100); w.set('ww'); return v.get()
t('run', c.run, ch); t('v', v.get); t('w', w.get); t('c', lambda: (c[v], c[w]))
def bad(): v.set(5); raise KeyError('x')
t('bad', c.run, bad); t('c', lambda: c[v]); t('again', c.run, v.get)
ctx = Context(); tk = ctx.run(v.set, 1); t('other ctx', v.reset, tk)
t('del', w.reset, w.set(1)); t('w', w.get)
t('sub', lambda: type('X', (ContextVar,), {})); t('sub', lambda: type('X', (Context,), {})); t('sub', lambda: type('X', (Token,), {}))
t('GA', lambda: ContextVar[int]); t('TA', lambda: Token[int])
t('dir', lambda: [n for n in dir(Context) if n[0] != '_']); t('dir', lambda: [n for n in dir(ContextVar) if n[0] != '_']); t('dir', lambda: [n for n in dir(Token) if n[0] != '_'])
import copy
t('copy', lambda: copy.copy(v)); t('copy', lambda: copy.copy(c)); 
t('all', lambda: contextvars.__all__)
t('bool', lambda: (bool(c), bool(Context())))
e = c.copy(); e.run(v.set, 'e'); t('copies', lambda: (c[v], e[v]))
t('hash var', lambda: hash(v) == hash(v))
