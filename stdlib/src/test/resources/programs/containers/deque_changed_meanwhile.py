"""A deque that is changed while its elements are compared."""
from collections import deque


class Changing:
    def __init__(self, of):
        self.of = of

    def __eq__(self, other):
        self.of.append(1)
        return True


d = deque()
for name, compare in [
        ('==', lambda: d == deque([1, 2])), ('!=', lambda: d != deque([1, 2])), ('<', lambda: d < deque([1, 2])),
        ('>=', lambda: d >= deque([1, 2])), ('== self', lambda: d == d), ('longer', lambda: d == deque([1, 2, 3])),
        ('right', lambda: deque([1, 3]) == d), ('index', lambda: d.index(7)), ('count', lambda: d.count(7)),
        ('in', lambda: 7 in d), ('remove', lambda: d.remove(7))]:
    d.clear()
    d.extend([Changing(d), 3])
    try:
        print(name, compare())
    except Exception as e:
        print(name, type(e).__name__, e)
a, b = deque([1, 2]), deque([1, 2, 3])
print(a == b, a < b, b <= a, b > a, deque() < a, a >= deque(), a == [1, 2], a == deque([1, 2]), a < deque([0]))
nan = float('inf') - float('inf')
print(deque([1, 'x']) < deque([2, 3]))
try:
    deque([1, 'x']) < deque([1, 3])
except TypeError as e:
    print(e)
