"""bytes and bytearray: construction, methods, errors."""
for make in (bytes, bytearray):
    b = make(b'Hello, W\xf6rld')
    print(b, len(b), b[0], b[1:3], b[::-1], b[-1], list(b[:3]), 72 in b, b'llo' in b, b.hex(), b.hex(' '), b.hex('-', 2), b.hex(':', -3))
    print(b.upper(), b.lower(), b.title(), b.swapcase(), b.capitalize(), b.find(b'l'), b.rfind(b'l'), b.count(b'l'), b.index(b'o'), b.find(108), b.replace(b'l', b'LL', 2), b.split(b', '), b.partition(b','), b.rpartition(b'o'))
    print(b.startswith(b'He'), b.endswith((b'x', b'd')), b.strip(b'Hd'), b.center(20, b'*'), b.ljust(18, b'.'), b.rjust(18), make(b'42').zfill(5), make(b'a\tb').expandtabs(4), b.isalpha(), make(b'12').isdigit(), make(b'ab1').isalnum(), make(b' ').isspace(), make(b'AB').isupper(), make(b'ab').islower(), make(b'Ab').istitle(), b.isascii())
    print(b.translate(None, b'l'), b.translate(bytes(range(256))[::-1])[:2], make.maketrans(b'ab', b'xy')[97:99], make(b',').join([b'a', bytearray(b'b')]), b + b'!', b * 2, b == b'Hello, W\xf6rld', b < b'I', b.removeprefix(b'He'), b.removesuffix(b'ld'), make(b'a\nb\r\nc').splitlines(), make(b'a b  c').rsplit(None, 1))
    print(make(3), make([1, 2, 255]), make('é', 'utf-8'), make('é', encoding='latin-1'), make(), make(range(3)), make.fromhex('01 ff 7F'), b.decode('latin-1'), b.decode('ascii', 'replace'), b.decode('utf-8', 'backslashreplace'), b.decode(errors='ignore'))
ba = bytearray(b'abc')
ba.append(100); ba.extend(b'ef'); ba.insert(0, 48); ba.reverse(); print(ba, ba.pop(), ba.pop(0), ba)
ba.remove(ord('b')); ba[0] = 65; ba[1:3] = b'xyz'; del ba[-1]; ba += b'!'; ba *= 2; print(ba, ba.copy() is ba)
ba[::2] = b'.' * len(ba[::2]); print(ba); ba.clear(); print(ba)
for code in ['bytes("a")', 'bytes(-1)', 'bytes([256])', 'bytes([-1])', 'bytes(["a"])', 'bytes(1.5)', 'bytes(None)', 'b"a" + "b"', '"a" + b"b"', 'b"a" in "abc"', '"a" in b"abc"', '300 in b"a"', 'b"abc"[5]', 'b"a".join(["x"])', 'b"a".find("a")', 'b"a".replace("a", "b")', 'b"a".index(b"b")',
             'bytes.fromhex("0")', 'bytes.fromhex("zz")', 'b"\\xff".decode()', 'b"a".decode("nope")', 'b"a".split("")', 'b"a".split(b"")', 'bytearray(b"a").pop(5)', 'bytearray().pop()', 'bytearray(b"a").remove(5)', 'bytearray(b"a").append(256)', 'bytearray(b"a").append("x")', 'bytearray(b"a").insert(0, -1)', 'bytes(5, "utf-8")', 'bytes("a", 5)', 'b"a" < "a"', 'b"a" == "a"', 'b"".hex("ab")',
             'b"a".startswith("a")', 'b"a".center(3, b"xx")', 'b"a" * "a"', 'hash(bytearray())', 'hash(b"a") == hash(b"a")', 'b"a".translate(b"x")', 'bytes.maketrans(b"a", b"")', 'bytearray(b"abc").__setitem__(0, "x")', 'b"%s" % 5', 'int(b"5")', 'b"abc".hex(sep=b"-")']:
    try:
        print(code, '=', repr(eval(code)))
    except Exception as e:
        print(code, '->', type(e).__name__, e)
