# The text of a property: its own, or that of its newest getter.
def show(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(type(e).__name__, e)


class P(property):
    """Of the class."""
class A:
    foo = property(doc='hello')
    @foo.getter
    def foo(self):
        """inner"""
    bar = P(lambda self: 1, doc='given')
    @property
    def baz(self): "first"
    @baz.getter
    def baz(self): "second"
    @P
    def sub(self): "one"
    @sub.getter
    def sub(self): "two"
print(A.foo.__doc__, A.bar.__doc__, A.baz.__doc__, A.sub.__doc__)
show(property().__set_name__, 1)
