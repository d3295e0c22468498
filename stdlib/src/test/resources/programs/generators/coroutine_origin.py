# Where a coroutine was made; what is said of one that was never awaited; frames that are cleared.
import sys
import types
import warnings


async def simple():
    pass


def make():
    return simple()


def outer():
    return make()


def places(coroutine):
    return [(line - base, name) for _, line, name in coroutine.cr_origin]


base = make.__code__.co_firstlineno
c = make()
print(sys.get_coroutine_origin_tracking_depth(), c.cr_origin)
c.close()
for depth in (1, 2, 3):
    sys.set_coroutine_origin_tracking_depth(depth)
    c = outer()
    print(depth, places(c))
    c.close()
sys.set_coroutine_origin_tracking_depth(depth=0)
for wrong in (-1, 'x'):
    try:
        sys.set_coroutine_origin_tracking_depth(wrong)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print(sys.get_coroutine_origin_tracking_depth())

with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter('always')
    c = simple()
    c.cr_frame.clear()
    c.close()
    print(len(seen), seen[-1].message, seen[-1].source is c)
    warnings._warn_unawaited_coroutine(c)
    print(len(seen), seen[-1].category.__name__, seen[-1].message)

told = []
before, warnings._warn_unawaited_coroutine = warnings._warn_unawaited_coroutine, told.append
c = simple()
c.cr_frame.clear()
c.close()
print(told == [c])


def broken(coroutine):
    raise KeyError(coroutine.__name__)


hook, sys.unraisablehook = sys.unraisablehook, lambda u: print(repr(u.exc_value), u.object is c)
warnings._warn_unawaited_coroutine = broken
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter('always')
    c = simple()
    c.cr_frame.clear()
    c.close()
    print([str(w.message) for w in seen])
warnings._warn_unawaited_coroutine = before
sys.unraisablehook = hook


def generator():
    try:
        yield sys._getframe()
    finally:
        print('closed')


g = generator()
frame = next(g)
frame.clear()
print(list(g), g.gi_frame)


def running():
    try:
        sys._getframe().clear()
    except RuntimeError as e:
        print(e)
    yield


list(running())
try:
    sys._getframe().clear()
except RuntimeError as e:
    print(e)

c = simple()
for kind in (types.GeneratorType, types.CoroutineType, type(c.__await__())):
    print([getattr(kind, name).__doc__ for name in ('send', 'throw', 'close')])
print(types.CoroutineType.cr_await.__doc__)
c.close()
