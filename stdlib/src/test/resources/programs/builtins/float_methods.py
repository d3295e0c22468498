"""Methods of float, its text forms."""
for x in (0.0, -0.0, 1.5, -2.75, 1e16, 1e-5, 123456789.123456789, 1e22, 1e23, 5e-324, 1.7976931348623157e308, float('inf'), float('nan'), 0.1, 1/3, 100.0, 1e15, 123456789012345678.0):
    print(repr(x), x.is_integer(), x.hex(), str(x), f'{x:.3f}', f'{x:g}', f'{x:e}', f'{x:.0%}')
for s in ('0x1.8p3', '-0x.1p4', '0x1p-1074', 'inf', 'nan', '-Infinity', '0x1.fffffffffffffp+1023'):
    print(s, float.fromhex(s))
print((0.5).as_integer_ratio(), (0.1).as_integer_ratio(), (-2.0).as_integer_ratio())
for code in ['float("x")', 'float("1e")', 'float("")', 'float(None)', 'float("1_0.5")', 'float(" 1.5 ")', 'float("1__0")', 'float.fromhex("xyz")', 'float("inf").as_integer_ratio()', 'float("nan").as_integer_ratio()',
             'float(10**400)', 'float("1e400")', 'float("-nan")', 'float([])', 'float(b"1.5")', 'float("infinity")', 'float("٣.٥")', 'float(1, 2)', 'float.fromhex("0x1p2000")', '1.5 .is_integer()']:
    try:
        print(code, '=', repr(eval(code)))
    except Exception as e:
        print(code, '->', type(e).__name__, e)
print(round(0.5), round(1.5), round(2.675, 2), round(-1.5), round(1e20, -19), round(123.456, -1), round(1.0), type(round(1.0, 0)).__name__, round(5e-324, 400))
print(7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 7.5 % -2, divmod(-7.5, 2), 0.0 == -0.0, 1e308 * 10, -1e308 * 10, 2.0 ** 0.5, (-8.0) ** (1/3))
nan = float('nan')
print(nan == nan, nan != nan, nan < 1, sorted([3.0, 1, 2.5]), max(1, nan), min(nan, 1), float('inf') > 10**400, float('-inf') < -10**400)
print(hash(1.0) == hash(1), hash(0.5), hash(float('inf')), hash(-1.0), 1e16 + 1, 0.1 + 0.2, 10**16 == 1e16, 10**16 + 1 == 1e16, 2**53 + 1 == float(2**53 + 1))
print(1.0.__add__(2), 1.0.__add__('x'), 1.5.__trunc__(), 1.5.__floor__(), 1.5.__ceil__(), 1.5.__round__(), 1.5.conjugate(), 1.5.real, 1.5.imag)
