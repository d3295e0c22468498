"""match: class patterns, __match_args__, builtin classes, keywords."""
class Point:
    __match_args__ = ('x', 'y')

    def __init__(self, x, y): self.x, self.y = x, y


class Plain:
    def __init__(self): self.v = 1


def m(p):
    match p:
        case Point(0, 0): return 'origin'
        case Point(0, y): return f'on y at {y}'
        case Point(x=x, y=0): return f'on x at {x}'
        case Point(x, y) if x == y: return f'diagonal {x}'
        case Point(): return 'point'
        case Plain(v=1): return 'plain'
        case int(x) | str(x): return f'builtin {x}'
        case list([a, b]): return f'list {a} {b}'
        case dict(d): return f'dict {d}'
        case tuple((a, *_)): return f'tuple {a}'
        case _: return 'other'


for p in (Point(0, 0), Point(0, 5), Point(5, 0), Point(3, 3), Point(1, 2), Plain(), 5, 'a', [1, 2], {1: 2}, (1, 2), None, 1.5):
    print(m(p))
for bad in ('Point(1, 2, 3)', 'Plain(1)', 'int(1, 2)', 'Point(1, x=2)', 'undefined()'):
    try:
        exec(f'match Point(1, 2) if "Point" in {bad!r} else Plain() if "Plain" in {bad!r} else 5:\n case {bad}: pass')
    except (TypeError, NameError) as e:
        print(bad, '->', type(e).__name__, e)
match = case = type = 1
print(match, case, type)
match (match):
    case case: print(case)
