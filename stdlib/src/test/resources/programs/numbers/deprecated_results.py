# Special methods that give instances of subclasses of int, float and complex.
import warnings

warnings.simplefilter("always")
def show(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(type(e).__name__, e)


class F(float): pass
class I:
    def __index__(self): return True
    def __float__(self): return F(1.5)
class N:
    def __int__(self): return True
    def __complex__(self): 
        class C(complex): pass
        return C(1j)
class Tr:
    def __trunc__(self): return 5
show([1,2].__getitem__, I()); show(int, N()); show(float, I()); show(complex, N()); show(int, Tr())
print(bool(NotImplemented))
