def f():
    assert 1 == 2, "msg"
try: f()
except AssertionError: pass
def g(): yield 1/0
list(g())
