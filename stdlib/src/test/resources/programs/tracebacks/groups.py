e = ExceptionGroup("outer", [ValueError(1), ExceptionGroup("inner", [TypeError("t"), KeyError("k")])])
e.add_note("a note")
e.add_note("two\nlines")
try:
    try:
        raise OSError(2, "No such file or directory", "x.txt")
    except OSError:
        raise ValueError("ctx")
except ValueError as v:
    e2 = ExceptionGroup("g2", [v, e])
def run():
    raise e2
run()
