import sys
def f(n): return f(n+1)
sys.setrecursionlimit(100)
f(0)
