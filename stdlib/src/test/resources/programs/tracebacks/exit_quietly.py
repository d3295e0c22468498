def f():
    raise SystemExit


try:
    f()
except Exception:
    print('not an Exception')
print('never') if 0 else f()
