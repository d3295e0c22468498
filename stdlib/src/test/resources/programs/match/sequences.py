"""match: sequences with stars, nesting, what is a sequence."""
def m(x):
    match x:
        case []: return 'empty'
        case [a]: return f'one {a}'
        case [a, [b, c]]: return f'nested {a} {b} {c}'
        case (1, *rest): return f'starts with 1, {rest}'
        case [*_, 'end']: return 'ends'
        case [a, *mid, z]: return f'{a} {mid} {z}'
        case _: return 'no sequence'


for v in ([], (), [1], [1, 2], (1,), [0, [2, 3]], [1, 2, 3], ['a', 'end'], [5, 6], [5, 6, 7], 'ab', b'ab', {1}, {1: 2}, range(3), iter([1]), bytearray(b'x'), None):
    print(v if not hasattr(v, '__next__') else 'iterator', '->', m(v))
match 1, 2:
    case a, b: print(a, b)
match [1, [2, [3, [4]]]]:
    case [a, [b, [c, [d]]]]: print(a, b, c, d)
match ['go', 'north', 'fast']:
    case ['go', ('north' | 'south') as d, *how]: print(d, how)
