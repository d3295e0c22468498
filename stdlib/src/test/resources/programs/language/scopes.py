"""Which variable a name means."""
x = 'global'


class A:
    x = 'class'
    y = [x for _ in range(1)]
    z = [i for i in [x]]
    later = lambda self: x

    def method(self):
        return x, __class__.__name__

    class Inner:
        seen = x

        def f(self):
            return __class__

    copy = x
    del x
    after = x


print(A.y, A.z, A().later(), A().method(), A.Inner.seen, A.Inner().f(), A.copy, A.after)


def outer():
    x = 'outer'

    class B:
        a = x
        x = 'in B'
        b = x

        def f(self):
            return x

    class C:
        nonlocal x
        x = 'set by C'

    class D:
        global x
        before = x
        x = 'global set by D'
    return B.a if hasattr(B, 'a') else None, B.b, B().f(), x, hasattr(C, 'x'), D.before


try:
    print(outer())
except NameError as e:
    print(type(e).__name__, e)


def outer2():
    y = 'outer'

    class B:
        a = y

        def f(self):
            return y
    class E:
        locals()['q'] = 5
        w = q
    return B.a, B().f(), E.w


print(outer2(), x)


def counter():
    n = 0

    def up():
        nonlocal n
        n += 1
        return n

    def down():
        nonlocal n
        n -= 1
        return n
    return up, down


u, d = counter()
print(u(), u(), d(), u.__closure__[0].cell_contents, u.__code__.co_freevars)


def unbound():
    print(later)
    later = 1


def free_unbound():
    def inner():
        return later
    try:
        return inner()
    except NameError as e:
        print(type(e).__name__, e)
    later = 1
    return inner()


def deleted():
    v = 1
    del v
    return v


def del_cell():
    v = 1

    def f():
        return v
    del v
    f()


for f in (unbound, free_unbound, deleted, del_cell):
    try:
        print(f())
    except NameError as e:
        print(type(e).__name__, e)

# walrus
print([y := 1, y ** 2], y)
print([last := i for i in range(3)], last)


def w():
    if any((hit := n) > 2 for n in range(5)):
        return hit, [(k := j) for j in 'ab'], k


print(w())
while (n := len(x)) > 20:
    break
print(f'{(q := 5)}', q, f'{q:=4}')


def gw():
    global gx
    [gx := i for i in range(3)]


gw()
print(gx)
def default(a, b=x, *, c=[len(x)]):
    c.append(a)
    return b, c


x = 'changed'
print(default(1), default(2))
fs = [lambda i=i: i for i in range(3)]
gs = [lambda: i for i in range(3)]
print([f() for f in fs], [g() for g in gs])


def qual():
    class K:
        def m(self):
            def n():
                return lambda: 0
            return n
    return K


print(qual().__qualname__, qual()().m().__qualname__, qual()().m()().__qualname__)


def gl():
    global Made

    class Made:
        def f(self): pass
    return Made


print(gl().__qualname__, gl().f.__qualname__, (lambda: 0).__qualname__, [lambda: 0][0].__name__)
print((x for x in ()).__qualname__)


class M:
    __p = 1
    __slots_like__ = 2

    def __init__(self, __arg=5, *, __kw=6):
        self.__v = __arg
        self.__w = __kw
        __local = 3
        self.names = sorted(locals())

    def get(self):
        return self.__v, self.__w, self.__p

    def nested(self):
        class __N:
            __z = 4
        return __N, __N._N__z if hasattr(__N, '_N__z') else dir(__N)

    def kw(self):
        return M(_M__arg=1, _M__kw=2).get(), dict(__q=1)

    def globals_(self):
        global __gm
        __gm = 9

    def fn(self):
        def __inner(): return __inner
        return __inner

    def lam(self):
        return lambda __a: __a

    def comp(self):
        return [__e for __e in (1, 2)]

    def exc(self):
        try:
            raise ValueError
        except ValueError as __e:
            return sorted(locals())

    def imp(self):
        import os as __os
        from os import name as __path
        return sorted(locals())


m = M()
print(m.names, m.get(), sorted(vars(m)), m.nested()[1], m.kw())
m.globals_()
print([k for k in globals() if 'gm' in k], m.fn().__name__, m.lam().__code__.co_varnames, m.comp(), m.exc(), m.imp())


class ___:
    __a = 1
    a = 2


print(sorted(k for k in vars(___) if 'a' in k and not k.startswith('__a_')  and k in ('__a', 'a', '____a')))


class _Lead:
    __x = 3


print(_Lead._Lead__x)
