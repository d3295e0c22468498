int x = 1
