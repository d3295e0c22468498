"""f-strings: conversion, nesting, = form, quotes, lambdas, multi-line."""
x, y, name = 5, 3.14159, 'wörld'
print(f'{x} {y:.2f} {name!r} {name!a} {name!s:>8} {x:>{x}} {y:{x}.{2}f} {{}} {{{x}}}')
print(f'{x=} {y=:.1f} {name=!s} {x + 1 = } {name = } {x=!r:>5}')
print(f'{"nested"} {[i for i in range(3)]} { {"a": 1}["a"] } {(lambda v: v * 2)(x)} {x if x > 3 else y}')
print(f'''multi {
    x
} line {x:
>5}''')
print(f"{x!r}" f'{y}' 'plain' f"{{}}", rf'\n{x}\t', f'\n{x}\x41'.encode(), f'{x:,} {10**6:_}')
print(f'{x:{"0"}>{"1"}0}', f'{name:{"*"}^{x * 2}}', f'{x:#{"x"}}', f'{3 .real}', f'{-x}', f'{not x}', f'{x,}', f'{*[1], 2}', f'{x == 5}', f'{x != 5}', f'{x >= 5}', f'{"a" "b"}')
class F:
    def __format__(self, spec): return f'<{spec}>'
    def __str__(self): return 'str'
    def __repr__(self): return 'repr'
print(f'{F()} {F():abc} {F()!r:>6} {F()!s} {F():{x}{x}}')
import math
print(f'{math.pi:.3}', f'{dict(a=1)}', f'{x:=5}', f'{(z := 9)} {z}', f"{'a' if True else 'b'}", f'{"é":>3}', f'{[1, 2][0]}', f'{"%d" % x}', f'{x}{y}' == str(x) + str(y))
for code in ["f'{x!z}'", "f'{x:{y:{x}}}'", "f'{'", "f'{}'", "f'{x'", "f'}'", "f'{x:d}'.y", "f'{y:d}'", "f'{name:d}'", "f'{nope}'", "f'{x!}'", "f'{lambda x: 1}'", "f'{a b}'", "f'{x:{'", "f'{=}'", "f'{*}'", "f'{1:{}}'", "f'{[}'", "f'{)}'", "f'{x;y}'", "f'{import x}'", "f'{yield}'" if 0 else "f'{x:}}'", "f'{\"a\\n\"}'"]:
    try:
        print(code, '=', eval(code))
    except Exception as e:
        print(code, '->', type(e).__name__, e)
