import sys
sys.setrecursionlimit(60)


def a(n):
    return b(n + 1)


def b(n):
    return a(n + 1)


try:
    a(0)
except RecursionError as e:
    print(type(e).__name__, str(e)[:32])
