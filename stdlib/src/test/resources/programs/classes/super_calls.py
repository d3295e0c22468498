# super() in methods, static methods and class methods; missing names.
class A:
    def __init__(self,x): self.x=x
    def f(self): return 1
class B(A):
    def __init__(self,x,y):
        super().__init__(x); self.y=y
    def f(self): return super().f()+1
    @classmethod
    def make(cls): return super().__new__(cls)
class C(B):
    def f(self): return super().f()+1
    def g(self):
        try: return super().nothing()
        except AttributeError as e: return str(e)
    def __repr__(self): return "C"+super().__repr__()[:3]
class M:
    def f(self): return super().f()*10
class D(M,B): pass
def go():
    for i in range(3):
        c=C(1,2); print(c.f(), c.g(), c, c.x, c.y, D(1,2).f(), type(B.make()))
        try: C(1)
        except TypeError as e: print(e)
go()
