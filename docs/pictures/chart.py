"""Draws what bench/compare.py has recorded: chart.py RESULTS.json PICTURE.svg"""

import json
import math
import sys

WIDTH, NAMES, ROW, BAR = 720, 110, 46, 11
MEASURES = [('whole', 'whole run', '#7f8c8d'), ('first', 'first round', '#5dade2'),
            ('best', 'best round', '#3a9d5d')]


def mean(ratios):
    return math.exp(sum(math.log(ratio) for ratio in ratios) / len(ratios))


def ratios_of(results):
    """(program, {measure: times as fast}) for each program, and their geometric mean."""
    base, other = results['about']['interpreters'][0], results['about']['interpreters'][-1]
    rows = []
    for program, medians in sorted(results['medians'].items()):
        if base in medians and other in medians:
            rows.append((program, {name: medians[base][name] / medians[other][name]
                                   for name, _, _ in MEASURES}))
    if not rows:
        sys.exit('chart.py: nothing to compare in ' + sys.argv[1])
    rows.append(('mean', {name: mean([ratios[name] for _, ratios in rows])
                          for name, _, _ in MEASURES}))
    return base, other, rows


def chart(results):
    base, other, rows = ratios_of(results)
    about = results['about']
    most = max(max(ratios.values()) for _, ratios in rows)

    def x(ratio):
        return round(NAMES + math.sqrt(ratio / most) * (WIDTH - NAMES - 60), 1)

    height = ROW * len(rows) + 74
    parts = [f'<text x="10" y="18" font-weight="bold">{other}: how many times as fast as {base} '
             f'(square roots)</text>']
    left = NAMES
    for _, label, colour in MEASURES:
        parts.append(f'<rect x="{left}" y="28" width="11" height="11" fill="{colour}"/>'
                     f'<text x="{left + 16}" y="38">{label}</text>')
        left += 110
    for i, (program, ratios) in enumerate(rows):
        top = 50 + ROW * i
        weight = ' font-weight="bold"' if program == 'mean' else ''
        parts.append(f'<text x="10" y="{top + 21}"{weight}>{program}</text>')
        for k, (name, _, colour) in enumerate(MEASURES):
            y = top + (BAR + 1) * k
            end = x(ratios[name])
            parts.append(f'<rect x="{NAMES}" y="{y}" width="{end - NAMES:.1f}" height="{BAR}" '
                         f'fill="{colour}"/><text x="{end + 5:.1f}" y="{y + 10}" '
                         f'font-size="11">{ratios[name]:.1f}x</text>')
    bottom = height - 22
    parts.append(f'<path d="M{x(1)},46 V{bottom}" stroke="#c0392b" stroke-dasharray="4"/>')
    parts.append(f'<text x="10" y="{height - 7}" font-size="11">{about["date"]}, '
                 f'{about["machine"]}, medians of {about["turns"]}, '
                 f'load average {about["load"]}</text>')
    body = '\n'.join(parts)
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
            f'width="{WIDTH}" height="{height}" font-family="sans-serif" font-size="13">\n'
            f'<rect width="{WIDTH}" height="{height}" fill="white"/>\n{body}\n</svg>\n')


def main():
    if len(sys.argv) != 3:
        sys.exit('usage: chart.py RESULTS.json PICTURE.svg')
    with open(sys.argv[1]) as file:
        results = json.load(file)
    with open(sys.argv[2], 'w') as file:
        file.write(chart(results))


if __name__ == '__main__':
    main()
