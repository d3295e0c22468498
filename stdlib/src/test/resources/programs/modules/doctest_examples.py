"""doctest: examples that are right and wrong.

>>> square(3)
9
>>> square('a')
Traceback (most recent call last):
  ...
TypeError: can't multiply sequence by non-int of type 'str'
"""
import doctest


def square(x):
    """Squares.

    >>> square(2)
    4
    >>> square(2)
    5
    >>> for i in range(2):
    ...     print(i)
    0
    1
    >>> print('a\\n\\nb')
    a
    <BLANKLINE>
    b
    >>> list(range(20)) # doctest: +ELLIPSIS
    [0, 1, ..., 19]
    >>> print('a   b') # doctest: +NORMALIZE_WHITESPACE
    a b
    >>> nothing_here   # doctest: +SKIP
    1
    >>> 1 == 1
    1
    >>> int('x') # doctest: +IGNORE_EXCEPTION_DETAIL
    Traceback (most recent call last):
    ValueError: something else
    """
    return x * x


class Stack:
    """A stack.

    >>> s = Stack()
    >>> s.push(1)
    >>> s.items
    [1]
    """

    def __init__(self):
        self.items = []

    def push(self, item):
        """
        >>> Stack().push(5)
        nothing
        """
        self.items.append(item)

    @property
    def size(self):
        """
        >>> Stack().size
        0
        """
        return len(self.items)

    @staticmethod
    def none():
        """No example."""


import sys
results = []
runner = doctest.DocTestRunner(verbose=False)
for test in doctest.DocTestFinder().find(sys.modules['__main__'], 'main'):
    print(test.name, test.lineno, len(test.examples))
    said = []
    results.append(runner.run(test, out=said.append))
    print(''.join(said).replace(__file__, 'FILE'))
print(results, runner.summarize())
print(runner.failures, runner.tries)
verbose = doctest.DocTestRunner(verbose=True)
test = doctest.DocTestParser().get_doctest('>>> 1 + 1\n2\n>>> x = 3\n', {}, 'text', None, 0)
print(repr(test), test.examples[0].want, verbose.run(test))
parts = doctest.DocTestParser().parse('before\n  >>> a\n  1\n\nafter')
print([p if isinstance(p, str) else (p.source, p.want, p.lineno, p.indent) for p in parts])
check = doctest.OutputChecker().check_output
print(check('a...c\n', 'abc\n', doctest.ELLIPSIS), check('a\n', 'b\n', 0), check('1\n', 'True\n', 0), check('1\n', 'True\n', doctest.DONT_ACCEPT_TRUE_FOR_1))
print(doctest.OutputChecker().output_difference(doctest.Example('x', 'a\nb\nc\n'), 'a\nx\nc\n', doctest.REPORT_NDIFF))
print(doctest.script_from_examples('Text\n>>> 1 + 1\n2\n'))
__file__ = 'doctest_examples.py'  # the report shows it
doctest.run_docstring_examples(Stack.push, {'Stack': Stack}, name='push')
for wrong in ('>>>x', '>>> x\n... y\n ...z', '>>> 1 # doctest: +WRONG'):
    try:
        doctest.DocTestParser().get_examples(wrong)
    except ValueError as e:
        print(e)
import unittest
suite = doctest.DocTestSuite(sys.modules['__main__'])
result = unittest.TestResult()
suite.run(result)
print(result.testsRun, len(result.failures), [str(t) for t, _ in result.failures])
