# Wrong conversions in f-strings.
x = y = 1
for s in "f'{3!ss}'", "f'{3!x}'", "f'{x!s{y}}'", "f'{3!}'", "f'{3!s'", "f'{3! s}'":
    try: print(eval(s))
    except SyntaxError as e: print(s, e)
    except NameError as e: print(s, e)
