# odd spacing, joining, literals, unpacking, comprehensions
x=1;y = 2 ;z=[1,
  2, # comment

  3,]
if x==1 :print( "one" )
else:print('not')
	# a tab here
for j in z :
    print(j, end = ' ')
else :
    print()
print(0x1F, 0o17, 0b101, 1_000_000, 1e3, .5, 5., 3j, r'\n', b'\x00a', 'a' 'b' "c")
print('''three
lines''', "tab\there", '\u4e2d\x41\101\N{BULLET}')
a, *b, c = range(6)
print(a, b, c)
(d, [e, f]), g = (1, [2, 3]), 4
print(d, e, f, g)
first, = [7]
print(first)
print({**{'a': 1}, 'b': 2}, [*range(3), *'ab'], {*[1, 1, 2]}, (*[], 1))
print([(i, j) for i in range(3) if i for j in range(i)], {i: i * i for i in range(3)})
print(sum(i for i in range(10) if i % 2), list(map(lambda v: v * 2, z)))
print(1 < 2 < 3, 1 < 3 < 2, not x, x and 0 or 'or', None or [] or 'last', x if y else z)
print(2 ** 3 ** 2, -2 ** 2, 7 // 2, -7 // 2, -7 % 3, 7 / 2, 1 << 10, 6 & 3 | 8 ^ 1, ~5)
print(x is None, x is not None, 1 in z, 9 not in z)
name, width, value = 'pyconc', 12, 3.14159
print(f'{name:>{width}}|{value:.2f}|{value!r:10}|{x + y = }|{{}}|{"nested"}')
print('%s %d %05.1f %x %r %%' % ('s', 42, 3.14159, 255, 'q'), '%(k)s' % {'k': 'v'})
print('{0} {1!r} {name:^9} {2[0]}'.format(1, 'b', [5], name='mid'))
if (n := len(z)) > 2:
    print('walrus', n)
while True:
    x += 1
    if x > 5: break
else:
    print('never')
del z[0]
print(z, z[::-1], z[-1:], 'hello'[1:4], 'hello'[::2])
z[0:1] = [8, 9]
print(z)
d = {'k': {'n': [1, 2]}}
d['k']['n'][0] += 10
print(d)
def f(): ...
print(f(), f.__name__)
lam = lambda *a, k=1, **kw: (a, k, kw)
print(lam(1, 2, k=3, z=4))
print(type(1), type('a'), type(None), type(f), type(type), int, [int, str])
assert True
print("中文" + '，' + "》", len("中文"))
print(10**30, -10**20, 2**64 - 1, 9223372036854775807 + 1, -9223372036854775808 - 1)
