rows = None
print(rows[1:2])
