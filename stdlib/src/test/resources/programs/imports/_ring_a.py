value = 'a'
import _ring_b


def from_b():
    return _ring_b.both()
