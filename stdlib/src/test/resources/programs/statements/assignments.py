"""Targets of every kind."""


class Box:
    pass


a = b = c = []
a.append(1)
print(a is b is c, b)
x, y = 1, 2
x, y = y, x
print(x, y)
(p, [q, *r]), s = (1, 'abc'), 4
print(p, q, r, s)
*first, last = range(5)
print(first, last)
head, *middle, tail = 'ab'
print(head, middle, tail)
[m, n] = {1: 'a', 2: 'b'}
print(m, n)
box = Box()
box.v, box.w = 10, 20
box.v += 5
print(vars(box))
items = [1, 2, 3, 4, 5]
items[0], items[-1] = items[-1], items[0]
items[1:3] = 'xyz'
print(items)
items[::2] = [0, 0, 0]
print(items)
i = 0
i, items[i] = 1, 'changed'
print(i, items)
for wrong in ['a, b = 1', 'a, b = 1, 2, 3', 'a, *b, c = (1,)', 'a, b = 5', '(a,) = ()', 'items[::2] = [1]',
              'a, b = {}', '[] = [1]']:
    try:
        exec(wrong)
    except Exception as e:
        print(wrong, '->', type(e).__name__, e)
() = []
[] = ()
print('nothing unpacked')
t = 1,
print(t, (1), (1,), ())
d = dict(a=1)
d['b'], d['c'] = d['a'] + 1, d['a'] + 2
print(d)
