# All functions of operator, their names with underscores, what they refuse.
import operator

print(operator.__all__)
for name in operator.__all__:
    special = f'__{name.rstrip("_")}__'
    print(name, getattr(operator, special, None) is getattr(operator, name))


class Hinted:
    def __init__(self, hint):
        self.hint = hint

    def __length_hint__(self):
        if isinstance(self.hint, Exception):
            raise self.hint
        return self.hint


def show(function, *arguments, **keywords):
    try:
        print(function.__name__, function(*arguments, **keywords))
    except Exception as e:
        print(function.__name__, type(e).__name__, e)


show(operator.abs, -3)
show(operator.abs, 'x')
show(operator.call, dict, [(1, 2)], a=3)
for arguments in (([1, 2], [3]), (13, 29), ('a', 5), ((1,), (2,))):
    show(operator.concat, *arguments)
    show(operator.iconcat, *arguments)
nan = float('nan')
for arguments in (([1, 2, 1], 1), ('abca', 'a'), ([], 3), (7, 1), ([nan], nan)):
    show(operator.indexOf, *arguments)
    show(operator.countOf, *arguments)
for hint in (3, -1, 'x', NotImplemented, TypeError('no'), ValueError('bad'), True):
    show(operator.length_hint, Hinted(hint), 9)
show(operator.length_hint, [1, 2])
show(operator.length_hint, iter([1, 2, 3]))
show(operator.length_hint, 5, 'x')
