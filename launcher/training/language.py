"""One of each: what most programs use, so that a start finds it prepared."""

import os
import sys as system
from collections import namedtuple, deque as Deque

LIMIT = 10
names = ["a", 'b', f"{LIMIT!r:>5} c", r"\d+", b"bytes"]
table = {"one": 1, "two": 2.5, **{"three": 3j}}
unique = {1, 2, *[3, 4]}
pair = first, *rest = (1, 2, 3)


class Account:
    """An account."""

    count: int = 0

    def __init__(self, owner, balance=0, *, limit: float = 1e3, **extra):
        self.owner = owner
        self._balance = balance

    @property
    def balance(self) -> int:
        return self._balance

    @staticmethod
    def check(amount, /, *others):
        assert amount >= 0, "negative"
        return not amount or -amount ** 2 < 0 and amount is not None

    def deposit(self, amount):
        global LIMIT
        self._balance += amount if amount > 0 else 0
        LIMIT //= 2


def numbers(n):
    total = 0

    def inner():
        nonlocal total
        total += 1

    for i in range(n):
        if i % 2 == 0:
            continue
        elif i > 7 or i in (3, 5):
            break
        else:
            pass
        inner()
        received = yield i
    else:
        yield from [x * y for x in range(3) if x for y in (1, 2)]
    while total < 3:
        total += 1
    return total


async def later(source):
    async with source as s:
        return await s


squares = {k: v for k, v in zip("ab", (i * i for i in range(2)))}
odd = {n for n in numbers(9)}
longest = max(names[:2], key=lambda text: len(text))

try:
    with open(os.devnull) as null, open(os.devnull):
        null.read()
    if (size := len(names)) > 3:
        raise ValueError(f"too many: {size:>{LIMIT}} {names[0]=}") from None
except (ValueError, OSError) as error:
    print("caught", error, sep=": ", end="\n", file=system.stderr)
except Exception:
    raise
else:
    del names[0]
finally:
    matrix = [[0] * 3 for _ in range(3)]
    matrix[0][1:2] = [1 << 2 | 3 & ~4 ^ 5]

match LIMIT:
    case 0 | 1:
        print("small")
    case int(n) if n > 2:
        print(n)
    case {"key": [x, *_], **others}:
        print(x)
    case _:
        pass

if __name__ == "__main__":
    account = Account("me", balance=3, limit=2)
    account.deposit(5)
    print(account.balance, Account.check(1), *sorted(unique), table["two"])
