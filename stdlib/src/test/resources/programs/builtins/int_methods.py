"""Methods of int."""
for n in (0, 1, -1, 255, -256, 10**20, True):
    print(n, n.bit_length(), n.bit_count(), n.conjugate(), n.real, n.imag, n.numerator, n.denominator, n.as_integer_ratio())
print((1024).to_bytes(2, 'big'), (1024).to_bytes(4, 'little'), (-2).to_bytes(2, 'big', signed=True), (5).to_bytes(), (10**20).to_bytes(9, 'little'))
print(int.from_bytes(b'\x04\x00', 'big'), int.from_bytes(b'\xff\xfe', 'big', signed=True), int.from_bytes([1, 2], 'little'), int.from_bytes(b''))
for code in ['(300).to_bytes(1, "big")', '(-1).to_bytes(1, "big")', '(1).to_bytes(1, "middle")', '(1).to_bytes(-1, "big")', 'int.from_bytes(5)', 'int.from_bytes("a")',
             'int("")', 'int("12x")', 'int("1__0")', 'int("0x1f")', 'int("z", 37)', 'int("z", 1)', 'int(1.5, 2)', 'int([])', 'int(None)', 'int("9", 8)', 'int(float("nan"))',
             'int(float("inf"))', 'int("1", base=None)', 'int(b"12", 3)', 'int(b"x")', 'int("٣")', 'int("  -7\\n")', 'int("0b101", 0)', 'int("0o17", 0)', 'int("010", 0)', 'int("zz", 36)', 'int(-3.9)',
             'int("1_000")', 'int()', 'int(x=1)', 'int("-0x1F", 16)', 'int("+5")', 'int("- 5")', 'int(True)']:
    try:
        print(code, '=', repr(eval(code)))
    except Exception as e:
        print(code, '->', type(e).__name__, e)
print(hex(255), oct(8), bin(5), hex(-255), bin(-5), hex(10**20), f'{255:x} {255:#X} {5:08b} {-5:#o}')
print((7).__add__(2), (7).__add__('x'), (7).__rsub__(10), (7).__divmod__(2), (7).__pow__(2, 5), (7).__index__(), (7).__bool__(), (-7).__abs__())
print(5 .real, 5..real, isinstance(True, int), True + True, int.__name__, type(10**30))
print(hash(2**61 - 1), hash(2**61), hash(-1), hash(-2), hash(2**64), hash(10**30))
print(10**18 * 10**18, -10**40 // 7, -10**40 % 7, 2**200 >> 190, (1 << 100) - 1, ~(1 << 70), 10**30 & 0xffff, -(10**30) | 5, 10**30 ^ -1)
class I(int):
    def __repr__(self): return 'I' + super().__repr__()
print(I(5), I(5) + 1, type(I(5) + 1).__name__, [I(3)], I('12'), I(5) == 5, {5: 'x'}[I(5)])
