# copy and deepcopy of the library's containers, of slices, of objects that say what they consist of.
import collections
import copy
import threading
import types

deque = collections.deque([1, [2]], maxlen=5)
deep = copy.deepcopy(deque)
print(deep, deep[1] is deque[1], copy.copy(deque)[1] is deque[1])
for value in (collections.defaultdict(list, {1: [2]}), collections.OrderedDict(a=[1]),
              collections.Counter('aab'), collections.ChainMap({1: [2]}), {1, 2}, frozenset([3]),
              bytearray(b'x'), slice([1], 2), range(3), types.SimpleNamespace(a=[1])):
    deep, shallow = copy.deepcopy(value), copy.copy(value)
    print(type(deep).__name__, deep == value, deep is value, shallow == value, shallow is value)


class Slotted:
    __slots__ = ('a', 'b')


class Both(Slotted):
    pass


one = Both()
one.a, one.c = [1], [2]
two = copy.deepcopy(one)
print(two.a, two.c, two.a is one.a, two.c is one.c, hasattr(two, 'b'))


class Node:
    def __init__(self, name):
        self.name, self.links = name, []

    def __deepcopy__(self, memo):
        made = Node(self.name + "'")
        memo[id(self)] = made
        made.links = copy.deepcopy(self.links, memo)
        return made


a, b = Node('a'), Node('b')
a.links, b.links = [b], [a, b]
c = copy.deepcopy(a)
print(c.name, c.links[0].name, c.links[0].links[0] is c, c.links[0].links[1] is c.links[0])


class Listed(list):
    def __init__(self, *items):
        super().__init__(items)
        self.extra = [len(items)]


x = Listed(1, [2])
y = copy.deepcopy(x)
print(y, y.extra, type(y).__name__, y[1] is x[1], y.extra is x.extra)


class Recipe:
    def __init__(self, reduction):
        self.reduction = reduction

    def __reduce_ex__(self, protocol):
        return self.reduction


for reduction in ('me', (), (int,), (int, ('7',)), (list, (), None, iter([1, 2])),
                  (dict, (), None, None, iter([(1, 2)])), (int, (), None, None, None, None),
                  (int, (), {'a': 1}), 5):
    for copying in (copy.copy, copy.deepcopy):
        try:
            print(copying.__name__, str(copying(Recipe(reduction))).split(' at 0x')[0])
        except Exception as e:
            print(copying.__name__, type(e).__name__, e)
        if isinstance(reduction, tuple) and len(reduction) > 3:
            break

for bad in (threading.Lock(), copy, (x for x in ()), {}.keys(), types.MappingProxyType({})):
    for copying in (copy.copy, copy.deepcopy):
        try:
            print(copying(bad))
        except TypeError as e:
            print(copying.__name__, e)
memo = {}
source = [[1]]
source.append(source[0])
made = copy.deepcopy(source, memo)
print(made, made[0] is made[1], memo[id(source)] is made, len(memo))
