print('loading', __name__)
__all__ = ['NAMES', 'public']
NAMES = ['a', 'b']


def public(): return 1
def hidden(): return 2


if __name__ == '__main__':
    print('never here')
