# Lines with and without quotes, made at random from the same few pieces; each way of writing.
import csv
import hashlib
import io
import random

pieces = ['"', '"', ',', 'a', ' ', 'b', '""', '",', ',"', 'c']
r = random.Random(5)
seen = []


def rows(lines, **options):
    try:
        return [row for row in csv.reader(lines, **options)]
    except csv.Error as e:
        return 'Error: %s' % e


for i in range(400):
    line = ''.join(r.choice(pieces) for _ in range(r.randint(0, 12)))
    lines = [line, 'x,"y"\r\n']
    seen.append(rows(lines))
    seen.append(rows(lines, strict=True))
    seen.append(rows(lines, doublequote=False))
    seen.append(rows(lines, quoting=csv.QUOTE_NONE))
    seen.append(rows(lines, delimiter='a', quotechar='b'))
    if i < 20:
        print(repr(line), seen[-5])
print(hashlib.sha1(repr(seen).encode()).hexdigest())

for line in ['"a","b"', '"a"b,c', '"a""b","""",""', 'a"b,"c', '"a', '"a,b",', ',"",', '"x" ,y',
             '"a\nb",c', '"a";"b"', '""', '"']:
    print(repr(line), rows([line]), rows([line], delimiter=';'), rows([line, 'z"']))
print(rows(['"' + 'a' * 131072 + '"'])[0][0] == 'a' * 131072, rows(['"' + 'a' * 131073 + '"']))

for options in ({}, {'delimiter': ';'}, {'quoting': csv.QUOTE_ALL}, {'lineterminator': 'b'},
                {'escapechar': 'c', 'quoting': csv.QUOTE_NONE},
                {'doublequote': False, 'escapechar': '\\'}):
    out = io.StringIO(newline='')
    writer = csv.writer(out, **options)
    for row in (['a b', 1, 2.5, None], ['q"q', 'x;y', 'x,y'], ['a\nb', '\r', 'abc'], [''], []):
        try:
            writer.writerow(row)
        except csv.Error as e:
            print(row, e)
    print(options, repr(out.getvalue()))
