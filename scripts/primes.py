"""A sieve of generators: each filters what the one before it lets through."""

from itertools import count, islice


def without_multiples(of, numbers):
    for number in numbers:
        if number % of:
            yield number


def primes():
    numbers = count(2)
    while True:
        prime = next(numbers)
        yield prime
        numbers = without_multiples(prime, numbers)


print(*islice(primes(), 25))
