# Generators that delegate to generators, resumed again and again: at any depth, from any side.
import inspect
import traceback


def leaf(n):
    got = []
    for i in range(n):
        got.append((yield i))
    return got


def middle(inner):
    result = yield from inner
    return 'm', result


def chain(depth, n):
    if depth == 0:
        return (yield from leaf(n))
    return (yield from chain(depth - 1, n))


def drive(g, *sent):
    out = []
    try:
        out.append(next(g))
        for value in sent:
            out.append(g.send(value))
    except StopIteration as e:
        out.append(('result', e.value))
    except Exception as e:
        out.append((type(e).__name__, str(e)))
    return out


print(drive(chain(50, 3), 'a', 'b', 'c', 'd'))
print(drive(middle(middle(middle(leaf(2)))), 1, 2))
print(sum(chain(300, 1000)), list(chain(0, 3)))


# values, ends and new delegates by turns
def tree(t):
    if t is not None:
        yield from tree(t[0])
        yield t[1]
        yield from tree(t[2])


def make(low, high):
    if low >= high:
        return None
    at = (low + high) // 2
    return make(low, at), at, make(at + 1, high)


print(list(tree(make(0, 40))))

# ---- a generator of the middle is resumed by somebody else

inner = leaf(6)
between = middle(inner)
outer = middle(between)
print(next(outer), next(outer), next(between), next(inner), next(outer), next(inner))
print(drive(outer), drive(between), drive(inner))

# ---- two wait for the same one

shared = leaf(4)
first, second = middle(shared), middle(middle(shared))
print(next(first), next(second), next(first), next(second))
print(drive(second, 1), drive(first, 1), drive(shared))
shared = leaf(3)
first, second = middle(shared), middle(shared)
print(next(first), next(second), next(first))
print(drive(first), drive(second), drive(second))


# ---- from inside

def nosy(watched):
    yield 'ready'
    for w in watched:
        print(inspect.getgeneratorstate(w), w.gi_running, end=' ')
        for how in (lambda: next(w), lambda: w.throw(KeyError('k')), w.close):
            try:
                how()
            except ValueError as e:
                print(e, end='; ')
        print()
    yield 'seen'


watched = []
g = nosy(watched)
for i in range(4):
    g = middle(g)
    watched.append(g)
print(next(g), next(g))
print(drive(g))

# the one above the generator that was resumed is not running
watched = []
bottom = nosy(watched)
low = middle(bottom)
top = middle(low)
print(next(top))


def outside():
    yield 'ready'
    print(inspect.getgeneratorstate(over), inspect.getgeneratorstate(under))
    try:
        next(over)
    except ValueError as e:
        print('over:', e)
    print(inspect.getgeneratorstate(over), inspect.getgeneratorstate(under))
    yield 'seen'


under = middle(outside())
over = middle(under)
print(next(over), next(under))
print(drive(under), drive(over))


# ---- exceptions

def failing(error):
    yield 1
    yield 2
    raise error


def catching(inner):
    try:
        result = yield from inner
    except ValueError as e:
        yield 'caught', str(e), e.__context__
        result = 'again'
    finally:
        print('finally')
    return result


print(drive(middle(middle(failing(ValueError('v')))), None, None, None))
print(drive(middle(catching(middle(failing(ValueError('v'))))), None, None, None))
print(drive(middle(middle(failing(StopIteration('s')))), None, None, None))

try:
    list(middle(middle(failing(ZeroDivisionError('z')))))
except ZeroDivisionError:
    for text in traceback.format_exc().splitlines():
        print(text[text.index(', line'):] if 'File' in text else text)

g = middle(middle(failing(ValueError('v'))))
print(next(g), next(g))
try:
    raise KeyError('outer')
except KeyError:
    try:
        next(g)
    except ValueError as e:
        print(repr(e.__context__))
print(drive(g), inspect.getgeneratorstate(g))


def catches_throw():
    while True:
        try:
            yield 'in'
        except ValueError as e:
            yield 'thrown ' + str(e)


g = middle(middle(middle(catches_throw())))
print(next(g), next(g), g.throw(ValueError('x')), next(g), g.throw(ValueError('y')))
try:
    g.throw(KeyError('k'))
except KeyError as e:
    print('out', e, inspect.getgeneratorstate(g))


def cleans():
    try:
        yield 1
        yield 2
    finally:
        print('cleaned')


g = middle(middle(cleans()))
print(next(g), next(g))
g.close()
print(inspect.getgeneratorstate(g))
g = middle(middle(cleans()))
print(next(g), next(g))
del g
print('deleted')

# the delegate is closed behind the back of the one that waits
inner = leaf(5)
g = middle(middle(inner))
print(next(g), next(g))
inner.close()
print(drive(g))
inner = leaf(5)
between = middle(inner)
g = middle(between)
print(next(g), next(g))
between.close()
print(drive(g), inspect.getgeneratorstate(inner))


# ---- other iterators among them

class Counter:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration('done')
        self.n -= 1
        return self.n


print(drive(middle(middle(Counter(2))), None, None))
print(drive(middle(middle([7, 8])), None, None))
print(drive(middle(middle(x * x for x in range(3))), None, None, None))
print(drive(middle(Counter(2)), 'sent'))


# ---- changing delegates

def switching():
    a = yield from leaf(2)
    b = yield from middle(leaf(1))
    for i in range(2):
        yield from leaf(i + 1)
    return a, b


print(drive(middle(switching()), 1, 2, 3, 4, 5, 6))


def lists():
    for i in range(3):
        yield from [i] * i
        yield from leaf(i)


print(list(middle(middle(lists()))))
g = middle(middle(leaf(3)))
print(g.gi_yieldfrom, next(g), g.gi_yieldfrom.gi_yieldfrom.__name__, g.gi_yieldfrom.gi_frame.f_lineno)
for x in g:
    pass
print(g.gi_yieldfrom, g.gi_frame)


# ---- who is on the stack

def told():
    for i in range(3):
        frame = traceback.extract_stack()
        yield [f.name for f in frame][1:]


def show(g):
    for names in g:
        print(names)


show(middle(middle(told())))


def inside(g):
    for names in middle(g):
        yield names


show(middle(inside(middle(told()))))
