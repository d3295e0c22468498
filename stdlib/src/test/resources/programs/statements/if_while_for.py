"""Branches and loops, with else, break and continue."""

for n in range(8):
    if n == 0:
        kind = 'zero'
    elif n % 2:
        kind = 'odd'
    else:
        kind = 'even'
    print(n, kind, end='; ')
print()

for n in range(2, 20):
    for d in range(2, n):
        if n % d == 0:
            break
    else:
        print(n, 'is prime')
        continue
    if n > 12:
        break
else:
    print('never')

n = 5
while n:
    n -= 1
    if n == 3:
        continue
    print(n)
else:
    print('ran out')
while True:
    break
else:
    print('not after break')

for x in []:
    pass
else:
    print('empty loop has else')
try:
    x
except NameError as e:
    print(e)

for i in range(3):
    i *= 10
    print(i)
for x, *rest in [(1, 2, 3), 'ab', [9]]:
    print(x, rest)
data = {}
for data['k'] in range(3):
    pass
print(data)
for i in (items := [1, 2, 3]):
    if i < 3:
        items.append(i * 10)
print(items)
