class E(Exception):
    def __str__(self):
        return f'{len(self.args)} arguments'


raise E(1, 'two', [3])
