"""Addresses as bytes, taken apart and put together."""
from urllib.parse import (parse_qs, parse_qsl, urldefrag, urljoin, urlparse, urlsplit, urlunparse,
                          urlunsplit)

for u in (b'http://u:p@Host:80/a;x?b=c#d', 'http://u:p@Host:80/a;x?b=c#d', b'', b'/a/b', 'x:y'):
    for f in (urlparse, urlsplit, urldefrag):
        r = f(u)
        print(type(r).__name__, r, r.geturl())
    p = urlsplit(u)
    print(p.username, p.password, p.hostname, p.port)
    q = p.encode() if isinstance(u, str) else p.decode()
    print(q, type(q))
for a, b in ((b'http://a/b/c', b'../d'), ('http://a/b/c', '?x'), (b'http://a', b'')):
    print(urljoin(a, b))
for bad in (lambda: urljoin('a', b'b'), lambda: urlparse(b'a', 'http'), lambda: urlunsplit((b'a', 'b', '', '', '')), lambda: urlparse(b'\xff'), lambda: urlsplit(3)):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
print(parse_qs(b'a=%41&b=2&b=3'), parse_qsl(b'a=1;b=2', separator=b';'), parse_qsl('a=1;b=2', separator=';'))
print(urlunparse((b'http', b'a', b'/b', b'p', b'q', b'f')), urlunsplit(('http', 'a', '/b', None, '')))
print(urlparse(b'//a/b', b'http'), urlsplit('//a', scheme='ftp'))
