f'{a#b}'
