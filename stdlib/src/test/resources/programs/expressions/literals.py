"""Literals of every kind."""
print(0, 1_000, 0x_ff, 0b1010, 0o17, 0XAB, 0B11, 0O7, 00)
print(1., .5, 1e3, 1E-3, 1_0.0_1, 1e+5, 0e0, 1e400, 5e-324)
print(1j, .5j, 1e3j, 2J)
print('a' "b" 'c', 'it''s', "q'q", 'd"d', 'a\
b')
print('''triple
lines''', """with "quotes" inside""")
print('\x41\u00e9\N{GREEK SMALL LETTER ALPHA}\U0001F600\101\n\t|\\|\'|\"|\a|\0|'.encode('unicode_escape'))
print(r'\n\x', R"\\", rb'\x', Br'\y', b'\x00\xff\n', b'a' b'b')
print(u'unicode', f'{1}' 'x' f'{2}', F'{3}', fr'\{4}', rf'{5}\n')
print('\q' if 0 else 'plain')
print([], (), {}, {1}, {1: 2}, [1, ], (1, ), {1, }, {1: 2, })
print(..., None, True, False, Ellipsis, NotImplemented, __debug__)
print(type(...), type(None), type(NotImplemented))
for code in ['0777', '1__0', '1_', '0x', '0b2', '0o8', '1e', '1.e', '0b', "'abc", '"""abc', "b'é'", '"\\x4"', '"\\u12"', '"\\N{no such}"', '1a', '1a1',
             '012', '1.2.3', '5x', "b'a' 'b'", "'\\U00110000'", '0_', '1e+', "f'{'", "f'}'", "f'{}'", "f'{a!x}'", "f'{a b}'", "f'{!r}'",
             "f'{a'", "f'{a:{b:{c}}}'", "f'{#}'", "f'{\\n}'", '$', '?', 'a ? b', '!', 'é = 1', '“a”', '1 +', '(', ')', '[1, 2', '{1: 2', '(]', 'x = [1)']:
    try:
        compile(code, 'f', 'exec')
        print('fine', code)
    except SyntaxError as e:
        print(code, '->', e)
