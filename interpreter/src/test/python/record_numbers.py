"""Records what CPython 3.11 answers to expressions with numbers.

Run with CPython 3.11 from this directory; writes ../resources/numbers/*.tsv.
"""
import itertools
import os
import random

OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'resources', 'numbers')


def outcome(expression):
    try:
        return repr(eval(expression))
    except Exception as e:
        return '!' + type(e).__name__ + ': ' + str(e)


def write(name, expressions):
    os.makedirs(OUT, exist_ok=True)
    with open(os.path.join(OUT, name + '.tsv'), 'w', encoding='utf-8') as f:
        for e in dict.fromkeys(expressions):
            o = outcome(e)
            assert '\n' not in o and '\t' not in e, e
            f.write(e + '\t' + o + '\n')


INTS = ['0', '1', '-1', '2', '7', '-7', '10', '63', '-64', '2**31', '-2**31', '2**53+1', '2**62',
        '2**63-1', '2**63', '-2**63', '-2**63-1', '2**64', '3**50', '-3**50', '10**30', '7**120']
BINARY = ['+', '-', '*', '/', '//', '%', '&', '|', '^', '==', '!=', '<', '<=', '>', '>=']
SMALL = ['0', '1', '-1', '2', '-3', '10', '63', '64', '65', '200']
FLOATS = ['0.0', '-0.0', '1.0', '-1.0', '0.5', '1.5', '2.5', '-2.5', '3.7', '-3.7', '1e16', '1e-5',
          '123456.789', '1e22', '1e23', '1e300', '5e-324', '2.2250738585072014e-308',
          '1.7976931348623157e308', '9007199254740993.0', "float('inf')", "float('-inf')",
          "float('nan')"]
COMPLEX = ['0j', '1j', '-1j', '1+2j', '-1.5-2.5j', '1e308+1e308j', 'complex(-0.0,-0.0)',
           "complex('inf')", "complex('nan+nanj')", "complex('1e-300-1e-300j')", '3+4j']


def int_table():
    for a, b in itertools.product(INTS, INTS):
        for op in BINARY:
            yield f'({a}) {op} ({b})'
        yield f'divmod({a}, {b})'
    for a, b in itertools.product(INTS, SMALL):
        yield f'({a}) ** ({b})'
        yield f'({a}) << ({b})'
        yield f'({a}) >> ({b})'
        yield f'round({a}, {b})'
        for c in ['7', '-7', '1', '-1', '0', '2**64', '10**9+7']:
            yield f'pow({a}, {b}, {c})'
    for a in INTS:
        for f in ['-{}', '+{}', '~{}', 'abs({})', 'bin({})', 'oct({})', 'hex({})', 'hash({})',
                  'float({})', 'int({})', 'bool({})', 'str({})', '({}).bit_length()',
                  '({}).bit_count()', '({}).as_integer_ratio()', '({}).conjugate()', '({}).real',
                  '({}).imag', '({}).numerator', '({}).denominator', '({}).__index__()',
                  '({}).__int__()', '({}).__trunc__()', '({}).__floor__()', '({}).__ceil__()',
                  '({}).__round__()', '({}).__sizeof__()', '({}).__getnewargs__()',
                  '({}).__bool__()', 'round({})', 'round({}, None)', 'not ({})']:
            yield f.format('(' + a + ')')
        for d in ['-1', '-2', '-5', '-18', '-19', '-20', '-30', '-101', '-102', '-200', '5', '2**70']:
            yield f'round({a}, {d})'
        for n in [0, 1, 7, 8, 9, 16, 50]:
            for order in ["'big'", "'little'"]:
                for signed in ['', ', signed=True']:
                    yield f'({a}).to_bytes({n}, {order}{signed})'
                    yield f'int.from_bytes(({a}).to_bytes({n}, {order}{signed}), {order}{signed})'
    yield from [f'round({n}, {d})' for n in [5, 15, 25, 35, 45, 50, 55, 150, 250, 149, 151, -5, -15,
                                            -25, -150, 1234567] for d in [-1, -2, -3, -6, -7, -8]]
    literals = ['', ' ', 'abc', '12', ' 12 ', '\\t12\\n', '+12', '-12', '--12', '+ 12', '1_0', '1__0', '_1', '1_',
                '0x1f', '0X1F', '0b101', '0o17', '0xg', '010', '00', '0_0', '000', '0', '-0', '1.5', '1e5',
                '9' * 20, '-' + '9' * 25, 'zz', 'Zz', '0x_f', '0_xf', '\\u0663', '\\uff11\\uff12', '\\xb2',
                '1\\x00', '12 3', '0b', '0x', '-0x1f', '+0b1', '5' * 300 + 'x', '\\xa012\\xa0', '\\u2003 7',
                '1' * 4300, '1' * 4301, '9' * 5000, 'f' * 3000, "it's", '\\U0001d7d8', 'a\\ud800']
    for s in literals:
        yield f"int('{s}')" if "'" not in s else f'int("{s}")'
        for base in ['0', '2', '8', '10', '16', '36', '3', '32']:
            yield f"int('{s}', {base})" if "'" not in s else f'int("{s}", {base})'
    for s in ["b'12'", "b' 12 '", "b'zz'", "b'\\xff'", "b''", "bytearray(b'12')", "bytearray(b'x')"]:
        yield f'int({s})'
        yield f'int({s}, 16)'
        yield f'float({s})'
    yield from """int(None)
int([])
int(())
int(1j)
int(12, 10)
int('12', 1)
int('12', 37)
int('12', -1)
int('12', 2**70)
int('12', None)
int('12', base=8)
int('12', True)
int(x='1')
int(base=10)
int('1', 2, 3)
int(1, 2, base=3)
int()
int(True)
int(1e300)
int(-1e19)
int(1.9)
int(-1.9)
int(float('nan'))
int(float('inf'))
int.__new__(5)
int.__new__(float)
int.__new__(bool)
int.__new__(int, '7')
str(10**4299) == '1' + '0' * 4299
str(10**4300)
repr(-10**4300)
str(10**5000)
str(2**100000)
hex(10**5000) == hex(10**5000)
int(hex(10**5000), 16) == 10**5000
1 << -1
1 >> -1
0 << -1
1 << 2**70
0 << 2**70
1 >> 2**70
-1 >> 2**70
2**64 >> 2**70
-2**64 >> 2**70
-2**64 >> 2**40
1 << 64 >> 64
0 ** 0
0 ** -1
0 ** 2**70
1 ** 2**70
-1 ** 2**70
(-1) ** (2**70 + 1)
2 ** -1
2 ** -1075
(2**70) ** -1
(10**400) ** -1
pow(2, -1, 7)
pow(2, -1, 4)
pow(3, -2, 7)
pow(2, 3, 0)
pow(2, 3, -5)
pow(0, 0, 1)
pow(38, -1, mod=97)
pow(base=2, exp=3)
pow(2, 3, 2.0)
pow(2, 3.0, 5)
pow(2.0, 3, 5)
pow('a', 2, 3)
pow(2, 'a', 3)
pow(2, 'a')
10**400 / 10**399
10**400 / 1
1 / 10**400
-10**400 / 3**100
10**400 / 3.0
10**400 * 1.0
1.0 + 10**400
10**308 / 1.0
float(10**400)
float(2**1024 - 2**970)
float(2**1024 - 2**970 - 1)
(2**1024 - 2**970 - 1) / 1
(2**1024 - 2**970) / 1
(2**53 + 1) / 2
(2**54 + 2) / 2
(3 * 2**1000 + 1) / 2**1000
1 / (2**1074)
1 / (2**1075)
3 / (2**1076)
1 / (2**1075 - 1)
(2**63 - 1) / 3
2**63 / 7
(5).to_bytes(-1, 'big')
(5).to_bytes()
(5).to_bytes(1, 'foo')
(5).to_bytes(1, 5)
(5).to_bytes(length=2, byteorder='little')
(128).to_bytes(1, 'big', signed=True)
(-128).to_bytes(1, 'big', signed=True)
(-129).to_bytes(1, 'big', signed=True)
(0).to_bytes(0, 'big')
(255).to_bytes(1, 'big')
(256).to_bytes(1, 'big')
int.from_bytes(b'', 'big')
int.from_bytes(b'', 'big', signed=True)
int.from_bytes(b'ab')
int.from_bytes(b'ab', 'foo')
int.from_bytes('ab', 'big')
int.from_bytes([1, 2], 'big')
int.from_bytes((1, 2), 'little')
int.from_bytes([1, 300], 'big')
int.from_bytes(5, 'big')
int.from_bytes(bytearray(b'ab'), 'big')
bool.from_bytes(b'a', 'big')
1 + None
None + 1
1 + 'a'
'a' - 1
1 - []
1 / 'a'
1 // None
1 % None
1 & 1.0
1 | None
1 ^ 'a'
1 << 1.0
1 >> 'a'
-'a'
~1.5
+None
1 < 'a'
'a' <= 1
None > 1
1 >= None
1 == 'a'
1 != 'a'
1 == None
int.__add__(1, 'a')
int.__radd__(1, 2)
int.__rsub__(1, 5)
int.__lt__(1, 2.0)
int.__eq__(1, 1.0)
(1).__pow__(2, 3)
(3).__rpow__(2)
(1).__round__(1.5)
(1).__format__(5)
(5).__divmod__(3)
(5).__rdivmod__(3)
(5).__divmod__('a')
(1).bit_length(1)
(1).foo
int.foo
(5).real.bit_length()
2**61-1 == hash(2**61-1)
hash(-(2**61-1))
hash(2**61)
hash(-2**61)
hash(2**122)
hash(-1)
hash(-2)
hash(10**100)
hash(-10**100)""".split('\n')


def float_table():
    for a, b in itertools.product(FLOATS, FLOATS):
        for op in BINARY[:6] + BINARY[9:]:
            yield f'({a}) {op} ({b})'
        yield f'divmod({a}, {b})'
        yield f'({a}) ** ({b})'
    for a, b in itertools.product(FLOATS, INTS + ['True']):
        for op in BINARY[:6] + BINARY[9:]:
            yield f'({a}) {op} ({b})'
            yield f'({b}) {op} ({a})'
    for a in FLOATS:
        for f in ['-{}', '+{}', '~{}', 'abs({})', 'bin({})', 'hash({})' if 'nan' not in a else '0', 'float({})',
                  'int({})', 'bool({})', 'str({})', '{}.is_integer()', '{}.as_integer_ratio()',
                  '{}.hex()', '{}.real', '{}.imag', '{}.conjugate()', '{}.__trunc__()', '{}.__floor__()',
                  '{}.__ceil__()', 'round({})', 'round({}, None)', '{}.__getnewargs__()',
                  'float.fromhex({}.hex())', 'not {}']:
            yield f.format('(' + a + ')')
        for d in ['0', '1', '2', '-1', '-5', '15', '17', '22', '-22', '-23', '-300', '-307', '-308', '-309', '308',
                  '323', '324', '400', '2**70', '-2**70', '1.0', "'a'"]:
            yield f'round({a}, {d})'
    for n in ['2.675', '1.005', '0.125', '0.375', '2.5', '5e15', '1e15+0.5', '0.15', '0.25', '0.35', '1.45',
              '1234.5678', '-1234.5678', '1e22', '5e-324', '0.5e-10', '25.0', '35.0', '-25.0', '1.7e308']:
        for d in range(-4, 6):
            yield f'round({n}, {d})'
    for s in ['', ' ', 'abc', '1', '1.', '.5', '.', '1.5', ' 1.5 ', '\\n1.5\\t', '+1.5', '-1.5', '--1', '1e5', '1e', '1e+',
              '1e+5', '1E-5', '.e5', '1_0.5', '1__0', '_1', '1_', '1_.5', '1._5', '1e1_0', '1_e5', '1e_5', 'nan', '-nan', '+NaN',
              'inf', '-inf', 'Infinity', '-INFINITY', 'infinit', 'in', 'na', 'n', 'i', '0x10', '1f', '1d', '1.5f', '1e400',
              '-1e400', '1e-400', '\\u0661\\uff0e5', '\\uff11.\\uff15', '\\u0661.5', '1\\x00', '1 5', '1,5', "it's", '1e5.0', '+-1',
              '0.1e1e1', '123456789012345678901234567890', '1' * 400, '\\xa01.5\\u2003', '9007199254740993',
              '2.2250738585072011e-308', '1.7976931348623159e308', '2.4703282292062327e-324', '2.4703282292062328e-324']:
        yield f"float('{s}')" if "'" not in s else f'float("{s}")'
    for s in ['0x1.8p3', '1.8p3', '0x', 'zz', '', '0x1p1023', '0x1p1024', '0x1p5000', '0x1p-1074', '0x1p-1075', '0x1.8p-1075',
              '0x1p-5000', '-0x1p-3', '+0x.8', '0x8.', '0x.', '  0x1p3  ', '0x1p', '0x1p+', '0x1.fffffffffffff8p0',
              '0x1.fffffffffffff7p0', '0x1.fffffffffffffp1023', '0x1.fffffffffffff8p1023', 'inf', '-Infinity', 'NaN', 'nan', '0x0p99999999999',
              '1p99999999999999999999', '0xA.BCp-4', '0x1.00000000000008p0', '0x1.000000000000080000001p0', '1__0', '0x1.8p3x']:
        yield f"float.fromhex('{s}')"
    yield from """float()
float(None)
float([])
float(1j)
float(1, 2)
float(x=1)
float.__new__(int)
float.__new__(5)
float.fromhex(5)
1.5 + None
1.5 & 1
1.5 << 1
1.5 @ 2
1.5 < 'a'
1.5 == 'a'
1.5 != None
float.__lt__(1.5, 'a')
float.__eq__(1.5, 'a')
float.__add__(1.5, 2)
float.__radd__(1.5, 'a')
1.5.__rpow__(2)
1.5.__pow__(2, 3)
1.5.__rdivmod__(7)
1.5.__rfloordiv__(7)
1.5.__rmod__(7)
1.5.__rtruediv__(7)
1.5.__rtruediv__(0)
1.5.__rsub__(0)
2.0 ** 10000
-2.0 ** 10001
(-2.0) ** 10001
(-8) ** (1/3)
(-8.0) ** 0.5
(-1) ** 0.5
10.0 ** -400
1e308 * 10
-1e308 * 10
2 ** 0.5
0.1 + 0.2
1 / 3
2 / 3
1e16 + 1.0
0.1 * 3
100 * 1.1
1.1 + 2.2
1.0
100.0
1e15
1e16
123456789012345680.0
12345678901234567.0
0.0001
0.00001
0.00012345
0.000012345
1e100
1.5e-7
5e-324
1e-323
1.5e-323
2e-323
9.9e-323
4.9406564584124654e-324
2.225073858507201e-308
2**53 == 2.0**53
2**53 + 1 == 2.0**53
2**53 + 1 > 2.0**53
2**1024 > 1.7976931348623157e308
2**1024 < float('inf')
-2**1024 > float('-inf')
2**63 == 9223372036854775808.0
2**63 - 1 == 9223372036854775808.0
2**63 - 1 < 9223372036854775808.0
2**70 == float('nan')
2**70 != float('nan')
2**70 < float('nan')
hash(0.5) == hash(2**60)
hash(2.0**100) == hash(2**100)
hash(-0.0)
hash(1.1)
hash(-1.1)
hash(1e-310)
round('a')
round(None)
round(1.5, ndigits=0)
round(number=2.5)
round()
abs('a')
abs(None)
abs()
abs(1, 2)
divmod('a', 1)
divmod(1, None)
divmod(1)
bin(1.5)
oct('a')
hex(None)
hash([])
hash({})
divmod(-7.5, 2)
divmod(7.5, -2)
-0.0 // 1
0.0 % -1
-1e-20 % 1
5.0 % float('inf')
-5.0 % float('inf')
-5.0 // float('inf')""".split('\n')


def complex_table():
    for a, b in itertools.product(COMPLEX, COMPLEX + ['2', '0', '-1.5', 'True']):
        for op in ['+', '-', '*', '/', '==', '!=', '<', '//', '%']:
            yield f'({a}) {op} ({b})'
            yield f'({b}) {op} ({a})'
    for a in COMPLEX:
        for f in ['-{}', '+{}', 'abs({})', 'hash({})' if 'nan' not in a else '0', 'complex({})', 'bool({})', 'str({})', '{}.real',
                  '{}.imag', '{}.conjugate()', '{}.__getnewargs__()', '{}.__complex__()']:
            yield f.format('(' + a + ')')
        for n in ['0', '1', '2', '3', '-1', '-2', '10']:
            yield f'({a}) ** {n}'
    for s in ['', ' ', '1', '1j', 'j', '-j', '+j', '1+j', '1-j', '1+2j', ' 1+2j ', '1 + 2j', '(1+2j)', '( 1+2j )', '((1))', '(1',
              '1)', '1+2', '1j+2', '1e5j', '1e5+1e-5j', '1_0j', '1__0j', 'nan+infj', '-inf-nanj', 'infj', 'abc', '1+', '+', '1+2jj', '1J', '.5j',
              '1.e2+.5e-1j', '1+2j3', 'i', '--1j', '1+-2j', '1-+2j', '\\u0661j', '1e400', '1\\x00']:
        yield f"complex('{s}')"
    yield from """complex()
complex(1)
complex(1, 2)
complex(1.5, -2)
complex(real=1)
complex(imag=1)
complex(real=1, imag=2)
complex(1, imag=2)
complex(1j, 1j)
complex(1j, 2)
complex(1, 1j)
complex(1+2j, 3+4j)
complex(-0.0, -0.0)
complex(1, -0.0)
complex('1', 2)
complex(1, 'a')
complex(None)
complex(1, None)
complex([])
complex(1, 2, 3)
complex(foo=1)
complex(b'1')
complex(10**400)
1j / 0
0j ** -1
0j ** 1j
0j ** 0
0j ** 2
(1e200+1j) ** 2
(1e300+1e300j) ** 1.5
(1+2j) ** 0
pow(1j, 2, 3)
1j < 2
1j // 2
1j % 2
divmod(1j, 2)
int(1j)
float(1j)
round(1j)
1j & 1
1j == 'a'
1j != 'a'
(1+0j) == 1
(1+0j) == True
(2**53+0j) == 2**53+1
1 == 1+0j
1.0 == 1+0j
(1j).__eq__('a')
(1j).__lt__(1j)
(1j).__add__('a')
hash(1j)
hash(1+0j) == hash(1)
hash(1.5-2.5j)
abs(3+4j)
abs(1e308+1e308j)
abs(complex('inf+nanj'))
1e308 * 10j
-(0j)
1j.real
1j.imag
complex.__new__(int)
complex.__new__(5)
1e16 + 1e16j
1e15 + 1e-5j
1j * 1j
2 * 1j
1j + 1""".split('\n')


def bool_table():
    for a, b in itertools.product(['True', 'False'], ['True', 'False', '0', '1', '5', '2**70', '1.5', "'a'", 'None']):
        for op in BINARY + ['**', '<<', '>>']:
            yield f'{a} {op} {b}'
            yield f'{b} {op} {a}'
    for a in ['True', 'False']:
        for f in ['-{}', '+{}', '~{}', 'abs({})', 'repr({})', 'str({})', 'hash({})', 'int({})', 'float({})', 'bin({})', '{}.real',
                  '{}.imag', '{}.numerator', '{}.denominator', '{}.conjugate()', '{}.bit_length()', 'round({})', 'round({}, -1)',
                  '{}.__index__()', '{}.as_integer_ratio()', '{}.to_bytes(1, "big")', 'complex({})', "format({}, '')", "format({}, 'd')",
                  "format({}, '5')", "format({}, '.1f')", "format({}, 's')", '{}.__and__(1)', '{}.__rand__(True)', '{}.__xor__(1.5)', '{}.__bool__()']:
            yield f.format(a)
    yield from ["bool()", "bool('')", "bool('a')", "bool(0.0)", "bool(0j)", "bool(None)", "bool(1, 2)", "bool(x=1)", "bool.__new__(int)",
                "bool.__new__(bool, 5)", "bool([])", "bool([0])", "bool(float('nan'))"]


SPECS_INT = ['', 'd', 'b', 'o', 'x', 'X', 'c', 'n', 'e', 'f', 'g', '%', 'E', 'F', 'G', 's', 'r', '5', '<5', '>5', '^5', '=5', '05', '+', '-',
             ' ', '+5', '*^9', '#b', '#o', '#x', '#X', '#010x', '08b', ',', '_', ',d', '_d', '_b', '_x', '#_b', '020_b', '#020_x',
             ',.2f', '010,', '012,d', '06,d', '+010,d', '1', '.2', '.2d', '.2f', '.0f', '#.0f', '10.3e', '<10.2f', '^+10.1f', '*<+10,d',
             'z', 'zd', 'z.1f', ',b', ',x', 'dd', '5.', 'q', '99999999999999999999', '+c', '#c', '5c', '<3c', 'é<5', '0<5', '0^5', '<05', '>05',
             '=+8', 'x=8', ',n', '_n', '_,', ',_', '.2%', '+.1%', '0', '00', '020', '-5d', ' d', '\\u20ac>6d', '\\U0001f600>6d']
SPECS_FLOAT = ['', 'e', 'E', 'f', 'F', 'g', 'G', 'n', '%', 'd', 'x', 's', 'c', '.0', '.1', '.2', '.3', '.5', '.10', '.17', '.20', '.0f', '.1f', '.2f', '.3f', '.10f',
               '.20f', '.0e', '.1e', '.3e', '.16e', '.0g', '.1g', '.3g', '.10g', '.17g', '#g', '#.3g', '#.0f', '#.0e', '#', '10', '<10', '^10', '=10',
               '010', '+', ' ', '-', '+.2f', '+010.2f', ',', '_', ',.2f', '_.2f', '020,.2f', '015,.1f', '012_.1f', '*^20.3f', 'z', 'z.0f', 'z.1f', '+z.1f', '.2%',
               ',.1%', '010.1%', '.', '.x', '1.', '10.2', '10.2x', ',d', '08.3f', '<08.3f', '_e', ',g', '0<10', 'z.0e', 'z.0g', '.0%']


def format_table():
    for v in ['0', '5', '-5', '65', '255', '-255', '1234567', '-1234567', '2**64', '-2**70', '0x10ffff', '0x110000', '1000', '999']:
        for s in SPECS_INT:
            yield f"format({v}, '{s}')"
    for v in FLOATS + ['-1234567.891', '0.1', '1234567.0', '-0.001', '1e10', '0.00001234', '99999.5', '999999.5', '-0.04', '12345.6789']:
        for s in SPECS_FLOAT:
            yield f"format({v}, '{s}')"
    for v in COMPLEX + ['-1.5+0j', '1234567.891-0.5j']:
        for s in ['', 'e', 'f', 'g', 'G', 'n', 'd', 'x', '%', '.2', '.3f', '.0f', '+.2f', ' .1f', '20', '<20', '^20.1f', '*>25.2e', '=20', '020', ',.2f', '_',
                  '#.3g', '+', '-', '.1', 'z.0f', 's']:
            yield f"format({v}, '{s}')"
    yield "(5).__format__(5)"
    yield "(5.5).__format__(None)"


def functions_table():
    yield from ['pow(2, 10)', 'pow(2, 10, 1000)', 'pow(2, 0.5)', 'pow(0, 0)', 'pow()', 'pow(1)', "pow('a', 2)", 'abs(-5)', 'abs(-5.5)', 'abs(True)',
                'abs(-2**63)', 'divmod(7, 3)', 'divmod(-7, 3)', 'divmod(7.5, 2)', 'divmod(True, 2)', 'round(0.5)', 'round(1.5)', 'round(2.5)',
                'round(-0.5)', 'round(-1.5)', 'round(1e300) == int(1e300)', 'bin(5)', 'oct(8)', 'hex(255)', 'bin(True)', 'hash(5)', "hash(True)",
                'hash(1.0)', 'hash(1+0j)', 'bin()', 'hex(1, 2)', 'divmod(1, 0)', 'divmod(1.0, 0)', '1 % 0', '1 // 0', '1 / 0', '1.0 % 0', '1.0 // 0',
                '1.0 / 0', '1 / 0.0', '1 % 0.0', '2**70 % 0', '2**70 // 0', '2**70 / 0', '0j / 0']


def samples_table():
    r = random.Random(20240229)

    def an_int():
        return r.randrange(-2 ** r.randrange(1, 200), 2 ** r.randrange(1, 200))

    def a_float():
        k = r.randrange(4)
        if k == 0:
            return r.uniform(-1000, 1000)
        if k == 1:
            return round(r.uniform(-100000, 100000), r.randrange(6))
        if k == 2:
            return r.uniform(-1, 1) * 10.0 ** r.randrange(-320, 308)
        return float(r.randrange(-10 ** 17, 10 ** 17)) / 10 ** r.randrange(8)

    for i in range(150):
        a, b = an_int(), an_int()
        for op in ['+', '-', '*', '/', '//', '%', '&', '|', '^', '<']:
            yield f'({a}) {op} ({b})'
        yield f'hash({a})'
        yield f'pow({a}, {abs(b) % 1000}, {an_int() or 1})'
        yield f'round({a}, {-r.randrange(60)})'
        yield f'float({a})'
    for i in range(400):
        x, y = a_float(), a_float()
        for op in ['+', '*', '/', '%', '//', '<']:
            yield f'({x!r}) {op} ({y!r})'
        yield f'repr({x!r})'
        yield f'hash({x!r})'
        yield f'round({x!r}, {r.randrange(-4, 12)})'
        yield f"format({x!r}, '.{r.randrange(0, 20)}{r.choice('efg')}')"
        yield f'({x!r}).as_integer_ratio()'
        yield f'({x!r}).hex()'


if __name__ == '__main__':
    write('int', int_table())
    write('float', float_table())
    write('complex', complex_table())
    write('bool', bool_table())
    write('format', format_table())
    write('functions', functions_table())
    write('samples', samples_table())
