"""Dicts, sorting and formatting: the most frequent words of a text."""

from collections import Counter

text = """
the quick brown fox jumps over the lazy dog
the dog sleeps and the fox runs
"""

for word, times in Counter(text.split()).most_common(3):
    print(f"{word:>6} {'#' * times} {times / len(text.split()):.1%}")
