"""How long code takes."""

import time

__all__ = ['Timer', 'timeit', 'repeat', 'default_timer']

default_timer = time.perf_counter
default_number = 1000000
default_repeat = 5


class Timer:
    """Code to be timed: text or a function."""

    def __init__(self, stmt='pass', setup='pass', timer=default_timer, globals=None):
        self.timer = timer
        space = {} if globals is None else dict(globals)
        for name, code in (('stmt', stmt), ('setup', setup)):
            if not isinstance(code, str) and not callable(code):
                raise ValueError('%s is neither a string nor callable' % name)
        lines = ['def inner(_it, _timer):']
        for code, name in ((setup, '_setup'), (None, ''), (stmt, '_stmt')):
            if code is None:
                lines += ['    _t0 = _timer()', '    for _i in _it:']
                continue
            indent = '        ' if name == '_stmt' else '    '
            if isinstance(code, str):
                lines += [indent + line for line in code.splitlines() or ['pass']]
            else:
                space[name] = code
                lines.append(indent + name + '()')
        lines += ['        pass', '    _t1 = _timer()', '    return _t1 - _t0']
        exec('\n'.join(lines), space)
        self.inner = space['inner']

    def timeit(self, number=default_number):
        return self.inner(iter(range(number)), self.timer)

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        scale = 1
        while True:
            for step in 1, 2, 5:
                number = scale * step
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            scale *= 10


def timeit(stmt='pass', setup='pass', timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt='pass', setup='pass', timer=default_timer, repeat=default_repeat,
           number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
