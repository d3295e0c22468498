"""What runs on the way out of try statements is not covered by the except clauses that are left."""


def fail(where):
    raise ValueError(where)


def returns():
    try:
        return 1
    except ValueError:
        print('wrong')
    finally:
        print('finally of returns')
        fail('finally')


def handler_returns():
    try:
        fail('body')
    except ValueError as e:
        return e
    finally:
        print('finally of handler_returns')
        fail('finally')


def other_clause():
    try:
        return 1
    except KeyError:
        return 2
    else:
        return 3
    finally:
        print('finally of other_clause')
        fail('finally')


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, *exception):
        print('exit with', exception[0])
        fail('exit')


def leaves_with():
    with Manager():
        try:
            return 1
        except ValueError:
            print('wrong')


def loops(how):
    for i in range(2):
        try:
            try:
                if how == 'break':
                    break
                continue
            except ValueError:
                print('wrong')
            finally:
                print('finally', how, i)
                fail(how)
        except ValueError as e:
            print('outer', e, e.__context__)


def generator():
    try:
        try:
            yield 1
            return
        except ValueError:
            print('wrong')
        finally:
            print('finally of generator')
            fail('generator')
    except ValueError as e:
        yield e


for number in range(3):
    for function in (returns, handler_returns, other_clause, leaves_with):
        try:
            print(function())
        except ValueError as e:
            print(function.__name__, repr(e), repr(e.__context__))
    loops('break')
    loops('continue')
    print([repr(x) for x in generator()])
