"""Names with two underscores in front."""


class A:
    __secret = 1
    __dunder__ = 2
    _single = 3

    def __init__(self):
        self.__x = 10
        __local = 5
        self.v = __local

    def get(self): return self.__x, self.__secret
    def __private(self): return 'A.private'
    def call(self): return self.__private()

    class Inner:
        __deep = 7

    def kw(self, __p=3): return __p


class B(A):
    def __private(self): return 'B.private'
    def __init__(self):
        super().__init__()
        self.__x = 20


class _Under:
    __y = 1


class __Both:
    __z = 1


b = B()
print(b.get(), b.call(), sorted(vars(b)))
print([n for n in A.__dict__ if 'secret' in n or 'private' in n or 'dunder' in n])
print([n for n in A.Inner.__dict__ if 'deep' in n], [n for n in _Under.__dict__ if 'y' in n][:1], [n for n in __Both.__dict__ if 'z' in n])
print(A.kw.__code__.co_varnames, A().kw(_A__p=4))
try:
    A().__x
except AttributeError as e:
    print(e)
try:
    A().kw(__p=4)
except TypeError as e:
    print(e)


class C:
    def g(self):
        global __glob
        __glob = 1
        import os as __os
        del __os
        return [__i for __i in 'ab']

    def attr(self): return getattr(self, '__name', 'not mangled')


print(C().g(), '_C__glob' in globals(), C().attr())
