"""The module operator."""

import operator
from operator import itemgetter, attrgetter, methodcaller


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y


p = Point(1, Point(2, 3))
print(operator.add(1, 2), operator.mul("a", 3), operator.and_(6, 3), operator.or_(1, 2), operator.floordiv(7, 2), operator.lt(1, 2), operator.eq(1, 1.0))
print(operator.neg(3), operator.not_(0), operator.truth([]), operator.is_(p, p), operator.contains([1], 1), operator.getitem("abc", 1), operator.countOf([1, 2, 1], 1))
print(itemgetter(1)("abc"), itemgetter(0, 2)([1, 2, 3]), attrgetter("x")(p), attrgetter("y.x", "x")(p), methodcaller("upper")("a"), methodcaller("split", ",", maxsplit=1)("a,b,c"))
print(sorted([("a", 3), ("b", 1)], key=itemgetter(1)), list(map(attrgetter("x"), [p, p.y])), itemgetter(1), attrgetter("a", "b"), methodcaller("m", 1, k=2))
l = [1]
print(operator.iadd(l, [2]), l, operator.pow(2, 5), operator.index(True))
