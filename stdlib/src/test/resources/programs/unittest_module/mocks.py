import re, sys, io, asyncio
from unittest import mock
from unittest.mock import Mock, MagicMock, patch, call, ANY, sentinel, DEFAULT, AsyncMock, PropertyMock, create_autospec, mock_open, NonCallableMock, seal
def p(*a): print(*(re.sub(r"id='\d+'", "id=N", str(x)) for x in a))
def err(f):
    try: f()
    except Exception as e: p(type(e).__name__, e)
    else: p('no error')
m = Mock()
p(m, m.foo, m.foo.bar(), m())
p(repr(m.a.b.c))
m.method.return_value = 3
p(m.method(1, 2, x=3), m.method.called, m.method.call_count, m.method.call_args, m.method.call_args_list)
p(m.mock_calls, m.method_calls)
m.method.assert_called_with(1, 2, x=3)
m.method.assert_called_once()
err(lambda: m.method.assert_called_with(5))
err(lambda: m.method.assert_not_called())
m.method(7)
err(lambda: m.method.assert_called_once())
err(lambda: m.method.assert_called_once_with(7))
err(lambda: m.never.assert_called())
err(lambda: m.never.assert_called_with(1))
err(lambda: m.method.assert_any_call(9))
m.method.assert_any_call(7)
m.method.assert_has_calls([call(1, 2, x=3), call(7)])
err(lambda: m.method.assert_has_calls([call(7), call(1, 2, x=3)]))
m.method.assert_has_calls([call(7), call(1, 2, x=3)], any_order=True)
p(m.method.call_args.args, m.method.call_args.kwargs, m.method.call_args == call(7), m.method.call_args[0])
e = Mock(side_effect=ValueError('boom'))
err(e)
s = Mock(side_effect=[1, KeyError('k'), 3])
p(s()); err(s); p(s()); err(s)
f = Mock(side_effect=lambda x: x * 2); p(f(4))
f = Mock(side_effect=lambda x: DEFAULT, return_value='dflt'); p(f(4))
p(call(1, a=2), call.foo(3), call.foo.bar(1)(2), call.x.y, call(1) == call(1), call.foo(1) == call.foo(1), call(ANY) == call(object()))
p(ANY, ANY == 3, sentinel.abc, sentinel.abc is sentinel.abc)
mm = MagicMock()
mm.__len__.return_value = 5
mm.__getitem__.return_value = 'item'
mm.__iter__.return_value = iter([1, 2])
p(len(mm), mm[3], list(mm), bool(mm), int(mm), 3 in mm, str(mm)[:10], mm + 1, mm == mm, mm != mm, mm == 3, hash(mm) == hash(mm))
mm.__getitem__.assert_called_with(3)
with mm as ctx: p(ctx is mm.__enter__.return_value)
p(mm.__exit__.call_args)
mm.__contains__.return_value = True
p(9 in mm)
mm.__str__ = lambda self: 'custom'
p(str(mm))
err(lambda: len(Mock()))
class Real:
    attr = 1
    def meth(self, a, b=2): return a
    @staticmethod
    def st(x): pass
    @classmethod
    def cl(cls, y): pass
    async def am(self): pass
sp = Mock(spec=Real)
p(sp, isinstance(sp, Real), sp.meth(1), sp.attr)
err(lambda: sp.nope)
sp.extra = 1
ss = Mock(spec_set=Real)
def f1(): ss.extra = 1
err(f1)
p(Mock(spec=['a', 'b']).a); err(lambda: Mock(spec=['a']).b)
p(Mock(name='nm'), Mock(name='nm').x)
n = Mock(**{'a.b.return_value': 4, 'c': 5}); p(n.a.b(), n.c)
n.reset_mock(); p(n.mock_calls)
del n.c; err(lambda: n.c)
err(lambda: Mock().assert_foo())
class Target:
    value = 1
    def go(self): return 'real'
@patch('__main__.Target')
def t1(T):
    T.return_value.go.return_value = 'fake'
    p(Target().go(), T.called, T)
t1(); p(Target().go())
with patch.object(Target, 'go', return_value='obj') as g: p(Target().go(), g.call_args)
with patch.object(Target, 'value', 99): p(Target.value)
p(Target.value)
err(lambda: patch.object(Target, 'missing').__enter__())
err(lambda: patch('nodots').__enter__())
d = {'a': 1}
with patch.dict(d, {'b': 2}, c=3): p(d)
p(d)
with patch.dict(d, {'z': 1}, clear=True): p(d)
@patch.dict(d, x=1)
def t2(): p(d)
t2(); p(d)
@patch.object(Target, 'go')
@patch('sys.stdout', new_callable=io.StringIO)
def t3(out, go):
    print('captured')
    return out.getvalue(), go
p(*t3())
pt = patch('os.getcwd', return_value='/x'); mo = pt.start(); import os; p(os.getcwd()); pt.stop(); p(os.getcwd() != '/x')
with patch.multiple(Target, go=DEFAULT, value=5) as ms: p(sorted(ms), Target.value)
p(Target.value)
with patch('builtins.open', mock_open(read_data='l1\nl2\n')) as mo:
    with open('f') as fh: p(repr(fh.read()))
    p(open('f').readlines(), list(open('g')), open('h').readline())
    p(mo.call_args_list[0])
with patch('builtins.print') as pr: print('x')
p(pr.call_args)
am = AsyncMock(return_value=3)
async def go():
    p(await am(1)); am.assert_awaited_once_with(1); p(am.await_count, am.await_args)
    a2 = AsyncMock(side_effect=[1, ValueError('v')])
    p(await a2())
    try: await a2()
    except ValueError as e: p(e)
    async with MagicMock() as z: p('in')
    p(await sp.am())
asyncio.run(go())
err(lambda: am.assert_not_awaited())
au = create_autospec(Real)
err(lambda: au.meth())
i = au(); err(lambda: i.meth()); i.meth(1); i.meth.assert_called_once_with(1); err(lambda: i.nope)
def fn(a, b): pass
af = create_autospec(fn, return_value=7); p(af(1, 2)); err(lambda: af(1)); af.assert_called_once_with(1, 2)
with patch.object(Target, 'value', new_callable=PropertyMock) as pm:
    pm.return_value = 'prop'; p(Target().value); Target().value = 5
p(pm.mock_calls)
parent = Mock(); c1 = parent.child; c1.one(); parent.two(3); p(parent.mock_calls)
parent.attach_mock(Mock(return_value=1), 'att'); p(parent.att(5), parent.mock_calls)
w = Mock(wraps=Target()); p(w.go(), w.go.called)
w.go.return_value = 'over'; p(w.go())
sl = Mock(); sl.a = 1; seal(sl); err(lambda: sl.b)
chain = Mock(); chain.a.b(1).c(2); p(chain.mock_calls, chain.mock_calls == call.a.b(1).c(2).call_list())
p(Mock(return_value=None)(), type(Mock()).__name__, isinstance(Mock(), Mock), callable(Mock()), callable(NonCallableMock()))
m5 = Mock(); m5.x = 5; p(m5.x, 'x' in dir(m5)); m5.configure_mock(y=6); p(m5.y)
import unittest
class T(unittest.TestCase):
    @patch('__main__.Target.go')
    def test_a(self, go):
        go.return_value = 2
        self.assertEqual(Target().go(), 2)
    def setUp(self):
        pa = patch('__main__.Target.value', 77); pa.start(); self.addCleanup(pa.stop)
    def test_b(self): self.assertEqual(Target.value, 77)
r = unittest.TestResult(); unittest.defaultTestLoader.loadTestsFromTestCase(T).run(r); p(r, Target.value)
