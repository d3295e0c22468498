"""match: literals, values, singletons, or-patterns, guards."""
class Color:
    RED = 'red'


def m(x):
    match x:
        case 0: return 'zero'
        case 1 | 2 | 3: return 'small'
        case -5: return 'minus five'
        case 3.5: return 'float'
        case 2 + 3j: return 'complex'
        case 'a' | b'b': return 'text'
        case None: return 'none'
        case True: return 'true'
        case Color.RED: return 'red'
        case int(n) if n > 100: return f'big {n}'
        case str() as s if s.startswith('x'): return f'x-text {s}'
        case int() | float() as n: return f'number {n}'
        case _: return 'other'


for v in (0, 0.0, 2, -5, 3.5, 2 + 3j, 'a', b'b', None, True, False, 'red', 500, 'xyz', 7, 7.5, [], 'q'):
    print(repr(v), m(v))
match 5:
    case x if x > 10: print('no')
print(x)
