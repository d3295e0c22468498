print(__debug__)
for code in ('__debug__ = 1', 'def f(__debug__): pass', 'class __debug__: pass', 'import __debug__', 'import a as __debug__', 'from a import __debug__', 'f(__debug__=1)', 'del __debug__', 'x.__debug__ = 1', 'for __debug__ in x: pass', 'with a as __debug__: pass', '(__debug__ := 1)', 'def __debug__(): pass', 'lambda __debug__: 0', '[0 for __debug__ in []]', 'try: pass\nexcept E as __debug__: pass', 'match x:\n case __debug__: pass', 'global __debug__', '__debug__ += 1', '__debug__: int = 3', 'async def __debug__(): pass', 'def f(*__debug__): pass'):
    try: compile(code, 's', 'exec'); print('ok', code)
    except SyntaxError as e: print(code.splitlines()[0], '|', e.msg, e.lineno, e.offset)
