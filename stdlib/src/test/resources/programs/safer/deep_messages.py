"""Structures of any depth travel; CPython's pickle gives up at some hundreds."""
import multiprocessing


class Link:
    def __init__(self, value, rest):
        self.value = value
        self.rest = rest


def deep(depth):
    lists, dicts, tuples, links = [], {}, (), None
    for i in range(depth):
        lists = [lists]
        dicts = {'k': dicts}
        tuples = ([tuples],)
        links = Link(i, links)
    return lists, dicts, tuples, links


def depths(lists, dicts, tuples, links):
    counts = [0] * 4
    while lists:
        lists = lists[0]
        counts[0] += 1
    while dicts:
        dicts = dicts['k']
        counts[1] += 1
    while tuples:
        tuples = tuples[0][0]
        counts[2] += 1
    while links:
        links = links.rest
        counts[3] += 1
    return counts


def child(q, given):
    q.put(depths(*given))
    q.put(depths(*q2.get()))
    q.put(given)


if __name__ == '__main__':
    q, q2 = multiprocessing.Queue(), multiprocessing.Queue()
    p = multiprocessing.Process(target=child, args=(q, deep(50_000)))
    p.start()
    print(q.get())
    q2.put(deep(50_000))
    print(q.get())
    print(depths(*q.get()))
    p.join()
    with multiprocessing.Pool(1) as pool:
        print(pool.apply(depths, deep(20_000)))

    # what cannot be sent is named with the way to it
    def gen():
        yield 1

    class Holder:
        pass

    bad = Holder()
    bad.field = {'a': [1, (2, gen())]}
    for value in (gen(), [gen()], {'k': gen()}, {gen(): 1}, bad, (lambda g=gen(): g), [[[gen()]]]):
        try:
            q.put(value)
        except TypeError as e:
            print(e)
    loop = []
    loop.append(loop)
    loop.append(gen())
    try:
        q.put(loop)
    except TypeError as e:
        print(e)
    print(q.empty())
