# Attributes that are floats most of the time, and something else now and then.
class P:
    def __init__(self):
        self.x = 1.0; self.y = 2.0; self.k = 0.5
    def step(self, dt):
        self.x += dt * self.y
        self.y = self.y * 0.5 + self.x
        self.k -= self.x * dt
        return self.x
class Q(P):
    __slots__ = ('z',)
class W:
    def __init__(self, v): self.v = v
    def __add__(self, o): print('add'); return W(self.v + (o.v if isinstance(o, W) else o))
    __radd__ = __add__
    def __mul__(self, o): return W(self.v*2)
    def __repr__(self): return 'W(%r)' % self.v
def go():
    import copy, pickle
    p = P()
    for i in range(5):
        p.step(0.1)
    print(p.x, p.y, p.k, vars(p), p.__dict__, copy.copy(p).__dict__, copy.deepcopy(p).__dict__, getattr(p, 'x'))
    print(p.x is p.x, [p.x, p.y], p.x == p.x, {p.x: 1})
    p.x = 3; print(p.x + 1, p.__dict__)
    p.step(1); print(p.x)
    p.x += 2.0 ; p.x += 1.5; print(p.x)
    p.x = 'a'
    try: p.x += 1.0
    except TypeError as e: print(e)
    try: p.step(0.5)
    except TypeError as e: print(e)
    p.x = W(1)
    try: p.step(2.0)
    except TypeError as e: print(e, p.x, p.y)
    p.x = 1.0
    del p.y
    try: p.step(1.0)
    except AttributeError as e: print(e)
    q = Q(); q.z = 1.0
    for i in range(3):
        q.z += 0.25; q.step(q.z)
        q.x = q.y * 2.0
    print(q.z, q.x, vars(q)); q.__dict__['x'] = 7.5; print(q.x); q.x += 1.0; print(q.__dict__.pop('x'))
    a = P(); b = a
    for i in range(3):
        a.x += b.x; b.x = a.x * b.x + 1.0
        a.x = (a.x) * (b.x) - a.x
    print(a.x)
    def bump(o): o.x = o.x * 2.0; return 1.0
    c = P()
    for i in range(4):
        c.x += bump(c); print(c.x); c.x = c.x * 1.0 + bump(c); print(c.x)
    d = P(); d.x = float('nan'); d.x += 1.0; print(d.x); d.x = 1e308*10; d.x -= d.x * 2.0; print(d.x)
    try: d.x = d.x / (d.y - d.y)
    except ZeroDivisionError as e: print(e)
    from multiprocessing import Process
    e2 = P(); 
    for i in range(3): e2.step(0.5)
    def child(): print(e2.x, e2.__dict__); e2.step(1.0); print(e2.x)
    pr = Process(target=child); pr.start(); pr.join(); print(e2.x)
go()
