"""except* in loops, generators, beside jumps out of the body, with errors of its own."""
def work(n):
    total = 0
    for i in range(n):
        try:
            if i % 3 == 0:
                raise ExceptionGroup("g", [ValueError(i), TypeError("t"), KeyError(i)])
            elif i % 3 == 1:
                raise ValueError(i)
            total += 1
        except* ValueError as e:
            total += len(e.exceptions)
        except* (TypeError, KeyError):
            total += 10
        else:
            total += 100
        finally:
            total += 1000
    return total
print(work(9))
def gen():
    try:
        yield 1
        raise ExceptionGroup("x", [OSError(1), ValueError(2)])
    except* OSError as e:
        got = yield e.exceptions
        print(got, e)
        try:
            raise ValueError("inner")
        except* ValueError as v:
            yield v
    except* ValueError as e:
        x = yield repr(e)
        raise
g = gen()
print(next(g), next(g), g.send("sent"), next(g))
try: print(next(g))
except BaseException as e: print(repr(e), e.__context__)
def ret():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: return "ret"
            raise KeyError(i)
        except* KeyError:
            print("key", i)
print(ret())
def nested():
    try:
        try:
            raise ExceptionGroup("a", [ValueError(1), ExceptionGroup("b", [TypeError(2), ValueError(3)])])
        except* TypeError as e:
            raise RuntimeError("r")
    except ExceptionGroup as e:
        print(repr(e))
        for x in e.exceptions: print(repr(x), repr(x.__context__), repr(x.__cause__))
nested()
def badtype():
    try:
        raise ValueError
    except* 3:
        pass
try: badtype()
except TypeError as e: print(e, repr(e.__context__))
def unbound():
    try: raise ValueError
    except* ValueError as e: pass
    try: e
    except UnboundLocalError as x: print(x)
unbound()
def tb():
    try:
        raise ExceptionGroup("top", [ValueError(1), OSError(2)])
    except* ValueError:
        1/0
tb()
