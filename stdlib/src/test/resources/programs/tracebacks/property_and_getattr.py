class A:
    @property
    def p(self):
        return self.q

    def __getattr__(self, name):
        raise AttributeError(f'nothing called {name}')


A().p
