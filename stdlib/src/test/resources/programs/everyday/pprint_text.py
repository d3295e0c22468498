import pprint
from collections import OrderedDict

data = {'name': 'x' * 30, 'list': list(range(40)), 'nested': {'b': [1, {'deep': ('a' * 40, 'b' * 40)}],
        'a': None}, 'set': set(range(30)), 'text': 'many words in a row ' * 10, 3: (1,)}
data = {str(k): v for k, v in data.items()}
pprint.pprint(data)
pprint.pprint(data, width=40, compact=True)
pprint.pprint(data, indent=4, depth=2)
pprint.pp({'z': 1, 'a': 2})
pprint.pprint({'z': 1, 'a': 2})
print(pprint.pformat([]), pprint.pformat({}), pprint.pformat(()), pprint.pformat((1,)))
pprint.pprint('short')
pprint.pprint('a long text with many words ' * 6)
pprint.pprint('lines\nof text\n' * 10)
pprint.pprint([[1, 2, 3] * 10] * 3, width=30)
pprint.pprint(OrderedDict((c * 10, c * 20) for c in 'abcd'))
pprint.pprint(frozenset('abcdefghijklmnopqrstuvwxyz'))
pprint.pprint(123456789, underscore_numbers=True)
pprint.pprint({1: 'a', 'b': 2, None: 3, (1, 2): 4} and [1, 'two', None, 3.5])
loop = [1]
loop.append(loop)
print(pprint.isrecursive(loop), pprint.isreadable(loop), pprint.isreadable([1, 'x']),
      pprint.saferepr(loop) == '[1, <Recursion on list with id=%d>]' % id(loop))
for options in {'indent': -1}, {'depth': 0}, {'width': 0}:
    try:
        pprint.pformat(1, **options)
    except ValueError as e:
        print(e)
