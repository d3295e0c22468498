"""del of names, attributes, items, slices."""


class C:
    def __delattr__(self, name):
        print('delattr', name)
        super().__delattr__(name)

    def __delitem__(self, key):
        print('delitem', key)


x = 1
del x
try:
    print(x)
except NameError as e:
    print(e)
a, b, c = 1, 2, 3
del a, (b, c)
print('a' in globals(), 'b' in globals(), 'c' in globals())
items = list(range(10))
del items[0], items[-1]
del items[1:3]
del items[::2]
print(items)
d = {1: 2, 3: 4}
del d[1]
print(d)
c = C()
c.v = 1
del c.v
del c[1], c[1:2], c[..., 3]
for code in ['del c.nothing', 'del d[99]', 'del items[99]', 'del nowhere', 'del (5).real', 'del "abc"[0]', 'del len']:
    try:
        exec(code)
    except Exception as e:
        print(code, '->', type(e).__name__, e)


def f():
    local = 1
    del local
    try:
        local
    except UnboundLocalError as e:
        print(e)
    try:
        del local
    except UnboundLocalError as e:
        print(e)


f()


def outer():
    cell = 1

    def inner():
        return cell
    del cell
    try:
        inner()
    except NameError as e:
        print(e)


outer()


def remove_global():
    global G
    del G


G = 1
remove_global()
print('G' in globals())
