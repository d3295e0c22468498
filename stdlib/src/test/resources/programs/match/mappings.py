"""match: mappings, rest, missing keys."""
import collections


def m(x):
    match x:
        case {'type': 'point', 'x': x, 'y': y}: return f'point {x} {y}'
        case {'type': t, **rest}: return f'{t} with {rest}'
        case {1: _, 2: two}: return f'two {two}'
        case {}: return 'some mapping'
        case _: return 'none'


for v in ({'type': 'point', 'x': 1, 'y': 2, 'z': 3}, {'type': 'line', 'a': 1}, {1: 'a', 2: 'b'}, {1: 'a'}, {}, [], collections.OrderedDict(type='o')):
    print(m(v))
d = collections.defaultdict(int)
match d:
    case {'missing': v}: print('made')
    case _: print('not made', dict(d))
match {'a': {'b': [1, {'c': 5}]}}:
    case {'a': {'b': [_, {'c': c}]}}: print(c)
