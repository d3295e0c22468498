import csv
import io

text = 'a,b,c\r\n1,"two, three","say ""hi"""\r\n\r\n"multi\nline",,x\n" q"x, y ,z'
r = csv.reader(io.StringIO(text, newline=''))
for row in r:
    print(r.line_num, row)
print(list(csv.reader(['a;b;c', "'x;y';z"], delimiter=';', quotechar="'")))
print(list(csv.reader(['1,"a",2.5', '"3",4,5'], quoting=csv.QUOTE_NONNUMERIC)))
print(list(csv.reader(['a\\,b,c', 'd,"e'], escapechar='\\', quoting=csv.QUOTE_NONE)))
print(list(csv.reader(['a, b,  c', '1, "x, y",2'], skipinitialspace=True)))
print(list(csv.reader(['a\tb'], 'excel-tab')), list(csv.reader(['', 'a', '\n', ',', ' '])))
print(list(csv.reader(['"a\n', 'b",c'])), list(csv.reader(['"open'])), list(csv.reader(['"a"b"c,d'])))
out = io.StringIO(newline='')
w = csv.writer(out)
print(w.writerow(['a', 1, 2.5, None, True, 'x,y', 'q"q', 'new\nline', ' s']))
w.writerow([])
w.writerow([''])
w.writerow(('é', [1, 2]))
w.writerows([[1, 2], 'ab'])
print(repr(out.getvalue()))
for options in ({'quoting': csv.QUOTE_ALL}, {'quoting': csv.QUOTE_NONNUMERIC},
                {'quoting': csv.QUOTE_NONE, 'escapechar': '\\'}, {'dialect': 'unix'},
                {'doublequote': False, 'escapechar': '\\'}, {'delimiter': '|', 'lineterminator': '!'},
                {'quotechar': "'"}):
    out = io.StringIO(newline='')
    csv.writer(out, **options).writerow(['a"b', 1, 2.0, None, "it's,|", 'c\\d', ''])
    print(options, repr(out.getvalue()))
out = io.StringIO(newline='')
d = csv.DictWriter(out, ['name', 'age'], restval='?')
d.writeheader()
d.writerow({'name': 'ann', 'age': 3})
d.writerows([{'name': 'bob'}])
print(repr(out.getvalue()))
for row in csv.DictReader(io.StringIO('x,y\n1,2\n\n3\n4,5,6\n')):
    print(row)
rd = csv.DictReader(['1,2,3'], fieldnames=['p', 'q'], restkey='more')
print(next(rd), rd.fieldnames, rd.line_num)


class Colon(csv.Dialect):
    delimiter = ':'
    quotechar = '"'
    lineterminator = '\n'
    quoting = csv.QUOTE_MINIMAL
    doublequote = True


csv.register_dialect('colon', Colon)
csv.register_dialect('semi', delimiter=';')
print(csv.list_dialects(), csv.get_dialect('semi').delimiter, csv.get_dialect('colon').quoting)
print(list(csv.reader(['a:b'], 'colon')), list(csv.reader(['a:b'], Colon())))
csv.unregister_dialect('semi')
for wrong in (lambda: csv.reader([], delimiter='ab'), lambda: csv.reader([], delimiter=1),
              lambda: csv.reader([], quotechar=''), lambda: csv.get_dialect('none'),
              lambda: csv.unregister_dialect('semi'), lambda: csv.reader([], foo=1),
              lambda: csv.writer(3), lambda: csv.writer(io.StringIO()).writerow(5),
              lambda: csv.writer(io.StringIO(), quoting=csv.QUOTE_NONE).writerow(['a,b']),
              lambda: list(csv.reader([b'x'])), lambda: list(csv.reader(['"a"b'], strict=True)),
              lambda: list(csv.reader(['a\rb'])), lambda: csv.reader([], quoting=9),
              lambda: list(csv.reader(['x,1'], quoting=csv.QUOTE_NONNUMERIC)),
              lambda: csv.reader(3), lambda: csv.reader([], lineterminator=3),
              lambda: d.writerow({'name': 1, 'z': 2}), lambda: csv.DictWriter(out, [], extrasaction='x')):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, e)
print(csv.field_size_limit(), csv.field_size_limit(10), csv.field_size_limit())
try:
    list(csv.reader(['x' * 11]))
except csv.Error as e:
    print(e)
csv.field_size_limit(131072)
s = csv.Sniffer()
for sample in 'a,b,c\n1,2,3\n', 'a;b\n"x;y";2\n', 'a\tb\n1\t2\n', "'a' : 'b'\n'c' : 'd'\n":
    found = s.sniff(sample)
    print(repr(found.delimiter), found.quotechar)
print(s.has_header('name,age\nann,3\nbob,14\n'), s.has_header('1,2\n3,4\n'))
