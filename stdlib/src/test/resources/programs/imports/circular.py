"""Two modules that import each other."""
import _ring_a
print(_ring_a.from_b(), _ring_a.value)
try:
    import _broken_ring
except ImportError as e:
    print(str(e).split(' (/')[0])
