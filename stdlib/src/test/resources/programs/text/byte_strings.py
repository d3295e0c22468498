# bytes, bytearray and memoryview in programs.
data = b"GET /index.html HTTP/1.1\r\nHost: example.org\r\n\r\n"
head, _, body = data.partition(b"\r\n\r\n")
lines = head.split(b"\r\n")
method, path, version = lines[0].split()
headers = dict(line.decode().split(": ", 1) for line in lines[1:])
print(method, path, version, headers, body)
print(list(b"abc"), b"abc"[0], b"abc"[0:1], b"abc"[::-1], [hex(x) for x in b"\x00\xff"])
print(bytes(5), bytes([1, 2, 3]), bytes("é", "utf-8"), bytes(range(65, 70)), b"".join([b"a", b"b"]))
buffer = bytearray()
for chunk in (b"one ", b"two ", b"three"):
    buffer += chunk
buffer.extend(b"!")
buffer[0:3] = b"ONE"
buffer[-1] = ord("?")
print(buffer, len(buffer), buffer.find(b"two"), buffer.upper())
del buffer[:4]
print(buffer, buffer.pop(), buffer.pop(0), buffer, buffer == b"wo three")
buffer.insert(0, 84)
buffer.reverse()
print(buffer, bytes(buffer).hex(), bytes.fromhex("48 69"), buffer.copy() is buffer)
checksum = 0
for byte in data:
    checksum = (checksum * 31 + byte) % 65521
print(checksum)
key = b"key"
encrypted = bytes(b ^ key[i % len(key)] for i, b in enumerate(b"attack at dawn"))
print(encrypted, bytes(b ^ key[i % len(key)] for i, b in enumerate(encrypted)))
view = memoryview(bytearray(b"hello world"))
view[0] = 72
view[6:11] = b"WORLD"
print(bytes(view), view[0], view[-5:].tobytes(), len(view), view.readonly, bytes(view[::2]))
with memoryview(b"abc") as v:
    print(v.tolist())
try:
    v[0]
except ValueError as e:
    print(e)
print(b"a" in b"abc", 97 in b"abc", b"a" < b"b", b"a" == "a", {b"k": 1}[b"k"], hash(b"x") == hash(b"x"))
print("text".encode(), "é".encode("latin-1"), b"\xe9".decode("latin-1"), "€".encode("cp1252"), b"\x80".decode("cp1252"))
print(b"caf\xc3".decode("utf-8", "replace"), "naïve".encode("ascii", "ignore"), "☃".encode("ascii", "xmlcharrefreplace"))
print(b"%s=%d;" % (b"k", 5) + b"%x" % 255, b"a,b".replace(b",", b";"), b"  x ".strip(), b"ab".center(6, b"*"))
for action in (
    lambda: b"a" + "b",
    lambda: bytes([256]),
    lambda: bytes("a"),
    lambda: b"abc"[5],
    lambda: b"abc".index(b"z"),
    lambda: "é".encode("ascii"),
    lambda: b"\xff".decode("ascii"),
    lambda: b"a".decode("nonsense"),
    lambda: bytearray(b"a").append(300),
    lambda: {bytearray(b"a"): 1},
    lambda: b"a".join(["b"]),
    lambda: bytes(-1),
):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__ + ":", e)
try:
    b"abc"[0] = 1
except TypeError as e:
    print(e)
