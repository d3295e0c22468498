"""eval and exec: namespaces, code objects, errors."""
x = 1
print(eval('x + 1'), eval('x', {'x': 2}), eval('x', {'x': 2}, {'x': 3}), eval(' 1 + 1 '), eval('(1,\n2)'), eval(b'5'), eval('[i for i in range(3)]'), eval('lambda: 5')())
ns = {}
exec('a = 1\ndef f(): return a + 1\nclass C: v = a', ns); print(ns['f'](), ns['C'].v, sorted(k for k in ns if k[0] != '_'), '__builtins__' in ns)
exec('y = x + 1'); print(y)
loc = {}; exec('z = x; x = 5', globals(), loc); print(loc, x)
def f():
    q = 1
    exec('q = 2'); r = eval('q + 10')
    return q, r, 'q' in locals()
print(f())
code = compile('a * 2', 'name', 'eval'); print(eval(code, {'a': 4}), code.co_filename, type(code).__name__, code.co_name)
mod = compile('v = 1\nw = v', 'm', 'exec'); d = {}; exec(mod, d); print(d['w'], exec('1'), eval(mod))
exec('print("one"); print("two")'); exec('''
for i in range(2):
    print(i)
''')
exec(compile('s = 3', '<s>', 'single')); print(s); 
for bad in ['eval("x = 1")', 'eval("1;2")', 'exec("x ==")', 'eval("nope")', 'eval("1", 5)', 'eval("1", {}, 5)', 'exec("1", 5)', 'eval(None)', 'exec(f)', 'compile("x", "f")', 'compile("x", "f", "wrong")', 'compile("x = 1", "f", "eval")', 'eval("1\\n2")', 'eval("return 1")', 'exec("return 1")', 'exec("yield 1")', 'exec("await x")', 'exec("break")', 'exec("continue")', 'exec("  x")', 'exec("if 1:\\nx")', 'exec("x\\n  y")', 'eval("1 1")', 'eval("\\x00")', 'exec("import nope_mod")', 'eval("(" * 3)', 'exec("def f(:")', 'eval("x", {"__builtins__": {}})', 'eval("len", {"__builtins__": {}})', 'exec("a = 1", None)', 'eval("y", {})', 'exec("raise KeyError(1)")']:
    try:
        print(bad, '=', repr(eval(bad)) if bad.startswith(('eval', 'compile')) else exec(bad))
    except BaseException as e:
        print(bad, '->', type(e).__name__, e)
class M(dict):
    def __missing__(self, k): return 'missing ' + k
print(eval('foo', {}, M()), eval('len("ab")', {}), exec('k = 1', {}, m := M()), m)
