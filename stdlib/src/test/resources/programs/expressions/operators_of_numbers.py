"""Each operator on mixed numbers."""
pairs = [(7, 2), (-7, 2), (7, -2), (7.5, 2), (True, 3), (2, 0.5), (10**20, 3), (1 + 2j, 2)]
import operator as o
for name in ['add', 'sub', 'mul', 'truediv', 'floordiv', 'mod', 'pow', 'lshift', 'rshift', 'and_', 'or_', 'xor', 'eq', 'ne', 'lt', 'le', 'gt', 'ge']:
    row = []
    for a, b in pairs:
        try:
            row.append(repr(getattr(o, name)(a, b)))
        except Exception as e:
            row.append(f'{type(e).__name__}: {e}')
    print(name, *row, sep='\n   ')
for v in (5, -5, 2.5, True, 3 - 4j, 10**25):
    print(-v, +v, abs(v), ~v if isinstance(v, int) else '')
for code in ['1/0', '1//0', '1%0', '1.0/0', '1.0//0', '1.0%0', '0**-1', '0.0**-1', '1<<-1', '1>>-1', '~1.0', '-"a"', '+[]', '~None', '1j//1', '1j%1',
             'divmod(1j, 1)', 'divmod(1, 0)', '1j < 2', '(-8)**0.5', '2**-2', '(-2)**-3', 'pow(2, 10, 7)', 'pow(3, -1, 7)', 'pow(2, -1, 4)',
             'pow(2, 3, 0)', 'pow(2.0, 3, 5)', '10**400 * 1.0', '1e308 * 10', 'int(1e400)', '(10**400) / 3', '(10**400) / (10**399)', '1 << 70',
             'round(2.5)', 'round(-3.5)', 'round(1234, -2)', 'round(2.675, 2)', 'round(1e300)', 'divmod(-7, 2)', 'divmod(7.5, -2)']:
    try:
        print(code, '=', repr(eval(code)))
    except Exception as e:
        print(code, '->', type(e).__name__, e)
