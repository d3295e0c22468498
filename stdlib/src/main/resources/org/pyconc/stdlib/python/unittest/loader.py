"""Finds tests in classes, modules and folders."""

import functools
import sys
import types
from fnmatch import fnmatch, fnmatchcase

from . import case, suite, util


class _FailedTest(case.TestCase):
    _testMethodName = None

    def __init__(self, method_name, exception):
        self._exception = exception
        super().__init__(method_name)

    def __getattr__(self, name):
        if name != self._testMethodName:
            return super(_FailedTest, self).__getattribute__(name)

        def testFailure():
            raise self._exception
        return testFailure


def _failed_import(name, suite_class):
    import traceback
    message = 'Failed to import test module: %s\n%s' % (name, traceback.format_exc())
    return _failed(name, ImportError(message), suite_class, message)


def _failed(name, exception, suite_class, message):
    return suite_class((_FailedTest(name, exception),)), message


def _skipped_module(name, exception, suite_class):
    @case.skip(str(exception))
    def testSkipped(self):
        pass
    return suite_class((type('ModuleSkipped', (case.TestCase,), {name: testSkipped})(name),))


class TestLoader:
    """Makes suites of the tests it finds."""

    testMethodPrefix = 'test'
    sortTestMethodsUsing = staticmethod(util.three_way_cmp)
    testNamePatterns = None
    suiteClass = suite.TestSuite
    _top_level_dir = None

    def __init__(self):
        self.errors = []
        self._loading_packages = set()

    def loadTestsFromTestCase(self, testCaseClass):
        if issubclass(testCaseClass, suite.TestSuite):
            raise TypeError('Test cases should not be derived from TestSuite. '
                            'Maybe you meant to derive from TestCase?')
        names = self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, 'runTest'):
            names = ['runTest']
        return self.suiteClass(map(testCaseClass, names))

    def loadTestsFromModule(self, module, *args, pattern=None, **kws):
        tests = []
        for name in dir(module):
            obj = getattr(module, name)
            if (isinstance(obj, type) and issubclass(obj, case.TestCase)
                    and obj not in (case.TestCase, case.FunctionTestCase)):
                tests.append(self.loadTestsFromTestCase(obj))
        load_tests = getattr(module, 'load_tests', None)
        tests = self.suiteClass(tests)
        if load_tests is not None:
            try:
                return load_tests(self, tests, pattern)
            except Exception as e:
                import traceback
                failed, message = _failed(
                    module.__name__, e, self.suiteClass,
                    'Failed to call load_tests:\n%s' % traceback.format_exc())
                self.errors.append(message)
                return failed
        return tests

    def loadTestsFromName(self, name, module=None):
        parts = name.split('.')
        error_case = error_message = None
        if module is None:
            wanted = parts[:]
            while wanted:
                try:
                    name_of_module = '.'.join(wanted)
                    module = __import__(name_of_module)
                    break
                except ImportError:
                    last = wanted.pop()
                    error_case, error_message = _failed_import(last, self.suiteClass)
                    if not wanted:
                        self.errors.append(error_message)
                        return error_case
            parts = parts[1:]
        obj = module
        parent = None
        for part in parts:
            try:
                parent, obj = obj, getattr(obj, part)
            except AttributeError as e:
                if getattr(obj, '__path__', None) is not None and error_case is not None:
                    self.errors.append(error_message)
                    return error_case
                import traceback
                failed, message = _failed(
                    part, e, self.suiteClass,
                    'Failed to access attribute:\n%s' % traceback.format_exc())
                self.errors.append(message)
                return failed
        if isinstance(obj, types.ModuleType):
            return self.loadTestsFromModule(obj)
        if isinstance(obj, type) and issubclass(obj, case.TestCase):
            return self.loadTestsFromTestCase(obj)
        if (isinstance(obj, types.FunctionType) and isinstance(parent, type)
                and issubclass(parent, case.TestCase)):
            instance = parent(parts[-1])
            if not isinstance(getattr(instance, parts[-1]), types.FunctionType):
                return self.suiteClass([instance])
        elif isinstance(obj, suite.TestSuite):
            return obj
        if callable(obj):
            test = obj()
            if isinstance(test, suite.TestSuite):
                return test
            if isinstance(test, case.TestCase):
                return self.suiteClass([test])
            raise TypeError('calling %s returned %s, not a test' % (obj, test))
        raise TypeError("don't know how to make test from: %s" % obj)

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])

    def getTestCaseNames(self, testCaseClass):
        def wanted(name):
            if not name.startswith(self.testMethodPrefix):
                return False
            if not callable(getattr(testCaseClass, name)):
                return False
            full = '%s.%s.%s' % (testCaseClass.__module__, testCaseClass.__qualname__, name)
            return self.testNamePatterns is None or any(
                fnmatchcase(full, pattern) for pattern in self.testNamePatterns)
        names = list(filter(wanted, dir(testCaseClass)))
        if self.sortTestMethodsUsing:
            names.sort(key=functools.cmp_to_key(self.sortTestMethodsUsing))
        return names

    def discover(self, start_dir, pattern='test*.py', top_level_dir=None):
        """Finds the tests of all modules below a folder that fit a pattern."""
        import os
        if top_level_dir is None and self._top_level_dir is not None:
            top_level_dir = self._top_level_dir
        elif top_level_dir is None:
            top_level_dir = start_dir
        top_level_dir = os.path.abspath(top_level_dir)
        if top_level_dir not in sys.path:
            sys.path.insert(0, top_level_dir)
        self._top_level_dir = top_level_dir
        if os.path.isdir(os.path.abspath(start_dir)):
            start_dir = os.path.abspath(start_dir)
            importable = (start_dir == top_level_dir
                          or os.path.isfile(os.path.join(start_dir, '__init__.py')))
        else:
            try:
                __import__(start_dir)
            except ImportError:
                importable = False
            else:
                importable = True
                module = sys.modules[start_dir]
                start_dir = os.path.abspath(os.path.dirname(module.__file__))
        if not importable:
            raise ImportError('Start directory is not importable: %r' % start_dir)
        return self.suiteClass(list(self._find(start_dir, pattern)))

    def _name_of(self, path):
        import os
        path = os.path.splitext(os.path.normpath(path))[0]
        return os.path.relpath(path, self._top_level_dir).replace(os.path.sep, '.')

    def _find(self, folder, pattern):
        import os
        if folder != self._top_level_dir:
            name = self._name_of(folder)
            if name not in self._loading_packages:
                tests, recurse = self._of_path(folder, pattern)
                if tests is not None:
                    yield tests
                if not recurse:
                    return
        for name in sorted(os.listdir(folder)):
            path = os.path.join(folder, name)
            tests, recurse = self._of_path(path, pattern)
            if tests is not None:
                yield tests
            if recurse:
                package = self._name_of(path)
                self._loading_packages.add(package)
                try:
                    yield from self._find(path, pattern)
                finally:
                    self._loading_packages.discard(package)

    def _imported(self, name):
        """The module and None, or None and what stands for tests that could not be imported."""
        try:
            __import__(name)
            return sys.modules[name], None
        except case.SkipTest as e:
            return None, _skipped_module(name, e, self.suiteClass)
        except BaseException as e:
            if isinstance(e, KeyboardInterrupt):
                raise
            failed, message = _failed_import(name, self.suiteClass)
            self.errors.append(message)
            return None, failed

    def _of_path(self, path, pattern):
        import os
        base = os.path.basename(path)
        if os.path.isfile(path):
            if not (base.endswith('.py') and base[:-3].isidentifier()
                    and fnmatch(base, pattern)):
                return None, False
            name = self._name_of(path)
            module, instead = self._imported(name)
            if module is None:
                return instead, False
            return self.loadTestsFromModule(module, pattern=pattern), False
        if os.path.isdir(path):
            if not os.path.isfile(os.path.join(path, '__init__.py')):
                return None, False
            name = self._name_of(path)
            package, instead = self._imported(name)
            if package is None:
                return instead, False
            load_tests = getattr(package, 'load_tests', None)
            self._loading_packages.add(name)
            try:
                tests = self.loadTestsFromModule(package, pattern=pattern)
                return tests, load_tests is None
            finally:
                self._loading_packages.discard(name)
        return None, False


defaultTestLoader = TestLoader()


def _loader(prefix, sort_using, suite_class=None, patterns=None):
    loader = TestLoader()
    loader.sortTestMethodsUsing = sort_using
    loader.testMethodPrefix = prefix
    loader.testNamePatterns = patterns
    if suite_class:
        loader.suiteClass = suite_class
    return loader


def _deprecated(name, better):
    import warnings
    warnings.warn(f'unittest.{name}() is deprecated and will be removed in Python 3.13. '
                  f'Please use unittest.TestLoader.{better}() instead.', DeprecationWarning,
                  stacklevel=3)


def getTestCaseNames(testCaseClass, prefix, sortUsing=util.three_way_cmp,
                     testNamePatterns=None):
    _deprecated('getTestCaseNames', 'getTestCaseNames')
    return _loader(prefix, sortUsing, patterns=testNamePatterns).getTestCaseNames(testCaseClass)


def makeSuite(testCaseClass, prefix='test', sortUsing=util.three_way_cmp,
              suiteClass=suite.TestSuite):
    _deprecated('makeSuite', 'loadTestsFromTestCase')
    return _loader(prefix, sortUsing, suiteClass).loadTestsFromTestCase(testCaseClass)


def findTestCases(module, prefix='test', sortUsing=util.three_way_cmp,
                  suiteClass=suite.TestSuite):
    _deprecated('findTestCases', 'loadTestsFromModule')
    return _loader(prefix, sortUsing, suiteClass).loadTestsFromModule(module)
