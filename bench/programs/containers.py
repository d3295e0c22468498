"""Lists, dicts, sets and tuples: a word count and a sieve."""

from harness import main

WORDS = ("the quick brown fox jumps over the lazy dog while the other dog sleeps " * 40).split()


def count(words):
    counts = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def primes(n):
    flags = [True] * n
    found = []
    for i in range(2, n):
        if flags[i]:
            found.append(i)
            flags[i * i :: i] = [False] * len(range(i * i, n, i))
    return found


def work():
    total = 0
    for i in range(300):
        total += count(WORDS)[0][1]
        seen = {(word, len(word)) for word in WORDS}
        total += len(seen)
    return total, len(primes(600000))


main(work)
