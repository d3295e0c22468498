import warnings, sys
code = '''
x = 1
if x is 1: pass
x is not 'a'
x is ()
x is -1
() is x
x is None
x == 1
1 < x is 3
'''
def run(code):
    with warnings.catch_warnings(record=True) as log:
        warnings.simplefilter('always')
        compile(code, 'file.py', 'exec')
    for w in log: print(w.category.__name__, w.message, w.filename, w.lineno)
run(code)
for c in ('assert (1, "msg")', 'assert (x, "m")', 'assert ()', '1()', '"a"(1)', '(1, 2)(3)', '[1][2](3)', '[1](2)', '{}()', '{1}()', 'f"x"()', '(x for x in y)()', '[x for x in y]()', '1[0]', 'None[0]', '"a"["b"]', '[1]["a"]', '(1, 2)[1.5]', '[1][2, 3]', '{1}[0]', '(lambda: 0)[1]', '(x for x in y)[0]', '"abc"[None]', '[1][x]', '[1][True]', 'f"a"["b"]', '...[0]', '1.5[1]', '1j[1]', 'b"a"["b"]', '[1, 2][()]', '[[1] [2]]', '(1)(2)', 'None()', 'True()', '...()', 'x = [(1, 2) (3, 4)]', 'def f():\n  return 1 is x', 'class C:\n  assert (1, 2)', '[0][1:2]', '{1: 2}[3]', 'lambda: x is 1'):
    print('#', c); 
    try: run(c)
    except SyntaxError as e: print(e)
warnings.simplefilter('error')
try: compile('x = 1\ny = x is 1', 'f.py', 'exec')
except SyntaxError as e: print(e.msg, e.filename, e.lineno, e.offset)
try: eval('"a" "b" (1)')
except SyntaxError as e: print(e.msg)
