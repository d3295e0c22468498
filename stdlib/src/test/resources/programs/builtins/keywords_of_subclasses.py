# Keyword arguments reach the constructors of subclasses of builtin types.
def show(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(type(e).__name__, e)


class L(list):
    def __new__(cls, seq, newarg=None):
        self = super().__new__(cls, seq); self.newarg = newarg
        return self
x = L([1, 2], newarg=3); print(x, x.newarg)
class L2(list): pass
show(L2, sequence=())
class S(set):
    def __new__(cls, seq, newarg=None):
        self = super().__new__(cls, seq); self.newarg = newarg
        return self
show(S, [1], newarg=3)
class T(tuple): pass
class F(float): pass
class Z(frozenset): pass
for t in T, F, Z: show(t, x=())
class F2(float):
    def __init__(self, value, newarg=None): self.newarg = newarg
show(F2, 2.5, newarg=3)
