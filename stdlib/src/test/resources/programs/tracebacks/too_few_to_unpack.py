a, b, *c = 'x'
