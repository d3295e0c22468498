"""except* and the groups that come out of it."""
import sys


def show(e, indent='  '):
    if e is None:
        print(indent + 'nothing')
        return
    print(indent + repr(e), 'context', repr(e.__context__), 'cause', repr(e.__cause__))
    if isinstance(e, BaseExceptionGroup):
        for each in e.exceptions:
            show(each, indent + '  ')


def run(name, function, *arguments):
    print(name)
    try:
        print('  returned', function(*arguments))
    except BaseException as e:
        show(e)


def parts(e):
    seen = []
    try:
        raise e
    except* (TypeError, KeyError) as group:
        seen.append(('T', group))
        print('  handled', repr(sys.exc_info()[1]))
    except* ValueError as group:
        seen.append(('V', group))
    else:
        seen.append('else')
    finally:
        print('  seen', seen)
    return 'fine'


run('all', parts, ExceptionGroup('g', [TypeError(1), ValueError(2), KeyError(3)]))
run('rest', parts, ExceptionGroup('g', [TypeError(1), OSError(2)]))
run('nested', parts, ExceptionGroup('a', [ExceptionGroup('b', [TypeError(1), ValueError(2)]),
                                          ExceptionGroup('c', [OSError(3), KeyError(4)])]))
run('none', parts, ExceptionGroup('g', [OSError(2)]))
run('naked', parts, TypeError('x'))
run('naked rest', parts, OSError('x'))
run('base', parts, BaseExceptionGroup('g', [KeyboardInterrupt(), TypeError()]))


def no_error():
    try:
        x = 1
    except* ValueError:
        print('no')
    else:
        print('  else')
    finally:
        print('  finally')
    return x


run('no error', no_error)


def again(e):
    try:
        raise e
    except* TypeError:
        raise
    except* ValueError as group:
        raise
    except* KeyError:
        pass


run('again', again, ExceptionGroup('g', [TypeError(1), OSError(2), KeyError(3), ValueError(4)]))
run('again nested', again, ExceptionGroup('a', [ExceptionGroup('b', [TypeError(1), KeyError(2)]),
                                                ExceptionGroup('c', [OSError(3)])]))
run('again naked', again, TypeError(1))


def new(e):
    try:
        raise e
    except* TypeError:
        raise RuntimeError('new')
    except* ValueError as group:
        raise RuntimeError('from') from group
    except* KeyError as group:
        raise group


run('new one', new, ExceptionGroup('g', [TypeError(1)]))
run('new two', new, ExceptionGroup('g', [TypeError(1), ValueError(2)]))
run('new and rest', new, ExceptionGroup('g', [TypeError(1), OSError(2)]))
run('new naked', new, TypeError(1))
run('raise name', new, ExceptionGroup('g', [KeyError(1), OSError(2)]))


def bad_type(types):
    try:
        raise ExceptionGroup('g', [TypeError(1)])
    except* types:
        pass


run('not a type', bad_type, 5)
run('group type', bad_type, ExceptionGroup)
run('group in tuple', bad_type, (ValueError, ExceptionGroup))
run('not a type in tuple', bad_type, (ValueError, 'x'))


def names():
    try:
        raise ValueError
    except* ValueError as e:
        pass
    try:
        e
    except NameError as missing:
        return str(missing)


run('name is gone', names)


def in_loop():
    for i in range(3):
        try:
            raise ExceptionGroup('g', [ValueError(i)])
        except* ValueError as e:
            for j in range(5):
                if j == 1:
                    break
            while True:
                break
            (lambda: 1)()

            def inner():
                return 2
            inner()
    return i


run('loop', in_loop)


class Custom(ExceptionGroup):
    def derive(self, excs):
        return Custom(self.message + '!', excs)


run('derived', parts, Custom('c', [TypeError(1), OSError(2)]))


def context():
    try:
        try:
            raise KeyError('outer')
        except KeyError:
            raise ExceptionGroup('g', [TypeError(1), OSError(2)])
    except* TypeError as e:
        show(e)
        raise ValueError(5)


run('context', context)


def noted():
    g = ExceptionGroup('g', [TypeError(1), OSError(2)])
    g.add_note('a note')
    try:
        raise g
    except* OSError as e:
        print('  ', e.__notes__)


try:
    noted()
except ExceptionGroup as e:
    print(e.__notes__, repr(e))


def generator():
    try:
        yield 1
    except* ValueError as e:
        yield repr(e)
    yield 3


g = generator()
print(next(g), g.throw(ValueError('thrown')), next(g))


def refused(source):
    try:
        compile(source, 'x.py', 'exec')
    except SyntaxError as e:
        print(f'{e.msg} | {e.lineno}:{e.offset}')
    else:
        print('accepted')


refused('try: pass\nexcept* ValueError: return')
refused('def f():\n  try: pass\n  except* ValueError: return 1')
refused('for x in y:\n  try: pass\n  except* ValueError: break')
refused('for x in y:\n  try: pass\n  except* ValueError:\n    if x: continue')
refused('for x in y:\n  try: pass\n  except* ValueError:\n    while x: continue')
refused('def f():\n  try: pass\n  except* ValueError:\n    while x: return')
refused('try: pass\nexcept* ValueError: pass\nexcept TypeError: pass')
refused('try: pass\nexcept*: pass')
refused('def f():\n  try: pass\n  except* ValueError: pass\n  else: return 1')


def last():
    try:
        raise ExceptionGroup('top', [ValueError(1), ExceptionGroup('sub', [TypeError(2)]), OSError(3)])
    except* ValueError:
        raise KeyError('while handling')
    except* TypeError:
        raise


last()
