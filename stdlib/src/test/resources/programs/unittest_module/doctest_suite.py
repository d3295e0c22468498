"""A module with examples.

>>> 1 + 1
2
>>> double(4)
8
"""
import doctest
import unittest


def double(x):
    """
    >>> double(2)
    4
    """
    return 2 * x


suite = doctest.DocTestSuite()
print(suite.countTestCases())
result = unittest.TestResult()
suite.run(result)
print(result)
