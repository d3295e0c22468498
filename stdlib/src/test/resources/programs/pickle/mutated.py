# Mutated pickles: whatever the data, there is a value or an exception.
import pickle
import random

random.seed(7)
seeds = [pickle.dumps({'a': [1, 2.5, (3, 'x')], b'b': {1, None}, 'c': 2**70, 'd': frozenset('d')}, p)
         for p in range(6)]
for _ in range(4000):
    data = bytearray(random.choice(seeds))
    for _ in range(random.randint(1, 4)):
        where = random.randrange(len(data))
        what = random.random()
        if what < 0.5:
            data[where] = random.randrange(256)
        elif what < 0.8:
            del data[where:where + random.randint(1, 5)]
        else:
            data[where:where] = bytes(random.choices(b'()]}.0123abcdehijlpqstu\x85\x94\x95', k=3))
        data = data or bytearray(b'.')
    if b'r' in data:
        continue  # a large memo number: CPython takes gigabytes
    try:
        pickle.loads(bytes(data))
    except MemoryError:
        pass
    except SystemError as e:
        print('!!', bytes(data), e)
    except Exception:
        pass
print('done')
