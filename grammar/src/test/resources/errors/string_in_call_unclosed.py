print('a
