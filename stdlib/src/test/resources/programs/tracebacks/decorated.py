def deco(f): return f
@deco
def f(a, b):
    return a @ b
class K(f(1, 2)): pass
