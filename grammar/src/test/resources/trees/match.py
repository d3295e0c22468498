match x:
    case 1: a
    case -1: a
    case 1.5 | -2.5: a
    case 1 + 2j: a
    case -1 - 2j: a
    case "a" "b": a
    case b"c": a
    case None | True | False: a
    case _: a
match x, y:
    case a, b: c
    case a, *_: c
    case [a, *b, c]: d
    case (a, b): d
    case (a): d
    case (): d
    case []: d
    case [a]: d
    case a,: d
    case *a,: d
match (x):
    case A(): a
    case A(b, c=d): a
    case A.B(c, d,): a
    case A.b: a
    case {}: a
    case {"a": b, 1: c, -1: d, A.b: e, **f}: a
    case {None: a, **b,}: a
    case (a | b) as c: a
    case [a as b, c as d]: a
    case a if b: c
    case a if (b := c): d
    case A(a | b, c=(d as e)): f
match *a, b:
    case c: d
match -x:
    case c: d
match [a, b]:
    case c:
        match d:
            case e:
                f
            case g: h
match match:
    case case: _
match = 1; case = 2; _ = 3
match(a); match[a]; match.a; match * a; match - a; match, case
match: int
match = case
print(match, case, _)
case(a)
def match(case): return case
match x:
    case match: pass
    case case if case: pass
for match in case: match(case)
