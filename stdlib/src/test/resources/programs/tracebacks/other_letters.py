class C:
    def __getitem__(self, k):
        raise KeyError(k)
    def __iter__(self):
        raise TypeError("no iter")
c = C()
try:
    for x in c: pass
except TypeError: pass
try:
    a, b = [1]
except ValueError as e: print(e)
def k(**kw): pass
d = {"é": c["ü"]}
