print('c2 start')
import c1
print(hasattr(c1, 'x1'))
x2 = 2
def f(): return c1.x1
try:
    from c1 import x1
except ImportError as e:
    print(str(e).split(' (/')[0])
print('c2 end')
