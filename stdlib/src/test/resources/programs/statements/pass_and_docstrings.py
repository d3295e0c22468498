"""Docstring of the module."""


def f():
    """Docstring of f."""


def g():
    'single'
    "not this"


def h():
    pass


def i():
    f"not a {h}"


class C:
    """Docstring
    of C."""

    def m(self):
        r"""raw \d"""


class D(C):
    pass


print(__doc__, f.__doc__, g.__doc__, h.__doc__, i.__doc__, sep='|')
print(repr(C.__doc__), C.m.__doc__, D.__doc__, D.m.__doc__, sep='|')
f.__doc__ = 'changed'
print(f.__doc__)
...
1; 2; print('semicolons'); pass
if True: print('one line'); print('two')
class E: x = 1; y = 2
print(E.x + E.y)
def one(): return 1
print(one())
for i in range(2): print(i)
while False: pass
try: pass
finally: pass
b'bytes are no docstring'
print(type(lambda: 0).__name__, (lambda: 0).__doc__)
