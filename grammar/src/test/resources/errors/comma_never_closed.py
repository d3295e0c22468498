print(a   print(b)
