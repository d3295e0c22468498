"""Draws a timeline that `pyconc run --trace` wrote: python timeline.py trace.json timeline.svg"""

import json
import sys
from html import escape

WIDTH, NAMES, ROW, BAR, TOP = 960, 190, 26, 16, 34
COLOURS = {
    'run': '#3a9d5d',
    'ready': '#e8b84a',
    'wait': '#d9dee3',
    'io': '#6fa8dc',
}
MEANINGS = {'run': 'runs', 'ready': 'could run', 'wait': 'waits', 'io': 'input, output'}
ARROWS = {'message': '#c0392b', 'call': '#8e44ad', 'start': '#2c3e50', 'wake': '#95a5a6'}


def lanes_of(events):
    """The lanes in the order of their numbers, and what they are called."""
    processes, threads = {}, {}
    for event in events:
        if event['ph'] == 'M':
            name = event['args']['name']
            if event['name'] == 'process_name':
                processes[event['pid']] = name
            else:
                threads[event['pid'], event['tid']] = name
    ordered = sorted(threads, key=lambda lane: (list(processes).index(lane[0]), lane[1]))
    titles = {}
    for lane in ordered:
        main = threads[lane] == 'MainThread'
        titles[lane] = processes[lane[0]] if main else '    ' + threads[lane]
    return titles


class Drawing:
    """One picture: lanes from top to bottom, time from left to right."""

    def __init__(self, events):
        self.events = events
        self.titles = lanes_of(events)
        timed = [e for e in events if 'ts' in e]
        self.end = max(e['ts'] + e.get('dur', 0) for e in timed)
        first = min((e['ts'] for e in timed if e['ph'] == 's'), default=timed[0]['ts'])
        self.start = first - (self.end - first) / 40  # what comes before is imports
        seen = {(e['pid'], e['tid']) for e in events if e['ph'] == 'X' and self.is_seen(e)}
        self.titles = {lane: title for lane, title in self.titles.items() if lane in seen}
        self.rows = {lane: i for i, lane in enumerate(self.titles)}
        self.parts = []

    def is_seen(self, event):
        return event['ts'] + event['dur'] > self.start

    def x(self, time):
        share = max(0, time - self.start) / (self.end - self.start)
        return round(NAMES + share * (WIDTH - NAMES - 12), 1)

    def y(self, event):
        return TOP + ROW * self.rows[event['pid'], event['tid']]

    def add(self, text):
        self.parts.append(text)

    def slices(self):
        for event in self.events:
            if event['ph'] == 'X' and self.is_seen(event):
                x = self.x(event['ts'])
                width = round(max(0.6, self.x(event['ts'] + event['dur']) - x), 1)
                self.add(f'<rect x="{x}" y="{self.y(event)}" width="{width}" height="{BAR}" '
                         f'fill="{COLOURS[event["cat"]]}">'
                         f'<title>{escape(event["name"])}</title></rect>')

    def arrows(self):
        starts = {e['id']: e for e in self.events if e['ph'] == 's'}
        for end in self.events:
            start = starts.get(end['id']) if end['ph'] == 'f' else None
            if start is None or self.y(start) == self.y(end):
                continue
            x1, x2 = self.x(start['ts']), self.x(end['ts'])
            y1, y2 = self.y(start) + BAR / 2, self.y(end) + BAR / 2
            middle = round((x1 + x2) / 2, 1)
            self.add(f'<path d="M{x1},{y1} C{middle},{y1} {middle},{y2} {x2},{y2}" fill="none" '
                     f'stroke="{ARROWS[end["cat"]]}" stroke-width="1.1" opacity="0.8"/>'
                     f'<circle cx="{x2}" cy="{y2}" r="2" fill="{ARROWS[end["cat"]]}"/>')

    def ends(self):
        for event in self.events:
            if event['ph'] == 'i' and 'signal' in event['name']:
                x, y = self.x(event['ts']), self.y(event)
                self.add(f'<path d="M{x - 4},{y + 4} l8,8 m0,-8 l-8,8" stroke="#c0392b" '
                         f'stroke-width="2"><title>{escape(event["name"])}</title></path>')

    def legend(self, y):
        x = NAMES
        for name, meaning in MEANINGS.items():
            self.add(f'<rect x="{x}" y="{y}" width="12" height="12" fill="{COLOURS[name]}"/>'
                     f'<text x="{x + 17}" y="{y + 11}">{meaning}</text>')
            x += 120
        for name in ('message', 'call', 'start', 'wake'):
            self.add(f'<path d="M{x},{y + 6} h16" stroke="{ARROWS[name]}" stroke-width="2"/>'
                     f'<text x="{x + 21}" y="{y + 11}">{name}</text>')
            x += 72

    def svg(self):
        height = TOP + ROW * len(self.titles) + 34
        self.add(f'<text x="{NAMES}" y="20">{(self.end - self.start) / 1000:.0f} ms</text>')
        for lane, title in self.titles.items():
            y = TOP + ROW * self.rows[lane]
            indent = 14 if title.startswith(' ') else 0
            self.add(f'<text x="{10 + indent}" y="{y + 12}">{escape(title.strip())}</text>')
        self.slices()
        self.arrows()
        self.ends()
        self.legend(height - 24)
        body = '\n'.join(self.parts)
        return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
                f'width="{WIDTH}" height="{height}" font-family="sans-serif" font-size="12">\n'
                f'<rect width="{WIDTH}" height="{height}" fill="white"/>\n{body}\n</svg>\n')


def main():
    if len(sys.argv) != 3:
        sys.exit('usage: timeline.py TRACE.json PICTURE.svg')
    with open(sys.argv[1]) as file:
        events = json.load(file)
    with open(sys.argv[2], 'w') as file:
        file.write(Drawing(events).svg())


if __name__ == '__main__':
    main()
