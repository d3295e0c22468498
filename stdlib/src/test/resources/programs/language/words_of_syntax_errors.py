# What the parser says about slips that have words of their own.
sources = [
    '[j for i in range(5) if (j := 0) for j in range(5)]',
    '[j := 0 for i in range(5) for j in range(5)]',
    '{j for i in range(5) if (j := 0) for (j, k) in range(5)}',
    '(j for i in range(5) if (j := 0) for j in range(5))',
    '{j: 1 for i in range(5) if (j := 0) for j in range(5)}',
    '[i for i in range(5) if (j := 0) for k in range(j)]',
    'lambda a, *b=3, c: None',
    'lambda a, **b=3: None',
    'lambda x, (y, z), w: None',
    'lambda (x): 1',
    'lambda a=1, /*, b, c: None',
    'def f((x)): 1',
    'def f(a=1,/*,b,c): pass',
    '() : int',
    '(): int = 1',
    '(a,): int',
    '[]: int',
    'x = (**a)',
    '(**a)',
    'print((**a))',
    '**a',
    '[**a]',
    '(*a)',
    'def f():\n x = (yield) = 1',
    'def f():\n yield = 1',
    'def f():\n x = yield = 1',
    'def f():\n yield x = 1',
    'def f():\n (yield x) = y = 1',
    'def f():\n (yield from a) = 1',
    'def f():\n (yield) = 1',
    'def f():\n (yield) += 1',
    'def f():\n [(yield)] = 1',
]
for source in sources:
    try:
        compile(source, 'f', 'exec')
    except SyntaxError as e:
        print(repr(source), '|', e.msg, e.lineno, e.offset, e.end_offset)
    else:
        print(repr(source), 'is fine')
for part in '{**a}', '{ **a}', '{**a, 1}', '{*a}', '{*a,}':
    try:
        compile("f'%s'" % part, 'f', 'exec')
    except SyntaxError as e:
        print(part, '|', e.msg)
    else:
        print(part, 'is fine')
