# Metaclasses that lose or replace __classcell__.
def show(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(type(e).__name__, e)


class Meta(type):
    def __new__(cls, name, bases, ns, cell):
        ns['__classcell__'] = cell
        return super().__new__(cls, name, bases, ns)
for cell in None, 0, '':
    try:
        class X(metaclass=Meta, cell=cell): pass
    except TypeError as e: print(e)
class Meta2(type):
    def __new__(cls, name, bases, ns):
        ns.pop('__classcell__', None)
        return super().__new__(cls, name, bases, ns)
try:
    class Y(metaclass=Meta2):
        def f(self): return __class__
except RuntimeError as e: print(e)
class Meta3(type):
    def __new__(cls, name, bases, ns):
        made = super().__new__(cls, name, bases, ns)
        type('B', (), ns)
        return made
try:
    class Y(metaclass=Meta3):
        def f(self): return __class__
except TypeError as e: print(e)
