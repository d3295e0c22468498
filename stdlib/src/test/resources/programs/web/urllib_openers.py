# urllib.request: handlers, openers, cookies, passwords, redirects, errors that are answers.
import http.cookiejar
import io
import os
import tempfile
import urllib.error
import urllib.request
import _web_server
from urllib.request import Request, build_opener, urlopen

server = _web_server.start()
url = 'http://127.0.0.1:%d' % server.server_port


def show(work):
    try:
        print(str(work()).replace(str(server.server_port), 'PORT'))
    except Exception as failure:
        print(type(failure), str(failure).replace(str(server.server_port), 'PORT'))


with urlopen(url + '/lines') as answer:
    print(answer.status, answer.reason, answer.headers['content-type'], answer.msg,
          answer.headers.get_content_charset(), answer.getcode(), answer.readline(),
          list(answer), answer.read(), answer.info() is answer.headers)
show(lambda: urlopen(url + '/redirect/2').geturl())
show(lambda: urlopen(Request(url, data=b'a=1')).read())
show(lambda: urlopen(Request(url, method='DELETE', headers={'X-own': 'y'})).read())
show(lambda: urlopen(url, data=iter([b'one', b'two'])).read())
show(lambda: urlopen(url + '/slow', timeout=0.1))
show(lambda: urlopen(url + '/loop'))
show(lambda: urlopen(url + '/closes'))
for status in (301, 302, 303, 307, 308):
    show(lambda: urlopen(f'{url}/moved/{status}').geturl())
    show(lambda: urlopen(f'{url}/moved/{status}', data=b'x').geturl())
try:
    urlopen(url + '/status/404')
except urllib.error.HTTPError as failure:
    print(repr(failure), failure, failure.code, failure.reason, failure.status, failure.msg,
          failure.headers['content-length'], failure.read(), failure.url[-10:], failure.fp is not None)
for wrong in ('nope', 'unknown:x', 'http:///path', '', 'http://127.0.0.1:1/', 'file:///no/such'):
    show(lambda: urlopen(wrong))
show(lambda: urlopen(url, data='text'))

print('== requests')
request = Request('http://User:Pw@Example.com:80/a%20b?q#part', b'data', {'x-lower-case': '1'})
print(request.full_url, request.host, request.selector, request.type, request.fragment,
      request.get_method(), request.data, request.headers, request.origin_req_host)
request.add_unredirected_header('other', '2')
print(request.has_header('X-lower-case'), request.get_header('Other'), request.header_items())
request.remove_header('Other')
request.data = None
print(request.get_method(), request.has_header('Other'), request.has_proxy())
request.set_proxy('proxy:3128', 'http')
print(request.host, request.selector, request.has_proxy())

print('== cookies')
jar = http.cookiejar.CookieJar()
opener = build_opener(urllib.request.HTTPCookieProcessor(jar))
print([opener.open(url + '/cookies').read() for _ in range(2)], len(jar))
print(sorted((each.name, each.value, each.path, each.domain, each.discard, each.secure)
             for each in jar))
opener.open(url + '/forget')
print(sorted(each.name for each in jar))
with tempfile.TemporaryDirectory() as folder:
    for kind in (http.cookiejar.MozillaCookieJar, http.cookiejar.LWPCookieJar):
        kept = kind(os.path.join(folder, kind.__name__))
        for each in jar:
            kept.set_cookie(each)
        kept.save(ignore_discard=True)
        again = kind(kept.filename)
        again.load(ignore_discard=True)
        print(kind.__name__, sorted((each.name, each.value, each.path) for each in again))

print('== passwords')
passwords = urllib.request.HTTPPasswordMgrWithDefaultRealm()
passwords.add_password(None, url, 'user', 'pass')
show(lambda: build_opener(urllib.request.HTTPBasicAuthHandler(passwords)).open(url + '/auth').read())
show(lambda: build_opener().open(url + '/auth'))

print('== own handlers')


class Shouts(urllib.request.BaseHandler):
    def shout_open(self, request):
        return io.BytesIO(request.full_url.upper().encode())

    def http_request(self, request):
        request.add_header('X-shout', 'yes')
        return request

    def http_error_418(self, request, answer, code, message, headers):
        print('error', code, message)
        return answer


class Stays(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args):
        return None


opener = build_opener(Shouts, Stays())
opener.addheaders = [('User-agent', 'own')]
print(opener.open('shout:hello').read())
print(b'X-Shout' in opener.open(url).read(), b'"own"' in opener.open(url).read())
print(opener.open(url + '/status/418').read())
show(lambda: opener.open(url + '/moved/302'))
show(lambda: build_opener(urllib.request.ProxyHandler({'http': 'http://127.0.0.1:1'})).open(url))

print('== files and data')
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, 'a file.txt')
    name, headers = urllib.request.urlretrieve(url + '/lines', path)
    print(name == path, headers['content-type'], open(path, 'rb').read())
    with urlopen('file://' + urllib.request.pathname2url(path)) as answer:
        print(answer.headers['content-type'], answer.headers['content-length'], answer.read())
print(urlopen('data:text/plain;base64,aGVsbG8=').read(), urlopen('data:,a%20b').read())
print(urllib.request.parse_http_list('a, "b, c", d'),
      urllib.request.parse_keqv_list(['a=1', 'b="2"']))
