# Strs with characters outside the Basic Multilingual Plane behave like all others.
def both(narrow, f):
    """Applies f to a text and to the same with an emoji in it."""
    print(ascii(f(narrow)), ascii(f(narrow + "\U0001f600")), sep=" # ")


for f in (
    len,
    lambda s: s[-1],
    lambda s: s[::-1],
    lambda s: s.upper(),
    lambda s: s.split("b"),
    lambda s: s.find("c"),
    lambda s: s.replace("a", "\U0001f680"),
    lambda s: s.center(11, "*"),
    lambda s: list(s),
    lambda s: s + "tail",
    lambda s: s * 2,
    lambda s: "c" in s,
    lambda s: s.encode(),
    lambda s: s.encode("utf-16-le"),
    lambda s: s.partition("b"),
    lambda s: s.title(),
    lambda s: f"{s:>10}|{s!r}",
    lambda s: "%s|%10s" % (s, s),
    lambda s: "{0}{0[0]}".format(s),
    lambda s: s.join("12"),
    lambda s: s.strip("a\U0001f600"),
    lambda s: s < "abd",
    lambda s: sorted(s),
    lambda s: {s: 1}[s],
    lambda s: s.encode("ascii", "replace"),
    lambda s: s.translate({ord("a"): "\U0001f4a1"}),
    lambda s: s.isalpha(),
    lambda s: s.rsplit("c"),
    lambda s: s.endswith("\U0001f600"),
):
    both("abcABC", f)

print("caf\u00e9 \u2713 \U0001f600 na\u00efve")
print(ord("\U0001f600"), chr(128512) == "\U0001f600", len("\U0001f468\u200d\U0001f469"))
smile = "\U0001f600"
print(smile == chr(0x1F600), smile is not None, smile in "a" + smile, hash(smile) == hash("x" + smile[0:]) or True)
print({smile, smile + "", "a"} == {"a", smile})
print(sorted([smile, "\uffff", "z"]) == ["z", "\uffff", smile])
print(("a" + smile)[0] == "a", ("a" + smile)[:1] == "a", {"a": 1}[("a" + smile)[0]])
lone = "\ud83d" + "\ude00"
print(len(lone), lone == smile, ascii(lone), ascii(lone[0]))
try:
    lone.encode()
except UnicodeEncodeError as e:
    print(e)
    print(e.encoding, ascii(e.object), e.start, e.end, e.reason)
print(b"\xf0\x9f\x98\x80".decode() == smile, b"\xed\xa0\xbd".decode("utf-8", "surrogatepass") == "\ud83d")
try:
    b"ok \xff".decode()
except UnicodeDecodeError as e:
    print(e)
    print(e.encoding, e.object, e.start, e.end, e.reason)
