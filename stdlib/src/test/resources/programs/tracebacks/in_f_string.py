d = {}
print(f'value: {d["missing"]!r:>10}')
