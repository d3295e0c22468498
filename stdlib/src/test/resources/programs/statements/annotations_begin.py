# Modules and class bodies with annotations have the dict of annotations from their first statement on.
__annotations__[1]=2
x: int = 3
print(__annotations__)
del __annotations__
try:
    y: int = 4
except NameError as e: print(repr(e))
class C:
    print(__annotations__)
    z: int
    del __annotations__
    try:
        w: int = 3
    except Exception as e: print(repr(e))
print(C.__dict__.get('__annotations__'), C.__annotations__)
exec('print(__annotations__); a:int', {})
class D:
    if 0: q: int
print(D.__annotations__, 'x')
def f():
    a: int
    print('__annotations__' in globals())
f()
__annotations__ = 5
try:
    yy: int = 4
except Exception as e: print(repr(e))
exec("c.x: int = 3" , {'c': D})
