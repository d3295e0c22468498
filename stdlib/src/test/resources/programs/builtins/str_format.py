"""str.format and format specifications."""
print('{} {} {{}}'.format(1, 'a'), '{1} {0} {1}'.format('x', 'y'), '{a} {b!r} {c[k]} {d.real}'.format(a=1, b='q', c={'k': 2}, d=3), '{0[1]} {0[0]}'.format([1, 2]), '{:>{w}}|{:{f}^{w}}'.format('a', 'b', w=5, f='*'))
for spec in ['', 'd', '5', '<5', '>5', '^5', '*^9', '05', '+', ' ', '-', ',', '_', 'x', '#x', '#o', '#b', 'X', 'c', 'e', '.2f', 'g', '%', '+,', '08,', '#010x', '=+8', 'n', '_b', '_x', '010_b', '.1%']:
    print(spec, *(f'[{format(v, spec)}]' for v in (65, -1234567)) if spec != 'c' else [format(65, 'c')])
for spec in ['', '.3', '10.2f', '<10', '+.1f', '010.3f', ',.2f', '_.1f', 'e', '.0e', 'g', '.3g', 'G', '%', '.1%', '^+12.2f', '#.0f', 'n', 'E', '#g', '.10', 'z.0f', '=10']:
    print(spec, *(f'[{format(v, spec)}]' for v in (3.14159, -1234567.891, 1e-7, 0.0, -0.0, 1e100, float('inf'), float('nan'))))
for spec in ['', '5', '<5', '>5', '^5', '.2', '*^7.2', 's', '-<4', '05', '10.1s']:
    print(spec, f"[{format('abc', spec)}]")
for code in ['format(1, "y")', 'format(1.5, "d")', 'format("a", "d")', 'format(1, ".2")', 'format("a", "=5")', 'format("a", "+")', 'format(1, "s")', 'format(1, ",_")', 'format(1, ",x")', 'format("a", ",")', 'format([], "5")', 'format(None, "x")',
             'format(1, "c,")', 'format(10**10, "c")', 'format(1, "10000000000000000000")', '"{0} {}".format(1)', '"{} {0}".format(1)', '"{".format()', '"}".format()', '"{a}".format()', '"{0.x}".format(1)', '"{0[}".format([1])', '"{!x}".format(1)', '"{0[a]}".format([1])',
             '"{5}".format(1)', '"{:{}}".format(1)', '"{!}".format(1)', '"{0!r:>5}".format("a")', '"{:d}".format(True)', '"{}".format(True)', '"{:5}|{:<5}|".format(True, None)' if 0 else '"{:5}|".format(True)', '"{a[0]}".format(a=[7])', 'format(1.5, "c")', 'format(1, "+c")', 'format(1, "..")', '"{0:{1}{2}}".format(5, ">", 4)', 'format(5, ".3f")', 'format(True, "5")', 'format(1, "#s")', 'format("x", "#")', 'format(-5, "08.2f")', 'format(1, "0=10")', 'format("a", "é^5")', 'format(12345.678, "_,")']:
    try:
        print(code, '=', repr(eval(code)))
    except Exception as e:
        print(code, '->', type(e).__name__, e)
print('{:,}'.format(1234567.5), '{x}'.format_map({'x': 1}), '{:>10}'.format('é'), '{0:{0}}'.format(5))
class D(dict):
    def __missing__(self, k): return f'<{k}>'
print('{a} {b}'.format_map(D(a=1)))
