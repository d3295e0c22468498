# A class that a call makes belongs to the module of the code that calls.
import copy
import pickle
from collections import namedtuple

import _made_in_module as m

for made in m.Plain, m.Pair, m.Colour, m.Typed, m.UserId, *m.make():
    print(made.__name__, made.__module__)
print(m.Plain, m.Pair)
Pair = namedtuple('Pair', 'x y')
print(Pair.__module__, namedtuple('P', 'x', module='elsewhere').__module__, type('T', (), {}))
for pair in m.Pair(1, 2), Pair(3, 4):
    print(pickle.loads(pickle.dumps(pair)), copy.copy(pair) == pair)
