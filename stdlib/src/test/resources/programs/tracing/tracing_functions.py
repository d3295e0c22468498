import sys


def shown(value):
    return '' if isinstance(value, C) else repr(value) if not isinstance(value, tuple) else (value[0].__name__, str(value[1]))


def tracer(frame, event, arg):
    print('trace', event, frame.f_code.co_name, frame.f_lineno, shown(arg), sorted(frame.f_locals))
    return tracer


def profiler(frame, event, arg):
    if not event.startswith('c_'):
        print('profile', event, frame.f_code.co_name, frame.f_lineno, shown(arg))


def simple(a, b=2):
    """Documentation."""
    c = a + b
    if c > 2:
        c += 1
    else:
        c -= 1
    return c


def loop(n):
    total = 0
    for i in range(n):
        if i == 1:
            continue
        total += i
    while total > 0:
        total -= 1
    return total


def fails():
    raise ValueError('no')


def catches():
    try:
        fails()
    except ValueError:
        pass
    return 'caught'


def generates():
    yield 1
    x = yield 2


def nested():
    def inner(y):
        return y * 2
    return inner(3) + inner(1)


class C:
    def method(self):
        return self


def run(f, *args):
    print('--', f.__name__)
    sys.settrace(tracer)
    try:
        f(*args)
    finally:
        sys.settrace(None)


run(simple, 1)
run(loop, 3)
run(catches)
run(lambda: list(generates()))
run(lambda: 3)
run(nested)
run(C().method)
try:
    run(fails)
except ValueError as e:
    print(e)

print('-- profile')
sys.setprofile(profiler)
catches()
list(generates())
sys.setprofile(None)
print(sys.getprofile(), sys.gettrace())


def only_calls(frame, event, arg):
    print('only', event, frame.f_code.co_name)


sys.settrace(only_calls)
print(sys.gettrace() is only_calls)
simple(1)
loop(1)
sys.settrace(None)


def raises(frame, event, arg):
    if frame.f_code.co_name == 'simple':
        raise RuntimeError('from the tracer')
    return raises


sys.settrace(raises)
try:
    simple(1)
except RuntimeError as e:
    print(e, sys.gettrace())


def local(frame, event, arg):
    print('local', event, frame.f_lineno - frame.f_code.co_firstlineno)
    return local


def sets():
    sys._getframe().f_trace = local
    sys.settrace(lambda *args: None)
    a = 1
    b = 2
    sys.settrace(None)
    return a + b


print(sets())
