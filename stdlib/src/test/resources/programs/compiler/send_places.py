# Places where the code for a generator's send and for its loop is written out, with other objects.


class Channel:
    def __init__(self):
        self.sent = []

    def send(self, value):
        self.sent.append(value)
        return len(self.sent)


class Bad:
    pass


def echo():
    got = None
    while True:
        got = yield got
        if got is None:
            return 'ended'


def tell(text, value):
    print(text)
    return value


def send_to(target, value):
    return target.send(value)


def started():
    g = echo()
    next(g)
    return g


targets = [started(), Channel(), started()]
for k in range(60):
    for t in targets:
        got = send_to(t, k + 1)
        if k % 20 == 0:
            print(type(t).__name__, got)
print(targets[1].sent[-3:])

# the method is looked up before the argument is evaluated
bad = Bad()
try:
    bad.send(tell('not reached', 1))
except AttributeError as e:
    print(e)

# a bound attribute that is a generator cannot be called
bad.send = started()
try:
    bad.send(tell('argument', 1))
except TypeError as e:
    print(e)
bad.send = lambda value: value * 2
print(bad.send(21))

# the receiver is the one from before the argument
current = started()


def replace():
    global current
    first, current = current, Channel()
    return first


print(current.send(replace().send(5)), type(current).__name__)

g = echo()
try:
    g.send(1)
except TypeError as e:
    print(e)
next(g)
try:
    g.send(None)
except StopIteration as e:
    print(e.value)
try:
    g.send(1)
except StopIteration as e:
    print(e.value)


def recursive():
    yield 1
    try:
        me.send(None)
    except ValueError as e:
        print(e)
    for x in me:
        print('not reached')


me = recursive()
try:
    for x in me:
        print(x)
except ValueError as e:
    print(e)


async def waits():
    return 7


c = waits()
try:
    c.send(None)
except StopIteration as e:
    print('coroutine', e.value)
try:
    c.send(None)
except RuntimeError as e:
    print(e)


def loop_over(items):
    total = 0
    for x in items:
        total += x
    return total


def numbers(n):
    i = 0
    while i < n:
        yield i
        i += 1


for k in range(30):
    made = [loop_over(numbers(k)), loop_over(range(k)), loop_over(list(range(k))), loop_over(iter((k, k)))]
print(made)


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


print(loop_over(Countdown(5)))


# numbers that grow out of 64 bits, in expressions of which each operand is used twice
def grow(n):
    big = 1
    other = 3
    for i in range(n):
        big = big * 3 + other
        other = other + big - i * 2
        other &= 0xFFFFFFFFFFFF
    return big, other


print(grow(10), grow(60))


def is_none(x, y):
    found = []
    if x is None:
        found.append('x')
    if y is not None:
        found.append('y')
    if not x is None and y is None:
        found.append('both')
    while x is not None:
        found.append(x)
        x = None
    return found, x is None, y is not None


print(is_none(None, None), is_none(0, ''), is_none(1, None))
