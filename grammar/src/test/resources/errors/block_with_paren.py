with (a, b):
b
