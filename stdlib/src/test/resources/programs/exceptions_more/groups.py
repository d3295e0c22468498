"""ExceptionGroup: split, subgroup, derive, except*."""
g = ExceptionGroup('outer', [ValueError(1), TypeError('t'), ExceptionGroup('inner', [ValueError(2), KeyError('k')])])
print(g, repr(g), g.message, g.exceptions[0], len(g.exceptions))
m, r = g.split(ValueError); print(repr(m), repr(r))
print(repr(g.subgroup(KeyError)), g.subgroup(OSError), repr(g.subgroup(lambda e: isinstance(e, TypeError))), repr(g.subgroup((KeyError, TypeError))), g.split(OSError)[0], g.subgroup(ExceptionGroup) is g)
print(repr(g.derive([OSError('x')])), type(BaseExceptionGroup('b', [ValueError()])).__name__, type(BaseExceptionGroup('b', [KeyboardInterrupt()])).__name__)
for bad in ['ExceptionGroup("x", [])', 'ExceptionGroup("x", 5)', 'ExceptionGroup("x", [5])', 'ExceptionGroup(5, [ValueError()])', 'ExceptionGroup("x")', 'ExceptionGroup("x", [KeyboardInterrupt()])', 'g.split(5)', 'g.message = 5', 'ExceptionGroup("x", [ValueError])']:
    try:
        exec(bad); print('fine', bad)
    except Exception as e:
        print(bad, '->', type(e).__name__, e)
def handle(e):
    try:
        try:
            raise e
        except* ValueError as v: print('values', repr(v))
        except* (KeyError, OSError) as k: print('keys', repr(k))
        else: print('else')
        finally: print('finally')
    except BaseException as left: print('left', repr(left))
handle(g); handle(ValueError('naked')); handle(TypeError('other'))
try:
    try: raise ExceptionGroup('a', [ValueError(1), TypeError(2)])
    except* ValueError: raise KeyError('new')
except BaseException as e: print(repr(e), repr(e.__context__))
try:
    try: raise ExceptionGroup('a', [ValueError(1), TypeError(2)])
    except* ValueError: raise
except BaseException as e: print(repr(e))
try:
    try: pass
    except* ValueError: print('never')
    else: print('no exception')
except Exception: pass
class MyGroup(ExceptionGroup):
    def derive(self, excs): return MyGroup(self.message + '!', excs)
a, b = MyGroup('mine', [ValueError(1), KeyError(2)]).split(ValueError); print(repr(a), repr(b))
for bad in ['try: pass\nexcept* ValueError: pass\nexcept KeyError: pass', 'try: pass\nexcept*: pass', 'def f():\n try: pass\n except* ValueError: return', 'for x in y:\n try: pass\n except* ValueError: break']:
    try: compile(bad, 'f', 'exec')
    except SyntaxError as e: print(e)
try:
    try: raise ValueError
    except* ExceptionGroup: pass
except TypeError as e: print(e)
x = ExceptionGroup('n', [ValueError(1)]); x.add_note('note'); print(x.split(ValueError)[0].__notes__)
