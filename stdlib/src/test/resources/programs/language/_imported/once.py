print('once')
n = 0
