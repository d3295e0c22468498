"""What is refused before it runs."""


def refused(source):
    try:
        compile(source, 'x.py', 'exec')
    except SyntaxError as e:
        print(f'{e.msg} | {e.lineno}:{e.offset}')
    else:
        print('accepted', source)


for s in [
          'def f():\n x = 1\n global x', 'def f():\n print(x)\n global x', 'def f(x):\n global x', 'def f(x):\n nonlocal x',
          'def f():\n nonlocal x', 'nonlocal x', 'def f():\n x = 1\n def g():\n  nonlocal x\n  global x',
          'def f():\n global x\n nonlocal x', 'class C:\n x = 1\n def f(self):\n  nonlocal x',
          'def f(a, a): pass', 'lambda a, a: 1', 'x = 1\nglobal x', 'global x\nx: int = 1', 'def f():\n global x\n x: int',
          'return 1', 'class C:\n return 1', 'yield 1', 'class C:\n yield', 'break', 'continue', 'if 1:\n break',
          'for x in y:\n def f():\n  break', 'while 1:\n class C:\n  continue',
          '[(yield) for x in y]', 'def f(): return [(yield x) for x in y]', 'def f(): return ((yield) for x in y)',
          'def f():\n from os import *', 'class C:\n from os import *', '[x := 1 for x in y]', '[i := 0 for i in range(5)]',
          'class C: [x := 1 for i in y]', '[[(j := 0) for i in range(5)] for j in range(5)]', '[i for i in (j := range(5))]',
          'def f(*, a, a): pass', 'from __future__ import nope', 'x=1\nfrom __future__ import division', 'from __future__ import braces',
          'def f():\n from __future__ import division', '"""doc"""\nfrom __future__ import annotations', 'import a.b as c.d',
          'def f():\n x: int\n global x', 'def f(None): pass', '__debug__ = 1', 'del __debug__', 'x.__debug__ = 1',
          'for __debug__ in x: pass', 'lambda: (yield)', 'del f()', 'del (a, b), [c]', 'del *a', '*a = 1', '*a, = 1', 'a, *b, *c = 1',
          'x = *a', 'x = *a,', 'print(*a, **b, *c)', 'f(**a, b)', 'f(a=1, b)', 'f(a=1, a=2)', 'f(x for x in y, 1)', 'try: pass\nexcept: pass\nexcept V: pass',
          'with a as b.c, d as e[0]: pass', 'with a as f(): pass', 'async def f(): pass\nawait = 1', 'def f():\n  return\n yield', 'a = b += c', 'a: int, b: int = 1', '(a): int = 1', 'a.b: int = 1', 'a[0]: int', '(a, b): int', 'x = yield = 1', 'def f(): x = yield = 1', 'f() = 1', 'a + 1 = 2', 'f() += 1', '(a, b) += 1', 'None = 1', 'a.None = 1', 'for 1 in x: pass', '"a" = 1', '{a: 1} = 1', '[a, 1] = x', 'a if b else c = 1', 'lambda: 1 = 2', 'x := 1', '(x.y := 1)', '(x[0] := 1)', 'not a = 1', 'a < b = 1', '... = 1', 'with x: pass\nelse: pass']:
    refused(s)
