# Every kind of value in every protocol: the bytes, and that they come back as they were.
import datetime
import enum
import pickle

VALUES = [
    None, True, False, 0, 1, -1, 255, 256, 65535, 65536, 2**31 - 1, 2**31, -2**31, -2**31 - 1,
    2**63, -2**63, -128, -32768, 1.5, float('inf'), -0.0, 1 + 2j,
    '', 'abc', 'é', '\u20ac', '\U0001F600', '\ud800', 'a\\b\nc\r\x1a\0',
    b'', b'abc', b'x' * 300, bytearray(b''), bytearray(b'abc'),
    (), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), [], [1], [1, 2], {}, {1: 2}, {1: 2, 'a': [1]},
    set(), {1}, frozenset(), frozenset([1]), range(3), slice(1, None, 2),
    len, int, KeyError, type(None), type(...), ..., NotImplemented,
    ValueError('x', 1), OSError(2, 'No such file'), Exception(),
]

for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
    for value in VALUES:
        data = pickle.dumps(value, protocol)
        back = pickle.loads(data)
        print(protocol, data, back == value and type(back) is type(value) or ascii(back))

# What is large is written in parts and frames.
for value in (list(range(1000)), list(range(2500)), {i: str(i) for i in range(2500)},
              {i: i for i in range(1000)}, set(range(1001)), 'x' * 70000, b'y' * 70000,
              ['z' * 30000 + str(i) for i in range(6)], 2**2100, -2**2100):
    for protocol in (0, 2, 4, 5):
        data = pickle.dumps(value, protocol)
        print(len(data), sum(data), pickle.loads(data) == value)
