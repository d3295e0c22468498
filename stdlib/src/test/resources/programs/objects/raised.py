# The traceback module, attributes of exceptions, chains.
import traceback


def attempt(label, f):
    try:
        print(label, f())
    except Exception as e:
        print(label, type(e).__name__, e)


def show():
    print(traceback.format_exc().replace(__file__, "FILE"), end="")


def inner(x):
    return x["a"] + x.b.c


def outer():
    inner({"a": 1})


try:
    outer()
except AttributeError as e:
    show()
    print(e.name, e.obj, e.args)
    tb = e.__traceback__
    print(tb.tb_lineno, tb.tb_next.tb_lineno, [f.name for f in traceback.extract_tb(tb)])
    print(traceback.format_exception_only(e), traceback.format_exception_only(type(e), e))
    print(len(traceback.format_tb(tb)), len(traceback.format_exception(e)))

try:
    try:
        1 / 0
    except ZeroDivisionError as z:
        raise KeyError("k") from z
except KeyError as e:
    show()
    print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)

try:
    try:
        1 / 0
    except ZeroDivisionError:
        [][1]
except IndexError as e:
    show()
    print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)

try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("hidden") from None
except ValueError as e:
    show()
    print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)


class Custom(Exception):
    def __init__(self, a, b):
        super().__init__(a)
        self.b = b

    def __str__(self):
        return f"custom {self.args} {self.b}"


e = Custom(1, 2)
print(e, repr(e), e.args, e.b, str(e), e.__dict__)
e.add_note("note 1")
e.add_note("note 2")
print(e.__notes__)
try:
    raise e
except Custom:
    show()
attempt("note", lambda: e.add_note(3))
attempt("cause", lambda: setattr(e, "__cause__", 3))
attempt("context", lambda: setattr(e, "__context__", 3))
attempt("traceback", lambda: setattr(e, "__traceback__", 3))
attempt("args", lambda: setattr(e, "args", 3))
attempt("delete", lambda: delattr(e, "args"))
attempt("delete", lambda: delattr(e, "__cause__"))
attempt("with_traceback", lambda: e.with_traceback(3))
print(e.with_traceback(None) is e, e.__traceback__)
e.args = [5]
print(e.args)


def raiser(what, cause=None):
    if cause is not None:
        raise what from cause
    raise what


attempt("raise", lambda: raiser(3))
attempt("raise", lambda: raiser(int))
attempt("raise", lambda: raiser(ValueError))
attempt("raise", lambda: raiser(ValueError(), 3))
attempt("raise", lambda: raiser(Custom))
try:
    raise ExceptionGroup("group", [ValueError(1), TypeError("t")])
except ExceptionGroup as g:
    show()
    print(g.exceptions, g.message)


def recurse(n):
    if n == 0:
        raise RuntimeError("bottom")
    recurse(n - 1)


try:
    recurse(20)
except RuntimeError:
    show()


class Unprintable(Exception):
    def __str__(self):
        raise ValueError


try:
    raise Unprintable
except Unprintable:
    show()
try:
    values = [1, 2, 3]
    total = (values[0]
             + values[7])
except IndexError:
    show()
try:
    nothing_like_this
except NameError as e:
    show()
    print(e.name)
try:
    exec("x = = 1")
except SyntaxError as e:
    print(e, e.lineno, e.offset, e.text, e.filename, e.msg)
    print("".join(traceback.format_exception_only(e)), end="")
print(traceback.format_exc(), end="")
