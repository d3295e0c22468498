# Which elements a sort of few elements compares, in which order.
from functools import cmp_to_key
import random

compared = []


class Item:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        compared.append((self.value, other.value))
        return self.value < other.value


def show(values, **options):
    compared.clear()
    items = sorted([Item(v) for v in values], **options)
    print([i.value for i in items], compared)


for values in ([], [1], [3, 1, 2], [1, 2, 3], [3, 2, 1], [2, 2, 2], [3, 2, 2, 1], [1, 3, 2, 5, 4],
               [5, 4, 3, 7, 1, 9, 2], [2, 1, 2, 1, 2, 1]):
    show(values)
    show(values, reverse=True)
for count in (10, 31, 63):
    values = list(range(count))
    random.Random(count).shuffle(values)
    compared.clear()
    print(sorted(values, key=Item) == list(range(count)), len(compared), compared[:8])
calls = []
sorted([2, 1], key=cmp_to_key(lambda a, b: calls.append((a, b)) or a - b))
print(calls)
random.seed(7)
for count in (64, 200, 1000):
    values = [random.randrange(20) for _ in range(count)]
    pairs = sorted(enumerate(values), key=lambda p: Item(p[1]))
    print(pairs == sorted(enumerate(values), key=lambda p: (p[1], p[0])))
