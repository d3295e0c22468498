# Floats with so many digits behind the point, correctly rounded.
import random
r=random.Random(5)
import hashlib
h=hashlib.md5()
for k in range(20000):
    x=r.choice([r.random(), r.random()*1000, r.random()*1e9, r.randrange(10**6)/8, r.randrange(10**7)/1000, r.randrange(100)/2, 10**r.randrange(-10,12)*r.random(),0.0,-0.5,0.125,2.675,1e15+0.3])
    p=r.randrange(0,16)
    h.update(('%.*f|'%(p,x)).encode())
    h.update(f'{x:.{p}f}{-x:10.2f}'.encode())
print(h.hexdigest())
