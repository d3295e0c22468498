open('C:\Users\x')
