"""Examples in docstrings, as tests."""
import difflib
import inspect
import os
import re
import sys
import traceback
from collections import namedtuple
from io import StringIO

__all__ = ['register_optionflag', 'DONT_ACCEPT_TRUE_FOR_1', 'DONT_ACCEPT_BLANKLINE',
           'NORMALIZE_WHITESPACE', 'ELLIPSIS', 'SKIP', 'IGNORE_EXCEPTION_DETAIL',
           'COMPARISON_FLAGS', 'REPORT_UDIFF', 'REPORT_CDIFF', 'REPORT_NDIFF',
           'REPORT_ONLY_FIRST_FAILURE', 'REPORTING_FLAGS', 'FAIL_FAST', 'Example', 'DocTest',
           'DocTestParser', 'DocTestFinder', 'DocTestRunner', 'OutputChecker', 'DocTestFailure',
           'UnexpectedException', 'DebugRunner', 'testmod', 'testfile', 'run_docstring_examples',
           'DocTestSuite', 'DocFileSuite', 'set_unittest_reportflags', 'script_from_examples']

TestResults = namedtuple('TestResults', 'failed attempted')
OPTIONFLAGS_BY_NAME = {}


def register_optionflag(name):
    return OPTIONFLAGS_BY_NAME.setdefault(name, 1 << len(OPTIONFLAGS_BY_NAME))


DONT_ACCEPT_TRUE_FOR_1 = register_optionflag('DONT_ACCEPT_TRUE_FOR_1')
DONT_ACCEPT_BLANKLINE = register_optionflag('DONT_ACCEPT_BLANKLINE')
NORMALIZE_WHITESPACE = register_optionflag('NORMALIZE_WHITESPACE')
ELLIPSIS = register_optionflag('ELLIPSIS')
SKIP = register_optionflag('SKIP')
IGNORE_EXCEPTION_DETAIL = register_optionflag('IGNORE_EXCEPTION_DETAIL')
COMPARISON_FLAGS = (DONT_ACCEPT_TRUE_FOR_1 | DONT_ACCEPT_BLANKLINE | NORMALIZE_WHITESPACE
                    | ELLIPSIS | SKIP | IGNORE_EXCEPTION_DETAIL)
REPORT_UDIFF = register_optionflag('REPORT_UDIFF')
REPORT_CDIFF = register_optionflag('REPORT_CDIFF')
REPORT_NDIFF = register_optionflag('REPORT_NDIFF')
REPORT_ONLY_FIRST_FAILURE = register_optionflag('REPORT_ONLY_FIRST_FAILURE')
FAIL_FAST = register_optionflag('FAIL_FAST')
REPORTING_FLAGS = (REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF | REPORT_ONLY_FIRST_FAILURE
                   | FAIL_FAST)
BLANKLINE_MARKER = '<BLANKLINE>'
ELLIPSIS_MARKER = '...'


def _indent(text, indent=4):
    return re.sub('(?m)^(?!$)', indent * ' ', text)


class Example:
    """One statement with the output that it should have."""

    def __init__(self, source, want, exc_msg=None, lineno=0, indent=0, options=None):
        self.source = source if source.endswith('\n') else source + '\n'
        self.want = want + '\n' if want and not want.endswith('\n') else want
        self.exc_msg = exc_msg + '\n' if exc_msg is not None and not exc_msg.endswith('\n') \
            else exc_msg
        self.lineno = lineno
        self.indent = indent
        self.options = {} if options is None else options

    def _parts(self):
        return (self.source, self.want, self.lineno, self.indent, self.exc_msg,
                tuple(sorted(self.options.items())))

    def __eq__(self, other):
        return self._parts() == other._parts() if type(self) is type(other) else NotImplemented

    def __hash__(self):
        return hash(self._parts())


class DocTest:
    """The examples of one docstring."""

    def __init__(self, examples, globs, name, filename, lineno, docstring):
        self.examples = examples
        self.docstring = docstring
        self.globs = globs.copy()
        self.name = name
        self.filename = filename
        self.lineno = lineno

    def __repr__(self):
        count = len(self.examples)
        examples = 'no examples' if count == 0 else f'{count} example{"s" if count > 1 else ""}'
        return f'<{type(self).__name__} {self.name} from {self.filename}:{self.lineno} ({examples})>'

    def __lt__(self, other):
        if not isinstance(other, DocTest):
            return NotImplemented
        mine = (self.name, self.filename, self.lineno, id(self))
        return mine < (other.name, other.filename, other.lineno, id(other))


class DocTestParser:
    """Finds examples in text."""

    _EXAMPLE = re.compile(r'''
        (?P<source>(?:^(?P<indent>[ ]*)>>>.*)(?:\n[ ]*\.\.\..*)*)\n?
        (?P<want>(?:(?![ ]*$)(?![ ]*>>>).+$\n?)*)''', re.MULTILINE | re.VERBOSE)
    _EXCEPTION = re.compile(r'''
        ^(?P<hdr>Traceback\ \((?:most\ recent\ call\ last|innermost\ last)\)\s*:)
        \s*$(?P<stack>.*?)^(?P<msg>\w+.*)''', re.VERBOSE | re.MULTILINE | re.DOTALL)
    _OPTIONS = re.compile(r'#\s*doctest:\s*([^\n\'"]*)$', re.MULTILINE)

    def parse(self, string, name='<string>'):
        """Texts and examples, in turn."""
        string = string.expandtabs()
        indents = [len(s) for s in re.findall(r'^([ ]*)(?=\S)', string, re.MULTILINE)]
        least = min(indents, default=0)
        if least > 0:
            string = '\n'.join(line[least:] for line in string.split('\n'))
        parts, at, lineno = [], 0, 0
        for found in self._EXAMPLE.finditer(string):
            parts.append(string[at:found.start()])
            lineno += string.count('\n', at, found.start())
            source, options, want, message = self._example(found, name, lineno)
            if not re.match(r'^[ ]*(#.*)?$', source):
                parts.append(Example(source, want, message, lineno,
                                     least + len(found.group('indent')), options))
            lineno += string.count('\n', found.start(), found.end())
            at = found.end()
        parts.append(string[at:])
        return parts

    def get_examples(self, string, name='<string>'):
        return [part for part in self.parse(string, name) if isinstance(part, Example)]

    def get_doctest(self, string, globs, name, filename, lineno):
        return DocTest(self.get_examples(string, name), globs, name, filename, lineno, string)

    def _example(self, found, name, lineno):
        indent = len(found.group('indent'))
        lines = found.group('source').split('\n')
        for i, line in enumerate(lines):
            if len(line) >= indent + 4 and line[indent + 3] != ' ':
                raise ValueError('line %r of the docstring for %s lacks blank after %s: %r'
                                 % (lineno + i + 1, name, line[indent:indent + 3], line))
        self._check_prefix(lines[1:], ' ' * indent + '.', name, lineno)
        source = '\n'.join(line[indent + 4:] for line in lines)
        want_lines = found.group('want').split('\n')
        if len(want_lines) > 1 and re.match(r' *$', want_lines[-1]):
            del want_lines[-1]
        self._check_prefix(want_lines, ' ' * indent, name, lineno + len(lines))
        want = '\n'.join(line[indent:] for line in want_lines)
        exception = self._EXCEPTION.match(want)
        return (source, self._options(source, name, lineno), want,
                exception.group('msg') if exception else None)

    def _check_prefix(self, lines, prefix, name, lineno):
        for i, line in enumerate(lines):
            if line and not line.startswith(prefix):
                raise ValueError('line %r of the docstring for %s has inconsistent leading '
                                 'whitespace: %r' % (lineno + i + 1, name, line))

    def _options(self, source, name, lineno):
        options = {}
        for found in self._OPTIONS.finditer(source):
            for option in found.group(1).replace(',', ' ').split():
                if option[0] not in '+-' or option[1:] not in OPTIONFLAGS_BY_NAME:
                    raise ValueError('line %r of the doctest for %s has an invalid option: %r'
                                     % (lineno + 1, name, option))
                options[OPTIONFLAGS_BY_NAME[option[1:]]] = option[0] == '+'
        if options and re.match(r'^[ ]*(#.*)?$', source):
            raise ValueError('line %r of the doctest for %s has an option directive on a line '
                             'with no example: %r' % (lineno, name, source))
        return options


class DocTestFinder:
    """Finds the docstrings of a module, class or function."""

    def __init__(self, verbose=False, parser=DocTestParser(), recurse=True, exclude_empty=True):
        self._parser = parser
        self._verbose = verbose
        self._recurse = recurse
        self._exclude_empty = exclude_empty

    def find(self, obj, name=None, module=None, globs=None, extraglobs=None):
        if name is None:
            name = getattr(obj, '__name__', None)
            if name is None:
                raise ValueError("DocTestFinder.find: name must be given when obj.__name__ "
                                 "doesn't exist: %r" % (type(obj),))
        if module is False:
            module = None
        elif module is None:
            module = inspect.getmodule(obj)
        if globs is None:
            globs = {} if module is None else module.__dict__.copy()
        else:
            globs = globs.copy()
        if extraglobs is not None:
            globs.update(extraglobs)
        globs.setdefault('__name__', '__main__')
        lines = None
        file = getattr(module, '__file__', None) or None
        if file:
            import linecache
            lines = linecache.getlines(file) or None
        tests = []
        self._find(tests, obj, name, module, file, lines, globs, set())
        tests.sort()
        return tests

    def _belongs(self, module, obj):
        return (module is None or inspect.ismodule(obj) or isinstance(obj, property)
                or getattr(obj, '__module__', module.__name__) == module.__name__)

    def _find(self, tests, obj, name, module, file, lines, globs, seen):
        if id(obj) in seen:
            return
        seen.add(id(obj))
        test = self._test(obj, name, module, file, lines, globs)
        if test is not None:
            tests.append(test)
        if not self._recurse:
            return
        if inspect.ismodule(obj):
            for key, value in list(obj.__dict__.items()):
                value = inspect.unwrap(value) if callable(value) else value
                if ((inspect.isroutine(value) or inspect.isclass(value))
                        and self._belongs(module, value)):
                    self._find(tests, value, f'{name}.{key}', module, file, lines, globs, seen)
            for key, value in getattr(obj, '__test__', {}).items():
                if not isinstance(key, str):
                    raise ValueError('DocTestFinder.find: __test__ keys must be strings: %r'
                                     % (type(key),))
                self._find(tests, value, f'{name}.__test__.{key}', module, file, lines, globs,
                           seen)
        elif inspect.isclass(obj):
            for key, value in list(obj.__dict__.items()):
                if isinstance(value, (staticmethod, classmethod)):
                    value = value.__func__
                if ((inspect.isroutine(value) or inspect.isclass(value)
                     or isinstance(value, property)) and self._belongs(module, value)):
                    self._find(tests, value, f'{name}.{key}', module, file, lines, globs, seen)

    def _test(self, obj, name, module, file, lines, globs):
        doc = obj if isinstance(obj, str) else getattr(obj, '__doc__', None) or ''
        if not isinstance(doc, str):
            doc = str(doc)
        if self._exclude_empty and not doc:
            return None
        return self._parser.get_doctest(doc, globs, name, file, self._line(obj, lines))

    def _line(self, obj, lines):
        """The line of the docstring, from 0, or None."""
        line = None
        if inspect.ismodule(obj) and getattr(obj, '__doc__', None):
            line = 0
        elif inspect.isclass(obj) and lines and getattr(obj, '__doc__', None):
            pattern = re.compile(r'^\s*class\s*%s\b' % re.escape(obj.__name__))
            line = next((i for i, text in enumerate(lines) if pattern.match(text)), None)
        if inspect.isfunction(getattr(obj, '__func__', obj)) and getattr(obj, '__doc__', None):
            line = getattr(obj, '__func__', obj).__code__.co_firstlineno - 1
        if line is not None:
            if not lines:
                return line + 1
            pattern = re.compile(r'(^|.*:)\s*\w*("|\')')
            for i in range(line, len(lines)):
                if pattern.match(lines[i]):
                    return i
        return None


class OutputChecker:
    """Compares what was printed with what should have been."""

    def _toAscii(self, s):
        return str(s.encode('ASCII', 'backslashreplace'), 'ASCII')

    def check_output(self, want, got, optionflags):
        got, want = self._toAscii(got), self._toAscii(want)
        if got == want:
            return True
        if not optionflags & DONT_ACCEPT_TRUE_FOR_1:
            if (got, want) in (('True\n', '1\n'), ('False\n', '0\n')):
                return True
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            want = re.sub(r'(?m)^%s\s*?$' % re.escape(BLANKLINE_MARKER), '', want)
            got = re.sub(r'(?m)^[^\S\n]+$', '', got)
            if got == want:
                return True
        if optionflags & NORMALIZE_WHITESPACE:
            got, want = ' '.join(got.split()), ' '.join(want.split())
            if got == want:
                return True
        return bool(optionflags & ELLIPSIS and _ellipsis_match(want, got))

    def output_difference(self, example, got, optionflags):
        want = example.want
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            got = re.sub('(?m)^[ ]*(?=\n)', BLANKLINE_MARKER, got)
        if self._fancy(want, got, optionflags):
            return self._difference(want.splitlines(True), got.splitlines(True), optionflags)
        if want and got:
            return 'Expected:\n%sGot:\n%s' % (_indent(want), _indent(got))
        if want:
            return 'Expected:\n%sGot nothing\n' % _indent(want)
        if got:
            return 'Expected nothing\nGot:\n%s' % _indent(got)
        return 'Expected nothing\nGot nothing\n'

    def _fancy(self, want, got, optionflags):
        if not optionflags & (REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF):
            return False
        return bool(optionflags & REPORT_NDIFF) or (want.count('\n') > 2 and got.count('\n') > 2)

    def _difference(self, want, got, optionflags):
        if optionflags & REPORT_UDIFF:
            lines, kind = list(difflib.unified_diff(want, got, n=2))[2:], 'unified diff with -expected +actual'
        elif optionflags & REPORT_CDIFF:
            lines, kind = list(difflib.context_diff(want, got, n=2))[2:], 'context diff with expected followed by actual'
        else:
            lines = list(difflib.Differ(charjunk=difflib.IS_CHARACTER_JUNK).compare(want, got))
            kind = 'ndiff with -expected +actual'
        return 'Differences (%s):\n' % kind + _indent(''.join(lines))


def _ellipsis_match(want, got):
    """Whether `...` in what is wanted can stand for the rest."""
    if ELLIPSIS_MARKER not in want:
        return want == got
    parts = want.split(ELLIPSIS_MARKER)
    first, last = parts[0], parts[-1]
    if not got.startswith(first) or not got.endswith(last):
        return False
    at, end = len(first), len(got) - len(last)
    if at > end:
        return False
    for part in parts[1:-1]:
        at = got.find(part, at, end)
        if at < 0:
            return False
        at += len(part)
    return True


def _without_detail(msg):
    """The last part of an exception's name."""
    line = msg.split('\n', 1)[0]
    name = line.split(':', 1)[0]
    return name.rsplit('.', 1)[-1]


class DocTestRunner:
    """Runs examples and reports those that fail."""

    DIVIDER = '*' * 70

    def __init__(self, checker=None, verbose=None, optionflags=0):
        self._checker = checker or OutputChecker()
        self._verbose = '-v' in sys.argv if verbose is None else verbose
        self.optionflags = optionflags
        self.original_optionflags = optionflags
        self.tries = 0
        self.failures = 0
        self._name2ft = {}

    def report_start(self, out, test, example):
        if self._verbose:
            expecting = 'Expecting:\n' + _indent(example.want) if example.want \
                else 'Expecting nothing\n'
            out('Trying:\n' + _indent(example.source) + expecting)

    def report_success(self, out, test, example, got):
        if self._verbose:
            out('ok\n')

    def report_failure(self, out, test, example, got):
        out(self._failure_header(test, example)
            + self._checker.output_difference(example, got, self.optionflags))

    def report_unexpected_exception(self, out, test, example, exc_info):
        text = ''.join(traceback.format_exception(*exc_info))
        out(self._failure_header(test, example) + 'Exception raised:\n' + _indent(text))

    def _failure_header(self, test, example):
        if test.filename:
            line = '?' if test.lineno is None else test.lineno + example.lineno + 1
            place = 'File "%s", line %s, in %s' % (test.filename, line, test.name)
        else:
            place = 'Line %s, in %s' % (example.lineno + 1, test.name)
        return '\n'.join([self.DIVIDER, place, 'Failed example:', _indent(example.source)])

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        self.test = test
        stdout = sys.stdout
        if out is None:
            out = stdout.write
        fake = StringIO()
        hook = sys.displayhook
        sys.stdout = fake
        sys.displayhook = sys.__displayhook__
        try:
            return self._run(test, out, fake)
        finally:
            sys.stdout = stdout
            sys.displayhook = hook
            if clear_globs:
                test.globs.clear()
                import builtins
                builtins._ = None

    def _run(self, test, out, fake):
        failures = tries = 0
        original = self.optionflags
        for number, example in enumerate(test.examples):
            quiet = self.optionflags & REPORT_ONLY_FIRST_FAILURE and failures > 0
            self.optionflags = original
            for flag, on in example.options.items():
                self.optionflags = self.optionflags | flag if on else self.optionflags & ~flag
            if self.optionflags & SKIP:
                continue
            tries += 1
            if not quiet:
                self.report_start(out, test, example)
            outcome, got, exc_info = self._outcome(test, example, number, fake)
            if outcome == 'success':
                if not quiet:
                    self.report_success(out, test, example, got)
            else:
                if not quiet:
                    if outcome == 'failure':
                        self.report_failure(out, test, example, got)
                    else:
                        self.report_unexpected_exception(out, test, example, exc_info)
                failures += 1
            if failures and self.optionflags & FAIL_FAST:
                break
        self.optionflags = original
        f, t = self._name2ft.get(test.name, (0, 0))
        self._name2ft[test.name] = (f + failures, t + tries)
        self.failures += failures
        self.tries += tries
        return TestResults(failures, tries)

    def _outcome(self, test, example, number, fake):
        exc_info = None
        try:
            exec(compile(example.source, '<doctest %s[%d]>' % (test.name, number), 'single'),
                 test.globs)
        except KeyboardInterrupt:
            raise
        except:
            exc_info = sys.exc_info()
        got = fake.getvalue()
        if got and not got.endswith('\n'):
            got += '\n'
        fake.seek(0)
        fake.truncate()
        check = self._checker.check_output
        if exc_info is None:
            right = check(example.want, got, self.optionflags)
            return ('success' if right else 'failure'), got, None
        message = traceback.format_exception_only(*exc_info[:2])[-1]
        text = ''.join(traceback.format_exception(*_inside(exc_info)))
        if example.exc_msg is None:
            return 'boom', got + text, _inside(exc_info)
        right = check(example.exc_msg, message, self.optionflags) or (
            self.optionflags & IGNORE_EXCEPTION_DETAIL
            and check(_without_detail(example.exc_msg), _without_detail(message),
                      self.optionflags))
        return ('success' if right else 'failure'), got + text, None

    def summarize(self, verbose=None):
        if verbose is None:
            verbose = self._verbose
        names = sorted(self._name2ft.items())
        notests = [name for name, (f, t) in names if t == 0]
        passed = [(name, t) for name, (f, t) in names if f == 0 and t > 0]
        failed = [(name, counts) for name, counts in names if counts[0]]
        totalt = sum(t for _, (f, t) in names)
        totalf = sum(f for _, (f, t) in names)
        if verbose:
            if notests:
                print(len(notests), 'items had no tests:')
                for name in notests:
                    print('   ', name)
            if passed:
                print(len(passed), 'items passed all tests:')
                for name, count in passed:
                    print(' %3d tests in %s' % (count, name))
        if failed:
            print(self.DIVIDER)
            print(len(failed), 'items had failures:')
            for name, (f, t) in failed:
                print(' %3d of %3d in %s' % (f, t, name))
        if verbose:
            print(totalt, 'tests in', len(names), 'items.')
            print(totalt - totalf, 'passed and', totalf, 'failed.')
        if totalf:
            print('***Test Failed***', totalf, 'failures.')
        elif verbose:
            print('Test passed.')
        return TestResults(totalf, totalt)

    def merge(self, other):
        for name, (f, t) in other._name2ft.items():
            f2, t2 = self._name2ft.get(name, (0, 0))
            self._name2ft[name] = (f + f2, t + t2)


def _inside(exc_info):
    """The exception with a traceback that begins in the example."""
    kind, value, tb = exc_info
    first = tb
    while tb is not None and not tb.tb_frame.f_code.co_filename.startswith('<doctest '):
        tb = tb.tb_next
    return kind, value, tb or first


class DocTestFailure(Exception):
    """An example had other output than it should."""

    def __init__(self, test, example, got):
        self.test = test
        self.example = example
        self.got = got

    def __str__(self):
        return str(self.test)


class UnexpectedException(Exception):
    """An example raised an exception."""

    def __init__(self, test, example, exc_info):
        self.test = test
        self.example = example
        self.exc_info = exc_info

    def __str__(self):
        return str(self.test)


class DebugRunner(DocTestRunner):
    """Raises an exception at the first failure."""

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        result = DocTestRunner.run(self, test, compileflags, out, False)
        if clear_globs:
            test.globs.clear()
        return result

    def report_unexpected_exception(self, out, test, example, exc_info):
        raise UnexpectedException(test, example, exc_info)

    def report_failure(self, out, test, example, got):
        raise DocTestFailure(test, example, got)


master = None


def _finish(runner, report):
    global master
    if report:
        runner.summarize()
    if master is None:
        master = runner
    else:
        master.merge(runner)
    return TestResults(runner.failures, runner.tries)


def testmod(m=None, name=None, globs=None, verbose=None, report=True, optionflags=0,
            extraglobs=None, raise_on_error=False, exclude_empty=False):
    """Tests the examples in the docstrings of a module."""
    if m is None:
        m = sys.modules.get('__main__')
    if not inspect.ismodule(m):
        raise TypeError('testmod: module required; %r' % (m,))
    finder = DocTestFinder(exclude_empty=exclude_empty)
    runner = (DebugRunner if raise_on_error else DocTestRunner)(verbose=verbose,
                                                                optionflags=optionflags)
    for test in finder.find(m, m.__name__ if name is None else name, globs=globs,
                            extraglobs=extraglobs):
        runner.run(test)
    return _finish(runner, report)


def testfile(filename, module_relative=True, name=None, package=None, globs=None, verbose=None,
             report=True, optionflags=0, extraglobs=None, raise_on_error=False,
             parser=DocTestParser(), encoding=None):
    """Tests the examples in a text file."""
    if package and not module_relative:
        raise ValueError('Package may only be specified for module-relative paths.')
    if module_relative and not os.path.isabs(filename):
        base = package or sys.modules.get('__main__')
        folder = os.path.dirname(getattr(base, '__file__', '') or '')
        filename = os.path.join(folder, *filename.split('/'))
    with open(filename, encoding=encoding or 'utf-8') as f:
        text = f.read()
    globs = {} if globs is None else globs.copy()
    globs.update(extraglobs or {})
    globs.setdefault('__name__', '__main__')
    runner = (DebugRunner if raise_on_error else DocTestRunner)(verbose=verbose,
                                                                optionflags=optionflags)
    runner.run(parser.get_doctest(text, globs, name or os.path.basename(filename), filename, 0))
    return _finish(runner, report)


def run_docstring_examples(f, globs, verbose=False, name='NoName', compileflags=None,
                           optionflags=0):
    """Tests the examples of one object."""
    finder = DocTestFinder(verbose=verbose, recurse=False)
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    for test in finder.find(f, name, globs=globs):
        runner.run(test, compileflags=compileflags)


_unittest_reportflags = 0


def set_unittest_reportflags(flags):
    """Sets how failures are shown by unittest."""
    global _unittest_reportflags
    if flags & REPORTING_FLAGS != flags:
        raise ValueError('Only reporting flags allowed', flags)
    old, _unittest_reportflags = _unittest_reportflags, flags
    return old


def _case(test, options):
    import unittest

    class DocTestCase(unittest.TestCase):
        def runTest(self):
            flags = options.get('optionflags', 0)
            if not flags & REPORTING_FLAGS:
                flags |= _unittest_reportflags
            out = StringIO()
            runner = DocTestRunner(checker=options.get('checker'), optionflags=flags,
                                   verbose=False)
            runner.DIVIDER = '-' * 70
            failures, _ = runner.run(test, out=out.write, clear_globs=False)
            if failures:
                line = 'unknown line number' if test.lineno is None else '%s' % test.lineno
                name = test.name.rsplit('.', 1)[-1]
                raise self.failureException(
                    'Failed doctest test for %s\n  File "%s", line %s, in %s\n\n%s'
                    % (test.name, test.filename, line, name, out.getvalue()))

        def setUp(self):
            if options.get('setUp'):
                options['setUp'](test)

        def tearDown(self):
            if options.get('tearDown'):
                options['tearDown'](test)
            test.globs.clear()

        def id(self):
            return test.name

        def __repr__(self):
            name = test.name.split('.')
            return '%s (%s)' % (name[-1], '.'.join(name[:-1]))

        __str__ = __repr__

        def shortDescription(self):
            return 'Doctest: ' + test.name

    return DocTestCase()


def DocTestSuite(module=None, globs=None, extraglobs=None, test_finder=None, **options):
    """The examples of a module for unittest."""
    import unittest
    if module is None:
        module = sys.modules[sys._getframe(1).f_globals['__name__']]
    elif isinstance(module, str):
        import importlib
        module = importlib.import_module(module)
    suite = unittest.TestSuite()
    for test in (test_finder or DocTestFinder()).find(module, globs=globs, extraglobs=extraglobs):
        if test.examples:
            suite.addTest(_case(test, options))
    return suite


def DocFileSuite(*paths, module_relative=True, package=None, globs=None, parser=DocTestParser(),
                 encoding=None, **options):
    """The examples of text files for unittest."""
    import unittest
    suite = unittest.TestSuite()
    for path in paths:
        with open(path, encoding=encoding or 'utf-8') as f:
            text = f.read()
        test = parser.get_doctest(text, dict(globs or {}), os.path.basename(path), path, 0)
        suite.addTest(_case(test, options))
    return suite


def script_from_examples(s):
    """A program of the examples, with the text as comments."""
    lines = []
    for piece in DocTestParser().parse(s):
        if isinstance(piece, Example):
            lines.append(piece.source[:-1])
            if piece.want:
                lines.append('# Expected:')
                lines += ['## ' + line for line in piece.want.split('\n')[:-1]]
        else:
            lines += ['# ' + line if line.strip() else '#' for line in piece.split('\n')[:-1]]
    while lines and lines[-1] == '#':
        lines.pop()
    while lines and lines[0] == '#':
        lines.pop(0)
    return '\n'.join(lines) + '\n'
