"""property in all its forms."""


class T:
    def __init__(self): self._v = 1

    @property
    def v(self):
        """The v."""
        return self._v

    @v.setter
    def v(self, x): self._v = x

    @v.deleter
    def v(self): self._v = None

    ro = property(lambda self: 'read only')
    wo = property(None, lambda self, v: print('wrote', v))
    empty = property()
    documented = property(lambda s: 1, doc='given')


t = T()
t.v = 5
print(t.v)
del t.v
print(t.v, T.v.__doc__, T.documented.__doc__, T.v.fget.__name__, T.v.fset, T.ro.fset) if 0 else print(t.v, T.v.__doc__, T.documented.__doc__, T.v.fget.__name__, T.ro.fset)
t.wo = 3
for code in ['t.ro = 1', 'del t.ro', 't.wo', 't.empty', 't.empty = 1', 'T.v.getter(1).__get__(t)']:
    try:
        exec(code)
    except Exception as e:
        print(code, '->', type(e).__name__, e)


class S(T):
    @T.v.getter
    def v(self): return 'sub ' + str(self._v)

    @property
    def ro(self): return super().ro + '!'


s = S()
s.v = 8
print(s.v, s.ro)
print(isinstance(T.v, property), type(T.v).__name__, T.v.__get__(t, T), T.__dict__['v'] is T.v)


class Counter:
    n = 0
    @property
    def next(self):
        self.n += 1
        return self.n


c = Counter()
print(c.next, c.next, c.n)


class Prop(property):
    extra = 'x'


class U:
    @Prop
    def a(self): return 1


print(U().a, U.a.extra)


class Fails:
    @property
    def p(self): return self.missing


try:
    Fails().p
except AttributeError as e:
    print(e)
class CP:
    @classmethod
    @property
    def both(cls): return cls.__name__
print(CP.both)
