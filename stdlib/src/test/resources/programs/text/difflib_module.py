import difflib

a = ['one\n', 'two\n', 'three\n', 'four\n', 'five\n', 'six\n', 'seven\n']
b = ['ore\n', 'tree\n', 'four\n', 'fife\n', 'six\n', 'seven\n', 'eight\n']
print(''.join(difflib.ndiff(a, b)), end='')
print(''.join(difflib.unified_diff(a, b, 'before.py', 'after.py')), end='')
print(''.join(difflib.unified_diff(a, b, 'x', 'y', '2020', '2021', n=1)), end='')
print(''.join(difflib.context_diff(a, b, 'before.py', 'after.py', n=2)), end='')
print(list(difflib.unified_diff(a, a)))
diff = list(difflib.ndiff(a, b))
print(''.join(difflib.restore(diff, 1)) == ''.join(a), list(difflib.restore(diff, 2)) == b)
s = difflib.SequenceMatcher(None, 'private Thread currentThread;',
                            'private volatile Thread currentThread;')
print(round(s.ratio(), 3), s.quick_ratio(), s.real_quick_ratio())
for block in s.get_matching_blocks():
    print(block)
for tag, i1, i2, j1, j2 in s.get_opcodes():
    print('%7s a[%d:%d] b[%d:%d] %r %r' % (tag, i1, i2, j1, j2, s.a[i1:i2], s.b[j1:j2]))
print(difflib.SequenceMatcher(lambda x: x == ' ', ' abcd', 'abcd abcd').find_longest_match(0, 5, 0, 9))
print(difflib.SequenceMatcher(None, 'abxcd', 'abcd').get_opcodes())
print(difflib.SequenceMatcher(None, [], []).ratio())
print(difflib.get_close_matches('appel', ['ape', 'apple', 'peach', 'puppy']))
print(difflib.get_close_matches('wheel', ['heel', 'while', 'eel', 'steel'], n=2, cutoff=0.5))
for bad in (lambda: difflib.get_close_matches('a', [], n=0),
            lambda: difflib.get_close_matches('a', [], cutoff=2),
            lambda: list(difflib.unified_diff([b'a'], ['b']))):
    try:
        bad()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
long_a = ['line %d' % (i % 7) for i in range(300)]
long_b = long_a[:100] + ['new'] + long_a[120:]
m = difflib.SequenceMatcher(None, long_a, long_b)
print(m.ratio(), len(m.bpopular), m.get_opcodes()[:3])
print(list(difflib.ndiff(['  indented x'], ['\tindented y'])))
