"""assert and what it raises."""
assert True
assert 1, 'not shown'
for code in ['assert 0', 'assert 0, "why"', 'assert [], [1, 2]', 'assert None, None', 'assert 1 == 2, f"{1+1} things"']:
    try:
        exec(code)
    except AssertionError as e:
        print(code, '->', repr(e), e.args)


def check(n):
    assert n > 0, 'must be positive'
    return n


print(check(1))
check(-1)
