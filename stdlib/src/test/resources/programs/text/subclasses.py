# Programs' own subclasses of str and bytes.
class Name(str):
    def __new__(cls, value, rank=0):
        self = super().__new__(cls, value.strip())
        self.rank = rank
        return self

    def shout(self):
        return self.upper() + "!"

    def __add__(self, other):
        return Name(str.__add__(self, other), self.rank + 1)


class Loud(str):
    def __str__(self):
        return "loud " + super().__str__()

    def __repr__(self):
        return "Loud(" + super().__repr__() + ")"

    def __format__(self, spec):
        return "formatted " + super().__format__(spec)


class Other(str):
    def __eq__(self, other):
        return "never"

    def __hash__(self):
        return 42

    def __getitem__(self, key):
        return "item %r" % (key,)

    def __len__(self):
        return 99

    def __contains__(self, part):
        return True


class Packet(bytes):
    @property
    def kind(self):
        return self[0]


class Buffer(bytearray):
    def __init__(self, *args):
        super().__init__(*args)
        self.writes = 0

    def append(self, b):
        self.writes += 1
        super().append(b)


n = Name("  ada ", rank=1)
print(n, repr(n), len(n), n.rank, n.shout(), type(n).__name__, isinstance(n, str))
m = n + " l"
print(m, type(m).__name__, m.rank, type(n.upper()).__name__, type(n[:1]).__name__, type(str(n)).__name__)
print(n == "ada", "ada" == n, {n: 1}["ada"], n in {"ada"}, hash(n) == hash("ada"), n < "b")
print("-".join([n, m]), "%s %r" % (n, n), f"{n:>5}|", "{}".format(n), "ada!".startswith(n), n in "xadax")
print("adam".replace(n, "X"), "a,ada".split(n), "ada".find(n), n.join(["1", "2"]), n * 2, "x" + n)
loud = Loud("a")
print(loud, [loud], f"{loud}", f"{loud!r}", "%s" % loud, "{:3}|".format(loud), str(loud), loud + "b")
o = Other("abc")
print(o == 1, hash(o), o[3], len(o), "z" in o, o.upper(), str.__len__(o))
p = Packet(b"\x07data")
print(p.kind, p, p[1:], type(p[1:]).__name__, p == b"\x07data", p.decode("latin-1"), len(p), p + b"!")
b = Buffer(b"ab")
b.append(99)
print(b, b.writes, len(b), type(b).__name__, b == b"abc", b[0], bytes(b))
b += b"d"
print(b, type(b).__name__)
print(Packet.fromhex("6162"), type(Packet.fromhex("6162")).__name__)


class Bytes:
    def __bytes__(self):
        return b"from __bytes__"


class Index:
    def __index__(self):
        return 2


print(bytes(Bytes()), b"%b" % Bytes(), "abc"[Index()], "ab" * Index(), chr(Index()), b"abc"[Index()], bytes(Index()))
