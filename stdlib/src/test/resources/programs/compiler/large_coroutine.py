"""A coroutine so large that jumps in it are far, with a loop large enough to stand alone."""
import asyncio


async def plus(n):
    return n + 1


lines = ['async def large():', '    total = 0', '    rounds = 0', '    while rounds < 2:',
         '        rounds += 1', '        for i in range(3):']
for i in range(60):
    lines.append(f'            if i == {i % 4}: total += {i}; print("", end="")')
for i in range(200):
    lines.append("        total = await plus(total)")
lines.append('    return total')
names = {'plus': plus}
exec('\n'.join(lines), names)
print(asyncio.run(names['large']()))
