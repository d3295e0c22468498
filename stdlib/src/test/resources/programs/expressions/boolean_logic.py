"""and, or, not, comparisons chained, conditional expressions, short circuit."""


def show(v):
    print('eval', v)
    return v


print(show(0) and show(1))
print(show(2) or show(3))
print(not show([]), not show('x'))
print(show(1) < show(2) < show(3))
print(show(3) < show(2) < show(1))
print('yes' if show(0) else 'no')
print(1 if 0 else 2 if 0 else 3)
print(1 == 1.0 == True, 1 < 3 > 2, 1 != 2 != 1)
print(1 in [1] in [[1]], None is None is not False)
print([] or {} or 'last', 1 and [] and 2)
print(not 1 == 2, (not 1) == 2, not not 'a')
x = 5
print(0 < x < 10, 0 < x > 10, x is not None, 3 not in [1, 2])


class Odd:
    def __bool__(self): return 'no bool'


class Len:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n


print(bool(Len(0)), bool(Len(3)), bool(object()), bool(Odd))
for f in (lambda: bool(Odd()), lambda: not Odd(), lambda: bool(Len(-1)), lambda: bool(Len('a'))):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)


class Rich:
    def __lt__(self, o): return []
    def __eq__(self, o): return 'equal'
    def __contains__(self, x): return 'truthy'


r = Rich()
print(r < 1, r == 1, r != 1, 3 in r, 3 not in r)
print(r < r < r)
