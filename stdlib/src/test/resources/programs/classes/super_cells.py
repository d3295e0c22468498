# super() where the variables that it needs are not there.
def show(function, *arguments):
    try:
        print(function(*arguments))
    except Exception as e:
        print(type(e).__name__, e)


class Deleted:
    def f(self):
        nonlocal __class__
        del __class__
        super()

    def g(self):
        return super().__init__


for _ in range(3):
    show(Deleted().f)
show(Deleted().g)


class Nested:
    def f(self):
        def inner():
            return super()
        return inner()

    def g(self):
        def inner(me):
            return super().__thisclass__
        return inner(self)


for _ in range(3):
    show(Nested().f)
    show(Nested().g)


def outside(self):
    return super()


def deleted(self):
    del self
    return super()


for _ in range(3):
    show(outside, 1)
    show(deleted, 1)
