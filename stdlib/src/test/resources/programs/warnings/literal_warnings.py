"""What the compiler warns of: escapes, numbers before keywords, comparisons, calls of literals."""
import warnings

texts = [
    r"'\d'", r"b'\d'", r"'a\q' '\z'", r"f'\d{1}\w'", r"x = '''" + "\n" + r"\d'''", r"'\400'", r"b'\777'",
    r"'\8'", r"'\d\e'", r"rb'\d'", r"b'\u0041'", r"f'{1:\d}\s'", r"f'\N{DIGIT ONE}\i'", '"\\é"',
    r"'\N{DIGIT ONE}\u0041\x41\"\a\07\377'", "def f():\n  return '\\d'\n",
    '1if 1 else 2', '0x1for x in ()', '[1for x in ()]', '1or 2', '1and 2', '1in [1]', '1is 1',
    '1.5if 1 else 2', '1jif 1 else 2', '0b1if 1 else 2', '0o7if 1 else 2', '1_0and 2', '1not in []',
    '1e5or 1', '1.or 2', '1 if 1else 2', '1 if 1 else 2', 'x1or = 2', '[0x1, 1j, 1e5]',
    '1 is 1', "'a' is x", 'x is not 1', 'x is None', '1 is None', 'x is -1', 'x is ()',
    "assert (1, 'm')", 'assert ()', 'assert (x,)', '(1)(2)', '[1][1,2]', "'a'()", '(1,2)(3)',
    "[1]['a']", '{1}()', '{1:2}()', 'None()', "f''()", '1[1]', 'None[1]', "'a'['b']", "(1,)['a']",
    '...[1]', '{1}[2]', '(lambda: 1)[1]', '(x for x in y)[1]', '[x for x in y][1,2]']
for text in texts:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        compile_error = None
        try:
            compile(text, 'some.py', 'exec')
        except SyntaxError as e:
            compile_error = e
        print(repr(text), compile_error)
        for each in caught:
            print('   ', each.category.__name__, each.message, each.filename, each.lineno)
    with warnings.catch_warnings():
        warnings.simplefilter('error')
        try:
            compile(text, 'some.py', 'exec')
        except SyntaxError as e:
            print('   ', e.msg, e.filename, e.lineno, e.offset, e.end_lineno, e.end_offset)

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    print(eval(r"'\d'"), len(caught))
    exec("y = '\\d'")
    print(len(caught), [str(w.message) for w in caught])
