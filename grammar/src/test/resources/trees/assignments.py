a = 1; a = b = 2; a, b = c; (a, b) = c; [a, b] = c; a, *b = c; *a, = b; a.b = c; a[b] = c; a[b:c] = d; (a) = 1; (a.b) = 1; [] = a; () = b
a, (b, [c, d]) = e; a = b, c; a = *b, c; x = yield_
a += 1; a -= 1; a *= 1; a /= 1; a //= 1; a %= 1; a @= 1; a &= 1; a |= 1; a ^= 1; a <<= 1; a >>= 1; a **= 1; a.b += 1; a[b] += c; a += b, c; (a) += 1
a: int; a: int = 1; a.b: int; a[b]: int = 2; (a): int; (a): int = 3; (a.b): int = 1; a: tuple = 1, 2; a: lambda: 0 = 1
def f():
    a = yield; a = yield b; a = yield from b; a += yield; a: int = yield; b = c = yield d; yield; yield a, b; yield *a, b; (yield)
    return; return a; return a, b; return *a, b
