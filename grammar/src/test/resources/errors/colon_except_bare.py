try:
  a
except
  b
