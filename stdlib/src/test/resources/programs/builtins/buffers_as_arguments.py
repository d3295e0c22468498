# Objects with a buffer where text or bytes are asked for.
def show(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(type(e).__name__, e)


class B(bytes): pass
class HasBytes:
    def __bytes__(self): return B(b'x')
print(type(bytes(HasBytes())))
class BI(bytes):
    def __index__(self): raise TypeError
print(bytearray(BI(b'foobar')), bytes(BI(b'q')))
def setitem():
    bytearray(b'abc')['c'] = 'x'
show(setitem)
print(b'%b|%s' % (memoryview(b'abc'), memoryview(b'd')))
import array
print(int(memoryview(b'123')[1:3]), float(memoryview(b'1.5')), int(array.array('B', b'77')), float(array.array('B', b'2.5')))
show(int, memoryview(b'1x'))
show(int, memoryview(b'1'), 2)
show(object().__format__, None)
class H:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
show(len, H(-2**100)); show(len, H(2**100)); show(len, H(-5))
