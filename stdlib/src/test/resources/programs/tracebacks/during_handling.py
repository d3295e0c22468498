def f():
    try:
        return {}['missing']
    except KeyError as e:
        return e.nothing


f()
