"""Draws the figures of performance.md: python chart.py performance.md benchmarks.svg"""

import re
import sys

WIDTH, NAMES, ROW = 720, 170, 34
ROWS = re.compile(r'\| ([a-z ]+) \| ([0-9.]+)x \| ([0-9.]+)x[^|]*\| ([0-9.]+)x')


def chart(rows):
    most = max(float(row[3]) for row in rows) ** 0.5
    parts = []

    def x(ratio):
        return round(NAMES + ratio ** 0.5 / most * (WIDTH - NAMES - 60), 1)

    height = ROW * len(rows) + 60
    for i, (name, mean, least, best) in enumerate(rows):
        y = 34 + ROW * i
        mean, least, best = float(mean), float(least), float(best)
        parts.append(f'<text x="10" y="{y + 15}">{name}</text>'
                     f'<rect x="{NAMES}" y="{y}" width="{x(mean) - NAMES:.1f}" height="20" '
                     f'fill="#3a9d5d"/><path d="M{x(least)},{y + 10} H{x(best)}" '
                     f'stroke="#2c3e50"/><text x="{x(best) + 6}" y="{y + 15}">{mean:g}x</text>')
    parts.append(f'<path d="M{x(1)},24 V{height - 26}" stroke="#c0392b" stroke-dasharray="4"/>'
                 f'<text x="{x(1) - 30}" y="{height - 10}" fill="#c0392b">CPython 3.11</text>'
                 f'<text x="{NAMES}" y="16">times as fast: the mean, from the least to the most '
                 f'(square roots)'
                 f'</text>')
    body = '\n'.join(parts)
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
            f'width="{WIDTH}" height="{height}" font-family="sans-serif" font-size="13">\n'
            f'<rect width="{WIDTH}" height="{height}" fill="white"/>\n{body}\n</svg>\n')


def main():
    if len(sys.argv) != 3:
        sys.exit('usage: chart.py performance.md PICTURE.svg')
    with open(sys.argv[1]) as file:
        rows = ROWS.findall(file.read())
    if not rows:
        sys.exit('chart.py: no table of ratios in ' + sys.argv[1])
    with open(sys.argv[2], 'w') as file:
        file.write(chart(rows))


if __name__ == '__main__':
    main()
