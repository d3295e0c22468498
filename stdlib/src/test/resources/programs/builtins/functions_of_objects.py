"""getattr, setattr, isinstance, issubclass, type, vars, dir, id, repr, callable, print, input ..."""
class A: x = 1
class B(A):
    def __init__(self): self.y = 2
b = B()
print(getattr(b, 'x'), getattr(b, 'z', None), hasattr(b, 'y'), setattr(b, 'z', 3), b.z, delattr(b, 'z'), vars(b), isinstance(b, A), isinstance(b, (int, A)), isinstance(1, int | str), issubclass(B, A), issubclass(B, (int, object)), issubclass(bool, int | str), type(b).__name__, type(type(b)).__name__)
print(isinstance(None, type(None)), isinstance(True, bool), isinstance([], list), callable(A), callable(b), repr(A), [n for n in dir(b) if n[0] != '_'], sorted(vars(B))[-1])
print(1, 'a', None, sep='-', end='!\n'); print(); print(*[1, 2], sep='\n'); print('x', end=''); print('', 'y', sep='|'); print(sep='x'); print(1, 2, sep=None, end=None); print('flush', flush=True)
import sys
print('to stderr'[:0], file=sys.stdout, end='file\n')
class W:
    def __init__(self): self.parts = []
    def write(self, s): self.parts.append(s)
w = W(); print('a', 1, file=w); print(w.parts)
for code in ['isinstance(1, 5)', 'isinstance(1, "int")', 'isinstance(1, [int])', 'isinstance(1, (int, 5))', 'isinstance("a", (int, 5))', 'issubclass(1, int)', 'issubclass(int, 5)', 'isinstance(1, list[int])', 'getattr(b)', 'getattr(b, "q")', 'getattr(b, 5)', 'setattr(b, 1, 2)', 'delattr(b, "q")', 'vars(5)', 'type("X", (), 5)', 'type("X", 5, {})', 'type(5, (), {})', 'type("X", (5,), {})', 'type()', 'type(1, 2)', 'print(sep=5)', 'print(end=5)', 'print(file=5)', 'print(x=1)', 'repr()', 'repr(1, 2)', 'callable()', 'dir(1, 2)', 'hasattr(b, 5)', 'format()', 'super().x', 'object().x', 'globals(1)', 'input(1, 2)', '__import__("nope")', 'open()', 'int.x', 'compile("x", "f", "bad")', 'eval(5)', 'exec(5)', 'eval("1 +")', 'type.mro(5)', 'vars(1, 2)', 'setattr(b, "x")', 'id(1, 2)', 'memoryview(1)', 'staticmethod()', 'property(1, 2, 3, 4, 5)']:
    try:
        print(code, '=', repr(eval(code)).split(' at ')[0])
    except Exception as e:
        print(code, '->', type(e).__name__, e)
print(object() == object(), type(object()).__name__, NotImplemented, Ellipsis, __name__, type(NotImplemented).__name__, None.__class__.__name__, (None).__repr__(), str(object())[:16])
print(locals() is globals(), 'A' in globals(), (lambda: sorted(locals()))(), (lambda a, b: locals())(1, 2), eval('x + 1', {'x': 1}), eval('a', {}, {'a': 2}))
