# functools.singledispatch notices what is registered with an abstract class later.
import abc
import functools


class Shape(abc.ABC):
    pass


class Square:
    pass


@functools.singledispatch
def describe(x):
    return 'something'


print(describe(Square()))
describe.register(Shape, lambda x: 'a shape')
print(describe(Square()))
before = abc.get_cache_token()
Shape.register(Square)
print(describe(Square()), abc.get_cache_token() != before)
Shape.register(Square)
print(describe.dispatch(Square)(0), describe.dispatch(int)(0))
