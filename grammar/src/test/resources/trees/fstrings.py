f"a{b}c"; F'{a}{b}'; rf"\d{x}"; fR"{y}"
f"{a!r}"; f"{a!s:>10}"; f"{a!a}"
f"{a:10}"; f"{a:{w}.{p}}"; f"{a!r:^{width}}"
f"{a=}"; f"{a = }"; f"{a=!s}"; f"{a=:5}"; f"{a + b = }"
f"{{}}"; f"{{{a}}}"; f"{a}}}"
f"{a['k']}"; f"{f(x, y=1)}"; f"{ {1: 2}[1] }"; f"{[i for i in x]}"
f"{lambda_ if a else b}"; f"{(lambda x: x)(1)}"; f"{a != b}"; f"{a == b}"; f"{a >= b}"; f"{a < b}"
f"{a, b}"; f"{*a, b}"; f"{yield_}"; f"{(x := 1)}"; f"{x:=5}"
f"\n{a}\x41"; f"\N{BULLET}{a}"; f"\{a}"
"a" f"{b}" "c" f"{d}"; f"" ; f"" "x"; "x" f""
f"""{
  a
}
{b!r}"""
f'{f"{a}"}'; f'{"x" if a else "y"}'; f"{a:%Y-%m-%d}"; f"{a:{'>'}{10}}"; f"{'}'}"
def g():
    f"{yield}"
async def h():
    f"{await x}"
