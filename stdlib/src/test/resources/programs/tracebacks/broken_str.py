class Bad(Exception):
    def __str__(self): raise ValueError
class Outer:
    class Inner(Exception): pass
try:
    raise Bad(1)
except Bad:
    raise Outer.Inner
