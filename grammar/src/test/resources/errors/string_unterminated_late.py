a = 1
print("hello)
