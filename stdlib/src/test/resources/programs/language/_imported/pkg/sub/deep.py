from ..a import value as x
import pkg.a as pa
print('deep', __name__, __package__, x, pa.__name__)
