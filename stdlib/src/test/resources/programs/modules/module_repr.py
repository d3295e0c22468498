# How modules show themselves.
def show(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(type(e).__name__, e)


import types, sys
m = types.ModuleType('m'); print(m); m.__file__ = '/x/y.py'; print(m); del m.__name__; print(m); del m.__file__; print(m)
class Loader: 
    def __repr__(self): return '<loader>'
m = types.ModuleType('m'); m.__loader__ = Loader(); print(m); print(sys, types.__name__)
