"""Counts and prints the lines and functions that run."""
import _tracing
import linecache
import os
import sys
import threading

__all__ = ['Trace', 'CoverageResults']

PRAGMA_NOCOVER = '#pragma NO COVER'


class _Ignore:
    """Which modules do not count."""

    def __init__(self, modules=None, dirs=None):
        self.modules = set(modules or ())
        self.dirs = [os.path.normpath(each) for each in dirs or ()]
        self.known = {'<string>': 1}

    def names(self, filename, modulename):
        if modulename in self.known:
            return self.known[modulename]
        found = modulename in self.modules or any(
            modulename.startswith(each + '.') for each in self.modules)
        if not found and filename is not None:
            found = any(filename.startswith(each + os.sep) for each in self.dirs)
        self.known[modulename] = int(found or filename is None)
        return self.known[modulename]


def _modname(path):
    return os.path.splitext(os.path.basename(path))[0]


def _fullmodname(path):
    compared = os.path.normcase(path)
    longest = ''
    for folder in sys.path:
        folder = os.path.normcase(folder)
        if compared.startswith(folder) and compared[len(folder):len(folder) + 1] == os.sep \
                and len(folder) > len(longest):
            longest = folder
    base = path[len(longest) + 1:] if longest else path
    return os.path.splitext(os.path.splitdrive(base)[1].replace(os.sep, '.'))[0].lstrip('.')


class CoverageResults:
    """What has been counted."""

    def __init__(self, counts=None, calledfuncs=None, infile=None, callers=None, outfile=None):
        self.counts = dict(counts or {})
        self.counter = self.counts.copy()
        self.calledfuncs = dict(calledfuncs or {})
        self.callers = dict(callers or {})
        self.infile = infile
        self.outfile = outfile
        if infile:
            try:
                import pickle
                with open(infile, 'rb') as f:
                    counts, calledfuncs, callers = pickle.load(f)
                self.update(CoverageResults(counts, calledfuncs, callers=callers))
            except (OSError, EOFError, ValueError) as e:
                print('Skipping counts file %r: %s' % (infile, e), file=sys.stderr)

    def is_ignored_filename(self, filename):
        return filename.startswith('<') and filename.endswith('>')

    def update(self, other):
        """Adds what others have counted."""
        for place, count in other.counts.items():
            self.counts[place] = self.counts.get(place, 0) + count
        self.calledfuncs.update(dict.fromkeys(other.calledfuncs, 1))
        self.callers.update(dict.fromkeys(other.callers, 1))

    def write_results(self, show_missing=True, summary=False, coverdir=None, *,
                      ignore_missing_files=False):
        """Prints what was called, and writes a file with counts for each file."""
        if self.calledfuncs:
            print()
            print('functions called:')
            for filename, modulename, funcname in sorted(self.calledfuncs):
                print('filename: %s, modulename: %s, funcname: %s'
                      % (filename, modulename, funcname))
        if self.callers:
            print()
            print('calling relationships:')
            last = last_called = ''
            for (file, module, function), (cfile, cmodule, cfunction) in sorted(self.callers):
                if file != last:
                    print()
                    print('***', file, '***')
                    last, last_called = file, ''
                if cfile != file and last_called != cfile:
                    print('  -->', cfile)
                    last_called = cfile
                print('    %s.%s -> %s.%s' % (module, function, cmodule, cfunction))
        files = {}
        for (filename, lineno), count in self.counts.items():
            files.setdefault(filename, {})[lineno] = count
        sums = {}
        for filename, counts in files.items():
            if self.is_ignored_filename(filename):
                continue
            if ignore_missing_files and not os.path.isfile(filename):
                continue
            if coverdir is None:
                folder, name = os.path.dirname(os.path.abspath(filename)), _modname(filename)
            else:
                folder, name = coverdir, _fullmodname(filename)
                os.makedirs(folder, exist_ok=True)
            possible = _executable(filename) if show_missing else {}
            lines = linecache.getlines(filename)
            hits, total = self.write_results_file(os.path.join(folder, name + '.cover'), lines,
                                                  possible, counts)
            if summary and total:
                sums[name] = total, int(100 * hits / total), name, filename
        if summary and sums:
            print('lines   cov%   module   (path)')
            for name in sorted(sums):
                print('%5d   %3d%%   %s   (%s)' % sums[name])
        if self.outfile:
            import pickle
            try:
                with open(self.outfile, 'wb') as f:
                    pickle.dump((self.counts, self.calledfuncs, self.callers), f, 1)
            except OSError as e:
                print("Can't save counts files because %s" % e, file=sys.stderr)

    def write_results_file(self, path, lines, lnotab, lines_hit, encoding=None):
        """Writes the lines of a file with their counts; how many ran, and of how many."""
        hits = total = 0
        try:
            out = open(path, 'w', encoding=encoding)
        except OSError as e:
            print('trace: Could not open %r for writing: %s - skipping' % (path, e),
                  file=sys.stderr)
            return 0, 0
        with out:
            for number, line in enumerate(lines, 1):
                if number in lines_hit:
                    out.write('%5d: ' % lines_hit[number])
                    hits += 1
                    total += 1
                elif number in lnotab and PRAGMA_NOCOVER not in line:
                    out.write('>>>>>> ')
                    total += 1
                else:
                    out.write('       ')
                out.write(line.expandtabs(8))
        return hits, total


def _executable(filename):
    """The lines of a file that can run."""
    import ast
    try:
        with open(filename, 'rb') as f:
            tree = ast.parse(f.read(), filename)
    except (OSError, SyntaxError) as e:
        print('Not printing coverage data for %r: %s' % (filename, e), file=sys.stderr)
        return {}
    found = {}
    for node in ast.walk(tree):
        if isinstance(node, (ast.stmt, ast.ExceptHandler)) \
                and not isinstance(node, (ast.Global, ast.Nonlocal)) \
                and not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)):
            found[node.lineno] = 1
    return found


class Trace:
    """Runs something and counts, prints or notes its lines and functions."""

    def __init__(self, count=1, trace=1, countfuncs=0, countcallers=0, ignoremods=(), ignoredirs=(),
                 infile=None, outfile=None, timing=False):
        _tracing.watch()
        self.infile = infile
        self.outfile = outfile
        self.ignore = _Ignore(ignoremods, ignoredirs)
        self.counts = {}
        self.donothing = 0
        self.trace = trace
        self._calledfuncs = {}
        self._callers = {}
        self._caller_cache = {}
        self.start_time = None
        if timing:
            import time
            self.start_time = time.monotonic()
        if countcallers:
            self.globaltrace = self.globaltrace_trackcallers
        elif countfuncs:
            self.globaltrace = self.globaltrace_countfuncs
        elif trace or count:
            self.globaltrace = self.globaltrace_lt
            self.localtrace = (self.localtrace_trace_and_count if trace and count else
                               self.localtrace_trace if trace else self.localtrace_count)
        else:
            self.donothing = 1

    def run(self, cmd):
        """Traces a statement in the main module."""
        import __main__
        self.runctx(cmd, __main__.__dict__, __main__.__dict__)

    def runctx(self, cmd, globals=None, locals=None):
        """Traces a statement with these variables."""
        globals = {} if globals is None else globals
        locals = {} if locals is None else locals
        self._begin()
        try:
            exec(cmd, globals, locals)
        finally:
            self._end()

    def runfunc(self, func, /, *args, **kw):
        """Traces a call, and returns what it returns."""
        if not self.donothing:
            sys.settrace(self.globaltrace)
        try:
            return func(*args, **kw)
        finally:
            if not self.donothing:
                sys.settrace(None)

    def _begin(self):
        if not self.donothing:
            threading.settrace(self.globaltrace)
            sys.settrace(self.globaltrace)

    def _end(self):
        if not self.donothing:
            sys.settrace(None)
            threading.settrace(None)

    def file_module_function_of(self, frame):
        """File, module and name of a function, with its class if that can be found."""
        code = frame.f_code
        module = _modname(code.co_filename) if code.co_filename else None
        qualified = code.co_qualname.rpartition('.')[0].rpartition('.')[2]
        name = code.co_name
        if qualified and qualified != '<locals>':
            name = '%s.%s' % (qualified, name)
        return code.co_filename, module, name

    def globaltrace_trackcallers(self, frame, why, arg):
        if why == 'call' and frame.f_back is not None:
            self._callers[self.file_module_function_of(frame.f_back),
                          self.file_module_function_of(frame)] = 1

    def globaltrace_countfuncs(self, frame, why, arg):
        if why == 'call':
            self._calledfuncs[self.file_module_function_of(frame)] = 1

    def globaltrace_lt(self, frame, why, arg):
        if why != 'call':
            return None
        filename = frame.f_globals.get('__file__', None)
        if not filename:
            return None
        module = _modname(filename)
        if self.ignore.names(filename, module):
            return None
        if self.trace:
            print(' --- modulename: %s, funcname: %s' % (module, frame.f_code.co_name))
        return self.localtrace

    def _count(self, frame):
        place = frame.f_code.co_filename, frame.f_lineno
        self.counts[place] = self.counts.get(place, 0) + 1

    def _print(self, frame):
        if self.start_time:
            import time
            print('%.2f' % (time.monotonic() - self.start_time), end=' ')
        filename, lineno = frame.f_code.co_filename, frame.f_lineno
        print('%s(%d): %s' % (os.path.basename(filename), lineno,
                              linecache.getline(filename, lineno)), end='')

    def localtrace_trace_and_count(self, frame, why, arg):
        if why == 'line':
            self._count(frame)
            self._print(frame)
        return self.localtrace

    def localtrace_trace(self, frame, why, arg):
        if why == 'line':
            self._print(frame)
        return self.localtrace

    def localtrace_count(self, frame, why, arg):
        if why == 'line':
            self._count(frame)
        return self.localtrace

    def results(self):
        """What has been counted."""
        return CoverageResults(self.counts, self._calledfuncs, self.infile, self._callers,
                               self.outfile)


def main():
    """Traces a program."""
    import argparse
    parser = argparse.ArgumentParser(prog='trace')
    parser.add_argument('-c', '--count', action='store_true',
                        help='count how often each line runs, in <module>.cover')
    parser.add_argument('-t', '--trace', action='store_true', help='print each line as it runs')
    parser.add_argument('-l', '--listfuncs', action='store_true',
                        help='print the functions that were called')
    parser.add_argument('-T', '--trackcalls', action='store_true', help='print who called whom')
    parser.add_argument('-f', '--file', help='file to keep counts in')
    parser.add_argument('-C', '--coverdir', help='folder for the reports')
    parser.add_argument('-m', '--missing', action='store_true', help='mark lines that did not run')
    parser.add_argument('-s', '--summary', action='store_true', help='print a summary')
    parser.add_argument('-g', '--timing', action='store_true', help='put the time before each line')
    parser.add_argument('--ignore-module', action='append', default=[])
    parser.add_argument('--ignore-dir', action='append', default=[])
    parser.add_argument('progname', help='file to run as main program')
    parser.add_argument('arguments', nargs=argparse.REMAINDER, help='arguments to the program')
    given = parser.parse_args()
    if not (given.count or given.trace or given.listfuncs or given.trackcalls):
        parser.error('must specify one of --trace, --count, --report, --listfuncs, or --trackcalls')
    tracer = Trace(given.count, given.trace, given.listfuncs, given.trackcalls,
                   [name for each in given.ignore_module for name in each.split(',')],
                   [name for each in given.ignore_dir for name in each.split(os.pathsep)],
                   given.file, given.file, given.timing)
    sys.argv = [given.progname, *given.arguments]
    sys.path[0] = os.path.dirname(given.progname)
    try:
        with open(given.progname, 'rb') as f:
            compiled = compile(f.read(), given.progname, 'exec')
        space = {'__file__': given.progname, '__name__': '__main__', '__package__': None,
                 '__cached__': None}
        tracer.runctx(compiled, space, space)
    except OSError as e:
        sys.exit('Cannot run file %r because: %s' % (sys.argv[0], e))
    except SystemExit:
        pass
    tracer.results().write_results(given.missing, given.summary, given.coverdir)


if __name__ == '__main__':
    main()
