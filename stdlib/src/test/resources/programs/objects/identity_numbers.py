"""No two objects that are alive have the same id."""

import copy
import gc


class Thing:
    def __init__(self, number):
        self.number = number


things = [Thing(i) for i in range(200_000)]
print(len({id(t) for t in things}))
by_id = {id(t): t for t in things}
print(all(by_id[id(t)] is t for t in things))
copied = copy.deepcopy(things[:100_000] * 2)
print(all(a.number == b.number for a, b in zip(copied, things[:100_000] * 2)), copied[0] is copied[100_000])

# Values that have the same hash in one implementation or the other.
texts = ["Aa" * n + "BB" * (9 - n) for n in range(10)] + ["Aa", "BB"]
print(len({id(t) for t in texts}) == len(texts))
numbers = [0, -1, -2, 1, 2**31, -(2**31) - 1, 2**32, 2**64, 2**64 - 1, 2**61 - 1, -(2**70), 10**40]
print(len({id(n) for n in numbers}) == len(numbers))
floats = [0.5, 1.0, 2.0, -0.5, 1e300, 5e-324]
print(len({id(x) for x in floats}) == len(floats))
print(id(True) != id(1), id(None) != id(0), id(0.0) != id(0))

# The number stays as long as the object does.
kept = things[::20_000]
before = [id(t) for t in kept]
text = "some " + "text"
text_before = id(text)
del things, by_id, copied
gc.collect()
others = [Thing(i) for i in range(100_000)]
print(len({id(t) for t in others} | set(before)) == len(others) + len(before))
print(before == [id(t) for t in kept], text_before == id(text))
print(hex(id(kept[0]))[2:] in repr(kept[0]))
