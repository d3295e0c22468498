import json
for s in ['', '[', '[1', '[1,', '[1,]', '{', '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}', '{a:1}', '"abc', '"ab\\', '"ab\\x"', '"\\u12"', '"\\uZZZZ"', '"a\nb"', 'nul', 'tru', '1 2', '01', '-', '1.', '1e', '.5', '[1 2]', '{"a" 1}', '\ufeff1', 'NaN', '-Infinity', '[Infinity]', '\n\n  x', '"\U0001F600" x', '1e400', '1.5e3', '-0', '-0.0', '123456789012345678901234567890', '"\\ud83d\\ude00"', '"\\ud83d"', '{"a":1,"a":2}','[[],{}]', ' \t\r\n[ 1 , 2 ] ']:
    try:
        print(repr(s), '->', repr(json.loads(s)))
    except ValueError as e:
        print(repr(s), type(e), e, e.pos, e.lineno, e.colno, e.msg)
d = {"a": [1, 2.5, None, True, False, "x\"\\\n\t\r\b\f\x01\x7fé\u2028\U0001F600"], "b": {}, "c": [], "d": {"e": (1, 2)}, 1: 2, 2.5: 3, None: 4, True: 5}
print(json.dumps(d)); print(json.dumps(d, indent=2)); print(json.dumps(d, indent="\t", ensure_ascii=False)); print(json.dumps(d, separators=(',', ':')))
print(json.dumps({"b":1,"a":2}, sort_keys=True)); print(json.dumps([float('nan'), float('inf'), -float('inf')]))
for kw in [dict(allow_nan=False), dict(allow_nan=False, indent=1)]:
    try: json.dumps([float('nan')], **kw)
    except ValueError as e: print(e)
class A: pass
for o in [A(), {1,2}, b'x', {(1,):2}, 1j]:
    try: json.dumps(o)
    except TypeError as e: print(e)
print(json.dumps({(1,):2, 'a':1}, skipkeys=True))
l=[]; l.append(l)
try: json.dumps(l)
except ValueError as e: print(e)
class E(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, set): return sorted(o)
        return super().default(o)
print(json.dumps({"s": {3,1,2}}, cls=E), E(indent=1).encode([{1}]))
try: json.dumps(A(), cls=E)
except TypeError as e: print(e)
print(json.dumps(A(), default=lambda o: 'A!'), json.loads('{"a":{"b":1}}', object_hook=lambda d: sorted(d.items())), json.loads('{"a":1,"a":2}', object_pairs_hook=list))
print(json.loads('[1.5, 2, NaN]', parse_float=str, parse_int=lambda s: 'i'+s, parse_constant=lambda s: 'c'+s))
print(json.loads(b'{"a": "\xc3\xa9"}'), json.loads('"x"'.encode('utf-16')), json.loads(bytearray(b'1')))
for bad in [1, None, [1]]:
    try: json.loads(bad)
    except TypeError as e: print(e)
print(json.JSONDecoder().raw_decode('{"a":1} rest'), json.JSONDecoder().raw_decode('xx 12 ', 3))
try: json.JSONDecoder().decode('[1')
except json.JSONDecodeError as e: print(e)
try: json.loads('"a\tb"')
except json.JSONDecodeError as e: print(e)
print(json.loads('"a\tb"', strict=False))
try: json.loads('[' * 100000)
except RecursionError as e: print(e)
import io
f = io.StringIO(); json.dump({"x": [1]}, f); print(f.getvalue()); f.seek(0); print(json.load(f))
class D(dict): pass
class L(list): pass
class I(int):
    def __repr__(self): return 'bad'
print(json.dumps([D(a=1), L([1]), I(5)]))
try: json.dumps(1, foo=2)
except TypeError as e: print(e)
try: json.dumps({1:1,'a':2}, sort_keys=True)
except TypeError as e: print(e)
print(json.JSONDecodeError, json.JSONDecoder, json.JSONEncoder, json.JSONEncoder().item_separator)
print(list(json.JSONEncoder().iterencode(5)), json.dumps("a", indent=0), json.dumps([1,[2]], indent=0))
print(json.dumps({"a":1},indent=None,separators=(", "," = ")), json.dumps(10**30), json.dumps(1e100), json.dumps(-0.0))
