"""Assignment expressions."""
if (n := len('abc')) > 2:
    print(n)
print((a := 1) + (b := 2), a, b)
data = iter([3, 2, 1, 0, 5])
while (v := next(data)):
    print(v)


def f(x): return x


print(f(y := 10), y, f(x=(z := 4)), z)
print([q := 1, q + 1], {(k := 'a'): (w := 2)}, k, w)
print([m for s in ['1', 'b', '3'] if (m := s.isdigit())], m)
print(any((hit := w) > 3 for w in [1, 5, 9]), hit)


def g():
    total = 0
    partial = [total := total + i for i in range(5)]
    return partial, total


print(g())
print(f'{(u := 5)} {u:=5}')
lam = lambda: (t := 1)
print(lam(), 'x' if (c := 0) else c)
x = (y := 3, 4)
print(x, y)
for code in ['x := 1', '(x.y := 1)', '(x[0] := 1)', 'f(a := 1, b = 2)', 'x = y := 1', 'f(x=y := 1)', '((a, b) := 1)', '(1 := 2)',
             'def f(a=b := 1): pass', 'class C:\n [x := 1 for i in y]']:
    try:
        compile(code, 'f', 'exec')
        print('fine', code)
    except SyntaxError as e:
        print(code, '->', e)
