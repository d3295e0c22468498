"""What is wrong with a pattern or a template, and where."""
import re
import warnings

warnings.simplefilter('ignore')
BAD = ['(', ')', '[', '[a', '[]', '[^]', 'a)', '(a', '(a))', '*', '+a', '?', 'a**', 'a+*', 'a{2}*', 'a{1}{2}', '{1}*', '(*a)', '|*',
       '(?', '(?P', '(?P<', '(?P<a', '(?P<a>', '(?P<>a)', '(?P<1>a)', '(?P<a b>x)', '(?P<a>x)(?P<a>y)', '(?P=', '(?P=a', '(?P=a)',
       '(?P>a)', '(?Px', '(?<', '(?<a', '(?<a>x)', '(?<x', '(?<=a*)b', '(?<!a+)b', '(?<=a|bc)d', '(?<=(a|bc))d', '(?<=a{1,2})b',
       '(?:', '(?:a', '(?=', '(?=a', '(?!a', '(?#', '(?#a', '(?z)', '(?i', '(?i-', '(?i-)', '(?i-x', '(?i-i:a)', '(?-:a)', '(?--i:a)',
       '(?-i)', '(?iL)', '(?L)', '(?au)', '(?a-a:x)', '(?u-i:x)', '(?i:a', 'a(?i)b', 'a(?i)', '(?(', '(?(1', '(?(1)', '(?(1)a',
       '(?(1)a|b|c)', '(?(2)a)', '(a)(?(2)b)', '(?(a)b)', '(?(?=a)b)', '(?(0)a)', '(a)(?(1)b|c|d)', '(?(-1)a)', '\\', 'a\\', '[\\', '[a\\',
       '\\1', '(a)\\2', '\\8', '\\9a', '(\\1)', '(a\\1)', '\\g', '\\k', '\\q', '\\y', '\\c', '\\E', '\\N', '\\N{', '\\N{x', '\\N{nope}',
       '\\x', '\\x1', '\\xg0', '\\u', '\\u12', '\\u123g', '\\U', '\\U0001', '\\U00110000', '\\400', '\\777', '[\\q]', '[\\x]', '[\\u1]',
       '[\\b-a]', '[b-a]', '[\\w-a]', '[a-\\w]', '[\\d-\\w]', '[a-]', '[z-a-b]', '[\\400]', 'a{2,1}', 'a{99999999999}', 'a{1,99999999999}',
       '(?>', '(?>a', 'a++*', 'a*++', 'a{1}++', '(?P<é>a)', '(?P<ⅸ>a)', 'line\n(', 'two\nlines\n[', '(?x) a # (\n)', '((((', '(((a)', '\\Z*',
       '^*', '$+', '\\b*', '(?=a)*', '(?<=a)*', '()*', '(?:)*', '(?i)*', '(?#c)*', 'x{,}', 'x{}', 'x{,5', 'x{5,', '[[a]', '[a&&b]', '[a--b]',
       '[a||b]', '[a~~b]']
for pattern in BAD:
    for source in (pattern, pattern.encode()) if pattern.isascii() else (pattern,):
        try:
            compiled = re.compile(source)
            print(ascii(source), '->', compiled.groups)
        except re.error as e:
            print(ascii(source), '!!', e, '|', e.msg, e.pos, e.lineno, e.colno, e.pattern == source)
        except Exception as e:
            print(ascii(source), '!!', type(e).__name__, e)
for template in ('\\', '\\1', '\\2', '\\3', '\\g', '\\g<', '\\g<1', '\\g<1>', '\\g<>', '\\g<a>', '\\g<x>', '\\g<b>', '\\g<3>', '\\g<-1>',
                 '\\g<1a>', '\\g< 1>', '\\g<0>', '\\q', '\\n\\t', '\\x41', '\\0', '\\01', '\\08', '\\123', '\\400', '\\777', '\\11', '\\\\1', 'a\\',
                 '\\&', '\\.', '\\-', '\\g<é>', '\\12'):
    try:
        print(ascii(template), '->', ascii(re.sub('(x)(?P<a>y)?', template, 'axyx')))
    except re.error as e:
        print(ascii(template), '!!', e, '|', e.msg, e.pos, e.lineno, e.colno)
    except Exception as e:
        print(ascii(template), '!!', type(e).__name__, e)
for wrong in (lambda: re.compile(5), lambda: re.match('a', b'a'), lambda: re.match(b'a', 'a'),
              lambda: re.sub('a', b'b', 'a'), lambda: re.compile('a').sub(5, 'a'), lambda: re.match('(a)', 'a').group(2),
              lambda: re.match('(a)', 'a').group('x'), lambda: re.match('(a)', 'a')['y'], lambda: re.compile('a', re.A | re.U),
              lambda: re.compile('a', re.L), lambda: re.compile(b'a', re.U), lambda: re.compile(re.compile('a'), re.I),
              lambda: re.split('a'), lambda: re.findall('a'), lambda: re.compile('a').match(),
              lambda: re.match('(a)', 'a').span(3), lambda: re.match('(a)', 'a').start('n'), lambda: re.match('a', 'a').expand('\\1')):
    try:
        print(wrong())
    except Exception as e:
        print(type(e).__name__, e)
