print('a', __name__, __package__)
value = 'a value'
