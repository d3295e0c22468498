"""try in all its shapes and the order in which the parts run."""


def run(kind):
    log = []
    try:
        try:
            log.append('body')
            if kind == 'value':
                raise ValueError('v')
            if kind == 'key':
                raise KeyError('k')
            if kind == 'other':
                raise OSError('o')
        except ValueError as e:
            log.append(f'value {e}')
        except (KeyError, IndexError) as e:
            log.append(f'key {e}')
            raise TypeError from e
        else:
            log.append('else')
        finally:
            log.append('finally')
    except Exception as e:
        log.append(type(e).__name__)
    return log


for kind in ['none', 'value', 'key', 'other']:
    print(kind, run(kind))


def wins():
    try:
        return 'try'
    finally:
        return 'finally'


def loop():
    for i in range(3):
        try:
            if i == 1:
                continue
            if i == 2:
                break
        finally:
            print('leaving', i)


def swallowed():
    while True:
        try:
            raise KeyError
        finally:
            break
    return 'swallowed'


print(wins(), swallowed())
loop()


def reraise():
    try:
        try:
            1 / 0
        except ZeroDivisionError:
            print('seen')
            raise
    except ArithmeticError as e:
        print('again', e)


reraise()
try:
    raise
except RuntimeError as e:
    print(e)
try:
    e
except NameError as error:
    print(error)
for bad in ['raise 5', 'raise str', 'raise "text"', 'raise None', 'raise ValueError from 3', 'raise ValueError from "a"']:
    try:
        exec(bad)
    except TypeError as e:
        print(e)
try:
    try:
        1 / 0
    except 'not a class':
        pass
except TypeError as e:
    print(e)
try:
    try:
        1 / 0
    except (ValueError, (ZeroDivisionError, 3)):
        pass
except TypeError as e:
    print(e)
