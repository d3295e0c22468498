été = 1
ﬁ = 2
变量 = µ = 3
x́ = 4
𝔘 = 5
℘ = 6
a·b = 7
__a__ = _ = _1 = A
async def f(): await x
print = exec = 1
