# Functions so large that their code is split into several methods.
import traceback


def made(lines, name, **names):
    source = "\n".join(lines)
    exec(compile(source, "large", "exec"), names)
    return names[name]


def loops(count):
    lines = ["def work(n, stop):", "    total = 0", "    x = 0.5", "    text = ''"]
    lines += ["    seen = []", "    for i in range(n):"]
    for k in range(count):
        lines += [
            f"        if i % {k + 2} == 0:",
            f"            total += i * {k}",
            f"            x = x * 0.5 + {k}",
            f"        elif total < {k}:",
            f"            text += '{k % 10}'",
        ]
        if k % 40 == 39:
            lines += [
                f"        if total == {k}:",
                "            continue",
                f"        if i == stop - {k}:",
                "            break",
                f"        if i == stop + {k}:",
                "            return 'returned', i, total, x, len(text), seen",
                "        try:",
                f"            if i == {k}: raise KeyError(i)",
                "            if i % 9 == 0: continue",
                "        except KeyError as e:",
                f"            seen.append(('error', e.args, {k}))",
                "        finally:",
                "            seen.append(i)",
            ]
    lines += ["    else:", "        seen.append('else')"]
    lines += ["    return total, x, len(text), seen[:9], len(seen)"]
    return lines


for count in 20, 100, 400, 1200:
    work = made(loops(count), "work")
    for stop in -1000, 50, 20, 90:
        print(count, stop, work(60, stop))


def failing(count, at):
    lines = ["def fails(a):", "    b = a"]
    for k in range(count):
        lines.append(f"    b = b * 3 + {k} if b < 1000 else b - 999; c{k % 7} = (a, b, {k})")
        if k == at:
            lines.append("    d = [b][a]")
    lines.append("    return b, c0, c1, c6")
    return lines


for at in 0, 300, 799:
    fails = made(failing(800, at), "fails")
    print(fails(0))
    try:
        fails(5)
    except IndexError as e:
        print(traceback.extract_tb(e.__traceback__)[-1].lineno, e)


def generator(count):
    lines = ["def numbers(n):", "    total = 0", "    def cell(): return total"]
    for k in range(count):
        lines += [f"    for i in range(n):", f"        total += i + {k}"]
        if k % 50 == 0:
            lines += [
                "    try:",
                "        got = yield total",
                "        if got: total += got",
                "    except ValueError as e:",
                "        total = len(e.args)",
            ]
    lines.append("    return total, cell()")
    return lines


numbers = made(generator(400), "numbers")
g = numbers(4)
print(next(g), g.send(1000), g.throw(ValueError(1, 2, 3)), next(g))
try:
    while True:
        last = g.send(7)
except StopIteration as e:
    print(last, e.value)

unbound = ["def unbound(a):"] + [f"    if a > {k}: v{k % 3} = {k}" for k in range(1500)]
unbound += ["    print(v0)", "    del v0", "    return v0"]
f = made(unbound, "unbound", print=print)
for a in 2000, 0:
    try:
        f(a)
    except UnboundLocalError as e:
        print(e)

deep = ["def deep(a):"]
for k in range(18):
    deep.append("    " * (k + 1) + f"for i{k} in range(2):")
    deep += ["    " * (k + 2) + f"a += {j} if a % {j + 2} else {k}" for j in range(30)]
    deep.append("    " * (k + 2) + f"if a > 5000 * {k + 1}: break")
deep.append("    return a")
print(made(deep, "deep")(1))

chain = ["def chain(a):", "    if a == 0: r = 'zero'"]
chain += [f"    elif a == {k}: r = 'number ' + str(a * {k})" for k in range(1, 300)]
chain += ["    else: return None", "    return r"]
c = made(chain, "chain")
print(c(0), c(7), c(299), c(300))
