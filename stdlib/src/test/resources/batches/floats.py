import math

inf, nan = float('inf'), float('nan')

OPERATIONS = {
    'add': lambda a, b: a + b,
    'sub': lambda a, b: a - b,
    'mul': lambda a, b: a * b,
    'truediv': lambda a, b: a / b,
    'floordiv': lambda a, b: a // b,
    'mod': lambda a, b: a % b,
    'divmod': divmod,
    'power': lambda a, b: a ** b,
    'compare': lambda a, b: (a < b, a <= b, a == b, a != b, a >= b, a > b),
    'unary': lambda a: (-a, +a, abs(a), not a),
    'texts': lambda a: (repr(a), str(a), a.hex()),
    'float': float,
    'fromhex': float.fromhex,
    'int': int,
    'round': round,
    'ratio': lambda a: (a.as_integer_ratio(), a.is_integer()),
    'hash': hash,
    'whole': lambda a: (math.floor(a), math.ceil(a), math.trunc(a), round(a)),
    'parts': lambda a: (math.frexp(a), math.modf(a), math.copysign(1, a)),
    'neighbours': lambda a: (math.nextafter(a, inf), math.nextafter(a, -inf), math.ulp(a)),
    'sums': lambda *all: (math.fsum(all), sum(all), max(all), min(all)),
    'remainder': lambda a, b: (math.fmod(a, b), math.remainder(a, b)),
    'sqrt': math.sqrt,
    'complex': lambda a, b: (complex(a, b), complex(a, b) * 2, -complex(a, b)),
    'exact': lambda a, b: (a.hex(), (a + b).hex(), (a * b).hex()),
}
