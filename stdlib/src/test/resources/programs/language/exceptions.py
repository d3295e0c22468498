# raising, catching, finally, with, chaining
def order(n):
    try:
        print('try', n)
        if n == 1:
            raise ValueError('one')
        if n == 2:
            return 'returned'
        if n == 3:
            raise KeyError('three')
    except ValueError as e:
        print('caught', repr(e))
        return 'handled'
    else:
        print('else')
    finally:
        print('finally', n)
    return 'end'


for n in range(3):
    print(order(n))
try:
    order(3)
except KeyError as e:
    print('outside', e, e.args)


def shadow():
    for i in range(3):
        try:
            if i == 1:
                continue
            if i == 2:
                break
            print('body', i)
        finally:
            print('cleanup', i)
    return i


print(shadow())


def override():
    try:
        raise ValueError
    finally:
        return 'swallowed'


print(override())


class Manager:
    def __init__(self, swallow):
        self.swallow = swallow

    def __enter__(self):
        print('enter')
        return self

    def __exit__(self, kind, value, traceback):
        print('exit', kind and kind.__name__, value, traceback is not None)
        return self.swallow


with Manager(True) as m, Manager(False):
    raise RuntimeError('inside')
with Manager(False):
    print('calm')
try:
    with 3:
        pass
except TypeError as e:
    print(e)
try:
    try:
        {}['k']
    except KeyError as e:
        raise RuntimeError('wrapped') from e
except RuntimeError as e:
    print(repr(e.__cause__), e.__suppress_context__)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        undefined
except NameError as e:
    print(repr(e.__context__))
try:
    raise 3
except TypeError as e:
    print(e)
try:
    raise
except RuntimeError as e:
    print(e)


class Mine(Exception):
    def __init__(self, code):
        super().__init__('code %d' % code)
        self.code = code


try:
    raise Mine(7)
except (KeyError, Mine) as e:
    print(e, e.code, isinstance(e, Exception))
try:
    e
except NameError as error:
    print(error)


def reraise():
    try:
        raise ValueError('again')
    except ValueError:
        try:
            raise KeyError('inner')
        except KeyError:
            pass
        raise


try:
    reraise()
except ValueError as e:
    print(repr(e), e.__context__)
try:
    assert 1 == 2, 'message'
except AssertionError as e:
    print('AssertionError', e)
for text in ('int("x")', '[][1]', '"a" + 1', '1 + "a"', 'None.x', 'x()()', 'len(5)', '{}[[]]',
             'x = 1', '1 < "a"', 'int("12", 99)', '[1, 2, 3].index(9)', 'a, b = 1'):
    try:
        eval(text)
        print('fine', text)
    except Exception as e:
        print(type(e).__name__ + ':', str(e).split('(')[0])
