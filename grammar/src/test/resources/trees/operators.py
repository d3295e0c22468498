a or b or c and d and not e
not not a
a < b <= c > d >= e == f != g
a is b; a is not b; a in b; a not in b; not a in b; a is not b is not c not in d
a | b ^ c & d << e >> f + g - h * i / j // k % l @ m
-a ** -b; ~a; +a; - - a; not -a; -a * b; a ** b ** c; (a ** b) ** c; -(a + b); (a) + (b)
a - b - c; a - (b - c); a / b * c; a << b << c
a if b else c; a if b else c if d else e; (a if b else c) if d else e; a or b if c else d
lambda: 0; lambda x: x; lambda x, *y, z=1, **k: x; lambda *, a: a; lambda a, /, b=2, *c: a; lambda x: lambda y: x
lambda x=lambda: 1: x
(x := 1); [y := 2, y]; f(z := 3); {w := 4}; a[b := 1]; (x := (y := 0))
a.b.c; a[b][c]; a(b)(c); a.b(c)[d].e; await_.x
(a); ((a)); (a, ); (); (a, b); a, ; a, b
(a)(b).c; (a)[b]; (a).b; (yield_)
1 .real; 1.0.real; 1..real; 1if a else 2
