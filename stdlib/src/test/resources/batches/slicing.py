def store(sequence, key, value):
    sequence[key] = value
    return sequence


def delete(sequence, key):
    del sequence[key]
    return sequence


def insert(sequence, at, value):
    sequence.insert(at, value)
    return sequence


def pop(sequence, at):
    return sequence.pop(at), sequence


def repeat(sequence, count):
    sequence *= count
    return sequence


OPERATIONS = {
    'get': lambda sequence, key: sequence[key],
    'slice': lambda sequence, a, b: sequence[a:b],
    'step': lambda sequence, a, b, c: sequence[a:b:c],
    'indices': lambda key, length: key.indices(length),
    'store': store,
    'delete': delete,
    'insert': insert,
    'pop': pop,
    'repeat': repeat,
    'find': lambda text, part, a, b: (text.find(part, a, b), text.rfind(part, a, b),
                                      text.count(part, a, b)),
    'starts': lambda text, part, a, b: (text.startswith(part, a, b), text.endswith(part, a, b)),
    'index': lambda sequence, value, a, b: sequence.index(value, a, b),
    'split': lambda text, by, most: (text.split(by, most), text.rsplit(by, most),
                                     text.partition(by), text.rpartition(by)),
    'replace': lambda text, old, new, most: text.replace(old, new, most),
    'strip': lambda text, set: (text.strip(set), text.lstrip(set), text.rstrip(set),
                                text.removeprefix(set), text.removesuffix(set)),
    'reverse': lambda sequence: list(reversed(sequence)),
    'compare': lambda a, b: (a < b, a <= b, a == b, a + b, b in [a], sorted([a, b])),
}
