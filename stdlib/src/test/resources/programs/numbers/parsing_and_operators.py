# int & float parsing
ints = ['0', '1', '-1', '+5', ' 42 ', '1_000', '_1', '1_', '1__0', '0x1f', '0b101', '0o17', '017', '00', '1e3', '', ' ', '٣', '12a', 'z', '١٢', '0x', '-0x1F', '+ 1', '--1', '1 2', '\n7\t', '0_0', '0b2', '0o8', '1.0', 'None', '９', '0X_1f', '0x_1f', '0_x1', '\x001', '1\x00', '²', '½']
for s in ints:
    for b in (10, 0, 2, 8, 16, 36, 3):
        try: r = int(s, b)
        except Exception as e: r = f'{type(e).__name__}: {e}'
        print(repr(s), b, r)
    try: r = int(s.encode())
    except Exception as e: r = f'{type(e).__name__}: {e}'
    print(r)
for b in (1, 37, -1, 'a', 1.5, None, True): 
    try: print(int('1', b))
    except Exception as e: print(b, type(e).__name__, e)
floats = ['0', '-0', '1.', '.5', '.', '1e5', '1e', '1E+05', '1e-400', '1e400', 'inf', '-Infinity', 'nan', '+nan', 'INF', 'infinit', ' 1.5 ', '1_0.0_1', '1_.0', '_1.0', '1._0', '1e1_0', '1e_1', '0x1p3', '1.5.2', '', '٣.١', '1,5', '1d', '1f', '1e5j', '123456789012345678901234567890', '0.1', '2.2250738585072014e-308', '4.9e-324', '2e-324', '1.7976931348623157e308', '1.7976931348623159e308', '9007199254740993', '5e-1', '+.5e+1', '1 e5', '--1', '\x001', 'nan(1)', '1e5 ', '1e99999999999999999999']
for s in floats:
    try: r = float(s)
    except Exception as e: r = f'{type(e).__name__}: {e}'
    print(repr(s), repr(r))
    try: r = complex(s)
    except Exception as e: r = f'{type(e).__name__}: {e}'
    print('  ', r)
for s in ('1+2j', '1-2j', 'j', '-j', '+j', '1j', '1+j', ' 1+2j ', '(1+2j)', '( 1 )', '1 + 2j', '1+2', '1j+2', 'nan+infj', '1e5+1e-5j', '1+2J', '((1))', '1+-2j', '1_0+1_0j', 'infj', '1.5e3j', '.5j', '1+.j'):
    try: print(repr(s), complex(s))
    except Exception as e: print(repr(s), type(e).__name__, e)
for s in ('0x1p3', '0x.8', '-0x1.8p-1', 'inf', '0x1p2000', '0x1p-2000', '1.8', 'nan', '0x', '', '0x1.fffffffffffffp1023', '0x1.00000000000008p0', '0x1.0000000000000800001p0', 'zz', ' 0x1p0 ', '0x1p', '0x1.p3', '+0XAP0'):
    try: print(repr(s), float.fromhex(s), float.fromhex(s).hex())
    except Exception as e: print(repr(s), type(e).__name__, e)
for f in (0.1, 1e16, 1e15, 123456789.123, 1e22, 1e21, 5e-324, 1e-5, 0.0001, 1.0, 100.0, 1e100, 2.5, 1/3, 1e23, 9.5e15, 123456789012345680.0):
    print(repr(f), f.hex(), f.as_integer_ratio(), f.is_integer(), round(f, 2), round(f), int(f), f // 1, f % 1, divmod(f, 7))
for n in (2.5, 3.5, -2.5, 2.675, 1e300, 0.5, 1.5, -0.5, 1234.5678):
    print([round(n, k) for k in (-2, -1, 0, 1, 2, 3)], round(n))
for n in (15, 25, 35, -15, 12345, 5, 0, 10**20 + 5):
    print([round(n, k) for k in (-20, -2, -1, 0, 1)], round(n))
for a in (7, -7, 7.5, -7.5, 0, 10**20):
    for b in (2, -2, 3, -3, 2.5, -0.5, 0, 0.0):
        for op in ('+', '-', '*', '/', '//', '%', '**', '<<', '>>', '&', '|', '^'):
            try: r = eval(f'a {op} b')
            except Exception as e: r = f'{type(e).__name__}: {e}'
            print(a, op, b, r)
print((10**20).to_bytes(10, 'big'), int.from_bytes(b'\xff\x00', 'little', signed=True), (-5).to_bytes(2, 'big', signed=True))
for act in ("(300).to_bytes(1, 'big')", "(-1).to_bytes(1, 'big')", "(1).to_bytes(-1, 'big')", "(1).to_bytes(1, 'x')", "(5).to_bytes()", "int.from_bytes('a', 'big')", "int.from_bytes([1, 300], 'big')", "int.from_bytes([1, 2])", "(5).bit_count()", "(-5).bit_length()", "(5).as_integer_ratio()", "1 << -1", "1 >> 10**20", "1 << 10**10 if 0 else 0", "pow(3, -1, 7)", "pow(2, -1, 4)", "pow(2, 5, -7)", "pow(2.0, 3, 5)", "pow(0, -1)", "0.0 ** -1", "(-8) ** (1/3)", "10 ** -2", "(-2) ** 0.5", "2 ** 0.5", "0 ** 0", "1e200 ** 2", "int('9' * 5) ** 2", "int(1e20)", "int(float('nan'))", "int(float('inf'))", "10**400 / 1", "10**400 / 10**399", "float(10**400)", "10**400 * 1.0", "1.0 < 10**400", "float('inf') > 10**400", "2**53 == 2.0**53", "2**53 + 1 == 2.0**53", "hash(2**61 - 1)", "hash(-1)", "hash(1.5)", "hash(10**20)", "hash(float('inf'))", "hash(1j)", "True + True", "~True", "-True", "True & 1", "True ^ True", "bool('')", "int(True)", "divmod(-7, 2)", "divmod(7.5, -2)", "(7).__divmod__(2)", "(7).__rsub__(10)", "(1).__lt__(2.0)", "(1.0).__eq__(1)", "(1).__truediv__('a')", "int.__add__(1, 2)", "(5).conjugate()", "(5).numerator", "5 .imag", "1_000.5", "0xFF_FF", "1e1_0", "0b1_0", "1__0 if 0 else 0"):
    try: print(act, eval(act))
    except Exception as e: print(act, type(e).__name__, e)
