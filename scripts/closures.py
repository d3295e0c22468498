"""Functions that remember: closures, decorators and nonlocal."""

from functools import wraps


def counted(function):
    calls = 0

    @wraps(function)
    def wrapper(*args, **kwargs):
        nonlocal calls
        calls += 1
        print(f"call {calls} of {function.__name__}{args}")
        return function(*args, **kwargs)

    return wrapper


@counted
def power(base, exponent=2):
    return base**exponent


print(power(3), power(2, exponent=10), power(10, 3))
adders = [lambda x, n=n: x + n for n in range(3)]
print([add(10) for add in adders])
