"""How long code takes.

    python -m timeit [-n LOOPS] [-r TIMES] [-s SETUP]... [-u UNIT] [-p] [-v] [STATEMENT]...

  -n, --number   how often the statement runs in one measurement; found by itself unless given
  -r, --repeat   how many measurements there are, 5 unless given
  -s, --setup    a statement that runs once before each measurement
  -u, --unit     nsec, usec, msec or sec
  -p, --process  time of the processor instead of that of the clock
  -v, --verbose  all measurements
"""

import sys
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

    def print_exc(self, file=None):
        """Shows the exception that the code raised."""
        import traceback
        traceback.print_exc(file=file)

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


_units = {'nsec': 1e-9, 'usec': 1e-6, 'msec': 1e-3, 'sec': 1.0}


def _in_unit(seconds, unit, digits):
    if unit is None:
        unit = next((u for u in reversed(_units) if seconds >= _units[u]), 'nsec')
    return '%.*g %s' % (digits, seconds / _units[unit], unit)


def main(args=None, *, _wrap_timer=None):
    """The command; returns its exit status, None if all is well."""
    import getopt
    import os
    try:
        options, words = getopt.getopt(
            sys.argv[1:] if args is None else args, 'n:u:s:r:tcpvh',
            ['number=', 'setup=', 'repeat=', 'time', 'clock', 'process', 'verbose', 'unit=',
             'help'])
    except getopt.error as error:
        print(error)
        print('use -h/--help for command line help')
        return 2
    timer = default_timer
    number = 0
    times = default_repeat
    setup = []
    verbose = 0
    unit = None
    for option, value in options:
        if option in ('-n', '--number'):
            number = int(value)
        elif option in ('-s', '--setup'):
            setup.append(value)
        elif option in ('-u', '--unit'):
            if value not in _units:
                print('Unrecognized unit. Please select nsec, usec, msec, or sec.',
                      file=sys.stderr)
                return 2
            unit = value
        elif option in ('-r', '--repeat'):
            times = max(1, int(value))
        elif option in ('-p', '--process'):
            timer = time.process_time
        elif option in ('-v', '--verbose'):
            verbose += 1
        elif option in ('-h', '--help'):
            print(__doc__, end='')
            return 0
    digits = 3 + max(0, verbose - 1)
    sys.path.insert(0, os.curdir)
    if _wrap_timer is not None:
        timer = _wrap_timer(timer)
    code = Timer('\n'.join(words) or 'pass', '\n'.join(setup) or 'pass', timer)

    def tell(loops, taken):
        print('%d loop%s -> %s secs' % (loops, '' if loops == 1 else 's',
                                        '%.*g' % (digits, taken)))

    try:
        if number == 0:
            number, _ = code.autorange(tell if verbose else None)
            if verbose:
                print()
        results = code.repeat(times, number)
    except Exception:
        code.print_exc()
        return 1
    if verbose:
        print('raw times: ' + ', '.join(_in_unit(each, unit, digits) for each in results))
        print()
    each = [result / number for result in results]
    best = min(each)
    print('%d loop%s, best of %d: %s per loop'
          % (number, 's' if number != 1 else '', times, _in_unit(best, unit, digits)))
    worst = max(each)
    if worst >= best * 4:
        import warnings
        warnings.warn_explicit(
            'The test results are likely unreliable. The worst time (%s) was more than four times '
            'slower than the best time (%s).'
            % (_in_unit(worst, unit, digits), _in_unit(best, unit, digits)),
            UserWarning, '', 0)


if __name__ == '__main__':
    sys.exit(main())
