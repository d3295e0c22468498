"""shlex: the lexer and its settings; robots.txt."""
import io
import shlex
import urllib.robotparser

TEXTS = ['a b', 'a "b c" d', "x'y z'w", 'a\\ b', '"a\\"b"', "'a\\'", 'a#b c', '# only\nnext', 'a=1;b=2&&c|d>e', '~/x-y.z *?', '',
         '""', "a '' b", 'é ü', 'a"b', "it's", 'end\\', 'tab\tnew\nline', '((x))', 'a,b;c', '--flag=\'a b\'']


def attempt(work):
    try:
        return work()
    except ValueError as e:
        return 'ValueError: %s' % e


for text in TEXTS:
    print(repr(text))
    for posix in (True, False):
        for punctuation in (False, True, '|'):
            for splits in (False, True):
                def tokens():
                    lexer = shlex.shlex(text, posix=posix, punctuation_chars=punctuation)
                    lexer.whitespace_split = splits
                    return list(lexer)
                print('  ', posix, punctuation, splits, attempt(tokens))
        print('  ', attempt(lambda: shlex.split(text, posix=posix)), attempt(lambda: shlex.split(text, True, posix)))

lexer = shlex.shlex('one two "three\nfour" five', infile='file.txt')
print(lexer.get_token(), lexer.lineno, lexer.error_leader())
lexer.push_token('again')
print(lexer.get_token(), lexer.get_token(), lexer.get_token(), lexer.lineno, lexer.error_leader('other', 7), list(lexer))
print(repr(lexer.get_token()), repr(shlex.shlex('', posix=True).get_token()))
lexer = shlex.shlex(io.StringIO('a b'))
lexer.push_source('x y', 'inner')
print(lexer.infile, list(lexer), lexer.infile)
print(shlex.join(['a', 'b c', "d'e", '', '$x', 'é']), shlex.quote('a;b'), shlex.split(shlex.join(['a', 'b c', "d'e", ''])))

rules = urllib.robotparser.RobotFileParser('http://example.com/robots.txt')
print(rules.can_fetch('*', '/'), rules.mtime(), rules.crawl_delay('x'))
rules.parse('''
User-agent: figtree
Crawl-delay: 3
Request-rate: 9/30
Disallow: /tmp
Disallow: /a%3cd.html
Disallow: /%7ejoe/index.html

User-agent: *   # the others
Allow: /open/
Disallow: /

Sitemap: http://example.com/map.xml
'''.splitlines())
for agent in ('figtree', 'FigTree/1.0 Robot', 'other'):
    print(agent, [path for path in ('/', '/tmp', '/tmp.html', '/a%3cd.html', '/~joe/index.html', '/open/x', 'http://x/open/')
                  if rules.can_fetch(agent, path)], rules.crawl_delay(agent), rules.request_rate(agent))
print(rules.site_maps(), rules.mtime() > 0)
print(rules)
