from functools import partialmethod, singledispatch, singledispatchmethod


@singledispatch
def show(x, *more):
    """Shows."""
    return 'object', x


@show.register
def _(x: int):
    return 'int', x


@show.register(list)
@show.register(tuple)
def _(x, *more):
    return 'sequence', len(x), more


show.register(type(None), lambda x: 'none')
print(show(1), show(True), show('a'), show([1]), show((1, 2), 3), show(None), show.__name__, show.__doc__)
print(show.dispatch(bool) is show.dispatch(int), list in show.registry, len(show.registry))
for f in (show,):
    try:
        f()
    except TypeError as e:
        print(e)


class Cell:
    def __init__(self):
        self.alive = False

    def set_state(self, state, why='?'):
        self.alive = state
        return state, why

    live = partialmethod(set_state, True)
    die = partialmethod(set_state, False, why='age')

    @singledispatchmethod
    def negate(self, x):
        raise NotImplementedError('cannot')

    @negate.register
    def _(self, x: int):
        return -x

    @negate.register
    def _(self, x: bool):
        return not x


c = Cell()
print(c.live(), c.die(), c.live('luck'), c.negate(5), c.negate(True))
try:
    c.negate('x')
except NotImplementedError as e:
    print(e)
