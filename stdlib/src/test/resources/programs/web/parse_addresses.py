from urllib.parse import *
for u in ['http://user:pw@Host.com:80/a/b;p?q=1&r=%20x#f', '//x/y', 'a/b?c', 'mailto:x@y', 'http://[::1]:8080/', '']:
    s = urlsplit(u); print(s, s.hostname, s.port, s.username, s.geturl()); print(urlparse(u))
for b, u in [('http://a/b/c/d;p?q', x) for x in ['g', './g', 'g/', '/g', '//g', '?y', 'g?y', '#s', '..', '../g', '../../g', '../../../g', 'g;x', '', 'http:g', '.', 'g/../h']]: print(u, urljoin(b, u))
print(quote('a b/c?中文~'), quote_plus('a b&c'), unquote('a%20b%E4%B8%AD%zz%2'), unquote_plus('a+b%2B'))
print(urlencode({'a': 1, 'b': 'x y', 'c': [1, 2]}), urlencode([('a', [1, 2])], doseq=True))
print(parse_qs('a=1&a=2&b=&c'), parse_qsl('a=1&b=&c=%41+', keep_blank_values=True), urldefrag('http://x/#y'))
