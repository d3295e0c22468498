print('ns mod', __name__)
