def h(x, y): return x.foo.bar + y
class A:
    append = 1
    def __init__(self): self.foo = self
a = A()
h(a, 2)
