# What programs do with strs: loops, counting, ciphers, parsing.
text = """It was the best of times, it was the worst of times,
it was the age of wisdom ... it was the age of foolishness"""

counts = {}
for word in text.lower().replace(",", "").replace(".", "").split():
    counts[word] = counts.get(word, 0) + 1
print(sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:4])


def caesar(s, shift):
    result = ""
    for c in s:
        if c.isalpha() and c.isascii():
            base = ord("A") if c.isupper() else ord("a")
            result += chr((ord(c) - base + shift) % 26 + base)
        else:
            result += c
    return result


secret = caesar(text, 3)
print(secret.splitlines()[0])
print(caesar(secret, -3) == text)

line = "  key = value # comment  "
key, _, rest = line.partition("=")
value, _, comment = rest.partition("#")
print([key.strip(), value.strip(), comment.strip()])
print("a-b_c d".translate(str.maketrans("-_", "  ", "d")).split(" "))
print("".join(reversed("stressed")), "abc"[::-1], "racecar" == "racecar"[::-1])
print(",".join(str(n) for n in range(5)), "-".join("abc"), "".join([]), repr(" ".join(["one"])))
print("title case here".title(), "Mixed Case".swapcase(), "ÉCOLE straße".lower(), "straße".upper())
print("abc" < "abd", "Z" < "a", "abc" < "abcd", max("hello"), min("hello"), sorted("hello"))
print("ab" * 3, 2 * "xy", "=" * 20)
print("hello"[1], "hello"[-1], "hello"[1:3], "hello"[:-2], "hello"[::2], "hello"[10:], "hello"[-3:])
print("needle" in "haystack with a needle", "x" not in "abc", "" in "")
print("a,b;c".replace(";", ",").split(","), "  lots   of  space ".split(), "a\tb\nc".expandtabs(4))
print("one\ntwo\r\nthree".splitlines(), "one\ntwo\n".splitlines(True), "x".center(5, "."), "7".zfill(3))
print([s for s in ["12", "-3", "4.5", "", "½"] if s.isdigit()], "abc1".isalnum(), "abc".isidentifier())
print("spam".find("a"), "spam".find("z"), "spam".index("m"), "banana".count("an"), "banana".rfind("an"))
print("file.tar.gz".removesuffix(".gz").rsplit(".", 1), "prefix-x".removeprefix("prefix-"))
print("data.csv".endswith((".csv", ".tsv")), "data.csv".startswith("data"))
s = "immutable"
for action in (lambda: s.index("z"), lambda: s[20], lambda: s + 1, lambda: s["a"], lambda: s.foo):
    try:
        action()
    except Exception as e:
        print(type(e).__name__ + ":", e)
try:
    s[0] = "x"
except TypeError as e:
    print(e)
try:
    del s[0]
except TypeError as e:
    print(e)
try:
    int("12a")
except ValueError as e:
    print(e)
table = {c: i for i, c in enumerate("abc")}
print(table["b"], {"a" + "b": 1}["ab"], hash("ab") == hash("a" + "b"))
big = []
for i in range(1000):
    big.append(str(i))
joined = "".join(big)
print(len(joined), joined[:20], joined[-6:])
acc = ""
for i in range(2000):
    acc += chr(97 + i % 26)
print(len(acc), acc[:30], acc.count("a"))
it = iter("xyz")
print(next(it), list(it), next(it, "end"))
a, *b, c = "unpack"
print(a, b, c)
print(*"spread", sep="-")
print(str(12), str(1.5), str(None), str([1, "a"]), str(), str(b"raw"), str(b"caf\xc3\xa9", "utf-8"))
print(repr("tab\t new\n quote' \"both\" \\ \x00 é \u200b"))
print(type(str(1)), isinstance("", str), issubclass(str, object), str.__name__)
