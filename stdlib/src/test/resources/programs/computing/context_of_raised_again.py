# An exception gets its context where it is raised, not where it passes through handlers.
def cleared_in_finally():
    try:
        1 / 0
    except ZeroDivisionError:
        new = ValueError('new')
        try:
            raise new
        finally:
            new.__context__ = None


def raised_again(e):
    before = e.__context__
    try:
        raise e
    except ValueError:
        e.__context__ = before
        raise


def generator():
    try:
        yield
    except KeyError:
        new = ValueError('thrown')
        try:
            raise new
        finally:
            new.__context__ = None


def through_generator():
    g = generator()
    next(g)
    g.throw(KeyError(1))


def inside_of_handler():
    try:
        [][1]
    except IndexError:
        raised_again(ValueError('again'))


def kept():
    try:
        [][1]
    except IndexError:
        try:
            {}[1]
        except KeyError:
            raise ValueError('kept')


for function in cleared_in_finally, through_generator, inside_of_handler, kept:
    try:
        function()
    except ValueError as e:
        print(function.__name__, repr(e), repr(e.__context__),
              repr(e.__context__ and e.__context__.__context__))
