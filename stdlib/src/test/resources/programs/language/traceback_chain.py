def inner(x):
    return 10 / x


def outer(values):
    try:
        return [inner(v) for v in values]
    except ZeroDivisionError as e:
        raise ValueError('bad values') from e


class Holder:
    def method(self):
        return outer([1, 2, 0])


print('before')
Holder().method()
