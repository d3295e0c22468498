import _ring_a
print('b sees', _ring_a.value, hasattr(_ring_a, 'from_b'))


def both():
    return _ring_a.value + 'b'
