f(); f(a); f(a,); f(a, b); f(*a); f(**a); f(a=1); f(a, *b, c, d=1, *e, f=2, **g, h=3)
f(a)(b); f(a)[b](c); f(lambda: 0); f(a if b else c); f(not a); f(x for x in y); f(*a or b); f(**a or b)
f(a, (b for b in c)); f(match=1, case=2); print(a, sep="")
a[b]; a[b, c]; a[b,]; a[:]; a[b:]; a[:b]; a[b:c]; a[::]; a[b::]; a[:b:]; a[::b]; a[b:c:d]; a[b:c, d]; a[*b]; a[*b, c]; a[b, *c]; a[..., 1:2]
a[b if c else d]; a[lambda: 0]; a[x := 1]
