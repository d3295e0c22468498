"""The text of a SyntaxError: with its end from the parser, without from the scanner, none from
the compiler where there is no file."""
import re
import traceback

for source in [
        'return 1', '1__0', '1__0\nx', 'a b', 'a b\nc', 'if 1:\npass', '"abc', 'x = 1 +', 'yield 1',
        'break', 'continue', 'nonlocal x', 'def f():\n  global x\n  x=1\n  global x', 'f() = 1',
        'a = 1 = b', '0777', '$', 'class A:\n  return', 'await x', 'del f()',
        'def f(x):\n  global x', 'def f():\n  nonlocal y', 'lambda x=1, y: 1',
        'f(a=1, a=2)', 'f(a=1, 2)', 'print 1', 'for x in y pass', 'None = 1', 'x = }', 'x = (]']:
    for mode in ('exec', 'eval'):
        try:
            compile(source, '<text>', mode)
            print(repr(source), mode, 'ok')
        except SyntaxError as e:
            print(repr(source), mode, type(e).__name__, e.msg, e.filename, e.lineno, e.offset,
                  repr(e.text))
            if mode == 'exec':
                print(traceback.format_exception_only(e))

try:
    exec('def f():\n    pass\nreturn f')
except SyntaxError:
    print(re.sub(r'".*/', '"', traceback.format_exc()))
