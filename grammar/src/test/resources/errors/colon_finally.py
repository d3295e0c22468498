try:
  a
finally
  b
