# A program makes a cycle of contexts; raising goes on.
def show(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(type(e).__name__, e)


a, b, c = ValueError('a'), KeyError('b'), TypeError('c')
a.__context__ = b; b.__context__ = a
try:
    try: raise a
    except ValueError: raise c
except TypeError as e:
    print(repr(e.__context__), repr(e.__context__.__context__))
