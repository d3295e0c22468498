"""Counts and times the calls of functions of the program and of builtins."""
import _tracing
import sys

__all__ = ['run', 'runctx', 'Profile']


class Profile:
    """A profiler; as a context manager it profiles what is in the block."""

    def __init__(self, timer=None, timeunit=0.0, subcalls=True, builtins=True):
        if timer is not None:
            raise ValueError('a timer of the program cannot be used; profile.Profile takes one')
        _tracing.watch()
        self._counter = _tracing.counter()
        self._builtins = builtins

    def enable(self, subcalls=True, builtins=True):
        """Counts the calls of this thread from here on."""
        self._counter.start(builtins and self._builtins)

    def disable(self):
        """Counts no more."""
        self._counter.stop()

    def clear(self):
        """Forgets what has been counted."""
        self._counter.clear()

    def create_stats(self):
        """Stops, and makes the figures known as self.stats."""
        self.disable()
        self.snapshot_stats()

    def snapshot_stats(self):
        """Makes the figures known as self.stats: as those of CPython."""
        self.stats = {
            place: (primitive, calls, own, total,
                    {caller: (n, first, a, b) for caller, first, n, a, b, _ in callers})
            for place, primitive, calls, own, total, callers in self._counter.rows()}

    def print_stats(self, sort=-1):
        """Prints the figures."""
        import pstats
        pstats.Stats(self).strip_dirs().sort_stats(sort).print_stats()

    def dump_stats(self, file):
        """Writes the figures into a file, for pstats."""
        import marshal
        self.create_stats()
        with open(file, 'wb') as f:
            marshal.dump(self.stats, f)

    def run(self, cmd):
        """Profiles a statement in the main module."""
        import __main__
        globals = __main__.__dict__
        return self.runctx(cmd, globals, globals)

    def runctx(self, cmd, globals, locals):
        """Profiles a statement with these variables."""
        self.enable()
        try:
            self._counter.run(cmd, globals, locals)
        finally:
            self.disable()
        return self

    def runcall(self, func, /, *args, **kw):
        """Profiles a call, and returns what it returns."""
        self.enable()
        try:
            return func(*args, **kw)
        finally:
            self.disable()

    def __enter__(self):
        self.enable()
        return self

    def __exit__(self, *exc_info):
        self.disable()




def run(statement, filename=None, sort=-1):
    """Profiles a statement in the main module; prints the figures or writes them into a file."""
    import __main__
    runctx(statement, __main__.__dict__, __main__.__dict__, filename, sort)


def runctx(statement, globals, locals, filename=None, sort=-1):
    """The same with these variables."""
    profile = Profile()
    try:
        profile.runctx(statement, globals, locals)
    except SystemExit:
        pass
    finally:
        if filename is not None:
            profile.dump_stats(filename)
        else:
            profile.print_stats(sort)


def label(code):
    """The place of a function, as the figures name it."""
    return code.co_filename, code.co_firstlineno, code.co_name


def main():
    """Profiles a program or, with -m, a module."""
    import io
    import os
    import runpy
    from optparse import OptionParser
    parser = OptionParser(usage='cProfile.py [-o output_file_path] [-s sort] [-m module | scriptfile] '
                          '[arg] ...')
    parser.allow_interspersed_args = False
    parser.add_option('-o', '--outfile', dest='outfile', help='Save stats to <outfile>', default=None)
    parser.add_option('-s', '--sort', dest='sort',
                      help='Sort order when printing to stdout, based on pstats.Stats class',
                      default=2)
    parser.add_option('-m', dest='module', action='store_true', help='Profile a library module',
                      default=False)
    if not sys.argv[1:]:
        parser.print_usage()
        sys.exit(2)
    options, args = parser.parse_args()
    sys.argv[:] = args
    if not args:
        parser.print_usage()
        return parser
    _tracing.watch()
    if options.module:
        code = "run_module(modname, run_name='__main__')"
        globs = {'run_module': runpy.run_module, 'modname': args[0]}
    else:
        name = args[0]
        sys.path.insert(0, os.path.dirname(name))
        with io.open_code(name) as f:
            code = compile(f.read(), name, 'exec')
        globs = {'__file__': name, '__name__': '__main__', '__package__': None,
                 '__cached__': None}
    try:
        runctx(code, globs, None, options.outfile, _sort(options.sort))
    except BrokenPipeError:
        sys.stdout = None
    return parser


def _sort(given):
    try:
        return int(given)
    except ValueError:
        return given


if __name__ == '__main__':
    main()
