a, b, c = 1, 'x', 2
result = (a + c) * 2 + (a + b) - c
