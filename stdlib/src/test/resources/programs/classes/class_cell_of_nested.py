"""__class__ in a class body within a method: the body's is that of the class around, the methods' their own."""


class Outer:
    def reads(self):
        class X:
            x = __class__

            def f(self):
                return __class__
        return X.x.__name__, X().f() is X

    def writes(self):
        class X:
            nonlocal __class__
            __class__ = 42

            def f(self):
                return __class__
        return __class__, X().f() is X

    def loops(self):
        class X:
            nonlocal __class__
            for __class__ in range(3):
                pass

            def f(self):
                return [__class__ for i in range(2)]
        return __class__, X().f() == [X, X]


for i in range(3):
    print(Outer().reads())
print(Outer().loops(), Outer().writes())


class A:
    def f(self):
        return 'A'


class B(A):
    def f(self):
        return super().f()
    __class__ = 413


print(B().f(), B().__class__)
