for o in ('abc', b'abc', bytearray(b'abc')):
  for n in ('find','rfind','index','count','startswith','endswith'):
    try: getattr(o,n)()
    except TypeError as e: print(n,e)
    try: getattr(o,n)(1,2,3,4)
    except TypeError as e: print(n,e)
for f in (lambda: [].index(), lambda: (1,).index(), lambda: [].index(1,2,3,4), lambda: ''.split(1,2,3), lambda: ''.encode(1,2,3)):
    try: f()
    except TypeError as e: print(e)
