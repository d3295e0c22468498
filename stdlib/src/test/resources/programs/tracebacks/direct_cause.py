import sys
class MyErr(Exception):
    pass
def g():
    a = 1
    b = "x"
    return (a +
            b)
try:
    g()
except TypeError as e:
    raise MyErr("my") from e
