# Code in bytes says its encoding; names come from mappings; None stands for the caller's names.
def show(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(type(e).__name__, e)


print(eval(b'\xef\xbb\xbf1+1'), eval(b'# -*- coding: latin-1 -*-\n"\xe9"'))
show(eval, 'a\0b')
show(eval, b'a\0b')
class Map:
    def __getitem__(self, k): return {'a': 1, 'b': 2}[k]
    def keys(self): return ['b', 'a', 'c']
print(eval('dir()', {}, Map()), eval('a + b', {}, Map()))

def current(*args):
    return eval(compile('args[0]', 'x', 'eval'), None, None)


def local_names(a, b):
    return eval('a + c', None, {'a': 1, 'c': 10}), eval('b', None)


print(current(3), local_names(1, 2))
exec("""
def f():
    y = 1
    def g():
        global y
        return y
    def h():
        return y + 1
    return g, h
y = 9
g, h = f()
result = g(), h()
""", globals_ := {}, locals_ := {})
print(locals_['result'], globals_['y'], 'y' in locals_)
print(list(map(eval, ['1 + 1', 'show.__name__'])))

