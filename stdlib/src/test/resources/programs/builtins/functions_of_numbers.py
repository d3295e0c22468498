"""abs, divmod, pow, round, sum, min, max, hash, bool, hex, oct, bin, ..."""
print(abs(-5), abs(-2.5), abs(3 + 4j), abs(True), divmod(7, -2), divmod(-7, 2.0), pow(2, 10), pow(2, -1), pow(2, 10, 1000), pow(3, -1, 11), pow(-2, 3, 5), pow(2.0, 3), pow(0, 0), pow(10, 20, -7))
print(round(2.5), round(3.5), round(-2.5), round(2.567, 1), round(1234.5, -2), round(5), round(15, -1), round(25, -1), round(1.005, 2), round(True), round(2.5, None), round(10**20 + 5, -1))
print(sum([1, 2.5, 3]), sum([], 5), sum([[1], [2]], []), sum(range(5), 10), sum((0.1,) * 10), sum([1, 1j]), sum([True, True]), sum(x for x in (1, 2)), sum([1], start=2))
print(min(3, 1, 2), max([3, 1]), min('b', 'a'), max('abc', key=ord), min([], default='d'), max(1, 2.0, key=lambda x: -x), max((1, 'a'), (1, 'b')), min({3: 'x', 1: 'y'}), max(1, 1.0), max(1.0, 1))
print(hex(-1), oct(0), bin(10**20)[:10], hash(1), hash(1.0), hash(True), hash(None) == hash(None), hash('') , hash(()) == hash(()), bool([]), bool('0'), bool(0.0), bool([0]), bool(None), int(), float(), str(), list(), complex(), bool())
print(all([]), any([]), all([1, 'a']), all([1, 0]), any([0, '']), any([0, 1]), all(x for x in (1, 2)), chr(97), ord('a'), chr(0x1F600), ascii('é😀\n'), repr('é😀\n\'"'), callable(len), callable(5), callable(int), id(5) == id(5))
for code in ['abs("a")', 'abs(None)', 'divmod(1, 0)', 'divmod("a", 1)', 'pow(0, -1)', 'pow(2, "a")', 'pow(2, 3, 0)', 'pow(2, -1, 6)', 'pow(2.5, 2, 3)', 'round("a")', 'round(1.5, "a")', 'round(float("nan"))', 'round(float("inf"))', 'sum(5)', 'sum(["a", "b"])', 'sum([1], "a")', 'sum(["a"], "")', 'sum([b"a"], b"")', 'min()', 'min(5)', 'max([])', 'max(1, "a")', 'max(1, default=2)', 'min([1], [2], default=3)',
             'hex("a")', 'hex(1.5)', 'bin(None)', 'oct([])', 'hash([])', 'hash({})', 'chr("a")', 'chr(-1)', 'chr(1114112)', 'ord("")', 'ord(b"ab")', 'ord(b"a")', 'all(5)', 'any(None)', 'bool(1, 2)', 'id()', 'max(key=len)', 'max("abc", key=5)', 'round()', 'abs()', 'sum()', 'pow(1)', 'divmod(1)', 'int(3, x=2)', 'round(1, 2, 3)', 'len(5)', 'len(range(3), 1)']:
    try:
        print(code, '=', repr(eval(code)))
    except Exception as e:
        print(code, '->', type(e).__name__, e)
