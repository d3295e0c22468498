for print(x)
  pass
