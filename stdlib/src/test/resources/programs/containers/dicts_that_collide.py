# Keys that begin at the same places of the table.
d={}
for i in range(5000): d[i*1024]=i; d[str(i)]=i; d[i/7]=i; d[-i]=i
for i in range(0,5000,3): del d[i*1024]; d.pop(str(i))
for i in range(100): d[i*1024]=-i
print(len(d), sum(v for v in d.values()), list(d)[:5], 'x' in d, 3*1024 in d, 4*1024 in d)
