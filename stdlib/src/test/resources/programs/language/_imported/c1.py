print('c1 start')
import c2
x1 = 1
print('c1 end', c2.x2)
