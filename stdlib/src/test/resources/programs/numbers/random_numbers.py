"""The same numbers as CPython's for the same seed."""
import random


def show(name, *args, **kwargs):
    random.seed(f'seed of {name}')
    values = []
    for _ in range(4):
        try:
            values.append(getattr(random, name)(*args, **kwargs))
        except Exception as e:
            values.append(type(e).__name__ + ': ' + str(e))
            break
    print(name, args, kwargs or '', values)


for seed in [0, 1, -1, 42, 2**32, 2**100, -2**100, True, 1.5, -0.0, 1e300, 'text', 'tëxt', '', b'bytes', bytearray(b'x')]:
    random.seed(seed)
    print(repr(seed), random.random(), random.getrandbits(5), random.getrandbits(64), random.randint(1, 100))
random.seed('abc', 1)
print(random.random())
random.seed(b'abc', version=1)
print(random.random())
random.seed('', 1)
print(random.random())
for wrong in [(1, 2), [1], 1j]:
    try:
        random.seed(wrong)
    except TypeError as e:
        print(e)

show('random')
for k in [0, 1, 5, 31, 32, 33, 63, 64, 65, 96, 100, 200]:
    show('getrandbits', k)
show('getrandbits', -1)
show('getrandbits', 1.5)
show('randbytes', 5)
show('randbytes', 0)
show('randbytes', 16)
show('randint', 1, 6)
show('randint', 0, 0)
show('randint', -5, 5)
show('randint', 1, 2**70)
show('randint', 5, 1)
show('randint', 1, 'a')
show('randrange', 10)
show('randrange', 0)
show('randrange', -3)
show('randrange', 1, 10)
show('randrange', 10, 1)
show('randrange', 0, 100, 7)
show('randrange', 100, 0, -7)
show('randrange', 0, 10, 0)
show('randrange', 0, 10, -1)
show('randrange', 2**80)
show('randrange', 10, None, 2)
show('choice', [1, 2, 3])
show('choice', 'abcdef')
show('choice', (1,))
show('choice', range(10, 20, 3))
show('choice', [])
show('choice', {1, 2})
show('choice', 5)
show('choices', [1, 2, 3], k=5)
show('choices', 'abc', [1, 2, 3], k=5)
show('choices', 'abc', weights=[0.5, 0, 2.5], k=3)
show('choices', 'abc', cum_weights=[1, 2, 10], k=4)
show('choices', 'abc', [1, 2])
show('choices', 'abc', [0, 0, 0])
show('choices', 'abc', 5)
show('choices', 'abc', [1, 2, 3], cum_weights=[1, 2, 3])
show('choices', [], k=0)
show('choices', [])
show('sample', range(100), 5)
show('sample', [1, 2, 3], 3)
show('sample', 'abcdef', 2)
show('sample', range(10**12), 4)
show('sample', range(1000), 30)
show('sample', [1, 2, 3], 4)
show('sample', [1, 2, 3], -1)
show('sample', {1, 2, 3}, 2)
show('sample', ['red', 'blue'], 5, counts=[4, 2])
show('sample', ['red', 'blue'], 5, counts=[4])
show('sample', ['red', 'blue'], 0, counts=[0, 0])
show('uniform', 1, 10)
show('uniform', 10.5, -3)
show('uniform', 'a', 1)
show('triangular')
show('triangular', 1, 10, 3)
show('triangular', 5, 5, 5)
show('gauss')
show('gauss', 10, 2.5)
show('normalvariate', 0, 1)
show('normalvariate')
show('expovariate', 1.5)
show('expovariate', 0)
show('betavariate', 2, 3)
show('gammavariate', 2.5, 1)
show('gammavariate', 1.0, 2)
show('gammavariate', 0.4, 2)
show('gammavariate', 0, 1)
show('paretovariate', 3)
show('weibullvariate', 1, 1.5)
show('vonmisesvariate', 1, 4)
show('vonmisesvariate', 0, 0)
show('lognormvariate', 0, 0.5)

items = list(range(20))
random.seed(7)
print(random.shuffle(items), items)
r = random.Random(7)
other = list(range(20))
r.shuffle(other)
print(other == items, r.random() == random.random())

state = random.getstate()
print(state[0], len(state[1]), state[1][:3], state[1][-1], state[2])
first = [random.gauss(0, 1) for _ in range(3)]
print(random.getstate()[2])
random.setstate(state)
print(first == [random.gauss(0, 1) for _ in range(3)])
for wrong in [(1, (), None), (3, [], None), (3, (1, 2), None), (4, (), None)]:
    try:
        random.setstate(wrong)
    except Exception as e:
        print(type(e).__name__, e)


class Loaded(random.Random):
    """Its own source of numbers."""

    def random(self):
        return 0.75


print(Loaded().uniform(0, 4), Loaded().randint(1, 8), Loaded().choice('abcd'), Loaded(3).sample([1, 2, 3, 4], 2))


class Fixed(random.Random):
    def getrandbits(self, k):
        return 1


print(Fixed().randrange(100), Fixed().choice('abc'))
print(random.Random(5).random(), random.Random(x=5).random())
system = random.SystemRandom()
print(0 <= system.random() < 1, 1 <= system.randint(1, 6) <= 6, len(system.randbytes(3)), system.seed(1))
try:
    system.getstate()
except NotImplementedError as e:
    print(e)
print(isinstance(system, random.Random), random.Random.__name__, random.Random.__module__)
random.seed()
a = random.random()
random.seed()
print(a != random.random(), random.Random().random() != random.Random().random())
