values = [3, 4]
assert len(values) == 3, ('expected three', values)
