# super() whose object is gone, and the name __class__ in strange places.
class X:
    def deleted(self):
        del self
        super()

    def without():
        super()

    def shared(x):
        def inner():
            return x
        del x
        super()

    def method(self):
        del self
        super().foo()


for round in range(3):
    for f in X().deleted, X.without, X().shared, X().method:
        try:
            f()
        except RuntimeError as e:
            print(f.__name__, e)

try:
    exec('class X:\n    __class__\n    def f():\n        __class__', {}, {})
except NameError as e:
    print(type(e).__name__, e)


class Y:
    global __class__
    __class__ = 42

    def f(self):
        return __class__


print(Y().f() is Y, __class__)
