"""Loops over small integers: sums, remainders, greatest common divisors."""

from harness import main


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


def work():
    total = 0
    for i in range(1, 4000):
        for j in range(1, 120):
            if gcd(i, j) == 1:
                total += i * j
            total ^= i + j
    return total


main(work)
