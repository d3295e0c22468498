# Annotations in a namespace that is no dict; those of names in parentheses bind nothing.
def g():
    (nosuch): int
    try: print(nosuch)
    except NameError as e: print(type(e).__name__)
g()
class M:
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
m = M(); exec('x: int = 1\ny: str', {}, m); print(m.d)


def h():
    (bound): int = 1
    return bound


print(h())
