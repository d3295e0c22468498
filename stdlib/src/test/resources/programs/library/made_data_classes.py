# Data classes that are made by a call.
import dataclasses
from dataclasses import field, make_dataclass

Point = make_dataclass('Point', [('x', int), 'y', ('z', int, 5)])
print(Point(1, 2), Point(1, 2) == Point(1, 2, 5), Point.__annotations__)
print([f.name for f in dataclasses.fields(Point)], dataclasses.asdict(Point(1, 2)))
More = make_dataclass('More', [('all', list, field(default_factory=list))], bases=(Point,),
                   namespace={'size': lambda self: len(self.all)})
more = More(1, 2)
more.all.append(3)
print(more, more.size(), More.__mro__)
Ordered = make_dataclass('Ordered', ['a', 'b'], order=True, kw_only=True, slots=True)
print(Ordered(a=1, b=2) < Ordered(a=1, b=3), Ordered.__slots__)
for fields in ([('a', int, 1, 2)], ['a', 'a'], ['for'], ['a b'], [5], [(1, int)]):
    try:
        make_dataclass('Bad', fields)
    except Exception as e:
        print(type(e).__name__, e)
print(dataclasses.__all__)
