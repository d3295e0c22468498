# requests: what is sent, what comes back, sessions, redirects, failures.
import io
import re
import socket
import requests
import _web_server
from requests.structures import CaseInsensitiveDict

server = _web_server.start()
port = server.server_port
url = 'http://127.0.0.1:%d' % port


def clean(value):
    text = re.sub(r'[0-9a-f]{32}', 'BOUNDARY', str(value).replace(str(port), 'PORT'))
    text = re.sub(r'gzip, deflate[a-z, ]*', 'gzip, deflate', text)
    return text.replace(requests.__version__, 'VERSION')


def show(work):
    try:
        print(clean(work()))
    except Exception as failure:
        print(type(failure), clean(failure), type(getattr(failure, 'request', 0)).__name__,
              type(getattr(failure, 'response', 0)).__name__)


def sent(answer):
    found = answer.json()
    return found['method'], found['path'], found['headers'], found['body']


print('== an answer')
answer = requests.get(url + '/echo', params={'a': 1, 'b': ['x', 'y z'], 'n': None, 'u': '\xfc'})
print(answer, answer.ok, bool(answer), answer.status_code, answer.reason, clean(answer.url),
      answer.encoding, answer.headers['x-multi'], type(answer.elapsed), answer.history,
      answer.is_redirect, answer.is_permanent_redirect, answer.next)
show(lambda: sent(answer))
for name in ('gzip', 'deflate', 'bare_deflate', 'bad_gzip', 'chunked', 'unicode', 'no_json',
             'short', 'broken_chunk', 'closes', 'auth', 'lines', 'latin'):
    show(lambda: (name, requests.get(f'{url}/{name}').text[:40],
                  requests.get(f'{url}/{name}').encoding))
show(lambda: requests.get(url + '/no_json').json())
show(lambda: requests.get(url + '/links').links)
for status in (200, 204, 304, 400, 404, 418, 500, 503):
    answer = requests.get(f'{url}/status/{status}')
    print(answer, answer.ok, answer.reason)
    show(answer.raise_for_status)

print('== what is sent')
for method in ('post', 'put', 'patch'):
    show(lambda: sent(getattr(requests, method)(url, data={'k': 'v w', 'l': [1, 2]})))
show(lambda: sent(requests.post(url, json={'k': [1, None, '\xfc']})))
show(lambda: sent(requests.post(url, data='text \xfc')))
show(lambda: sent(requests.post(url, data=b'bytes')))
show(lambda: sent(requests.post(url, data=[('a', '1'), ('a', '2')])))
show(lambda: sent(requests.post(url)))
show(lambda: sent(requests.post(url, data=io.BytesIO(b'a file'))))
show(lambda: sent(requests.post(url, data=(each for each in [b'one', b'two']))))
show(lambda: sent(requests.delete(url)))
show(lambda: sent(requests.options(url)))
show(lambda: requests.head(url).text + '|' + requests.head(url + '/moved/302').headers['Location'])
show(lambda: sent(requests.post(
    url, files={'f': ('n.txt', b'content', 'text/plain', {'X-A': 'b'}), 'g': io.StringIO('text')},
    data={'k': 'v'})))
show(lambda: sent(requests.post(url, files=[('f', ('\xfc.txt', 'one')), ('f', 'two')])))

print('== in parts')
show(lambda: list(requests.get(url + '/lines', stream=True).iter_lines()))
show(lambda: list(requests.get(url + '/lines', stream=True).iter_lines(3, decode_unicode=True)))
show(lambda: [len(each) for each in requests.get(url + '/gzip', stream=True).iter_content(300)])
answer = requests.get(url + '/chunked', stream=True)
show(lambda: list(answer.iter_content(None)))
show(lambda: answer.content)
show(lambda: list(answer.iter_content(3)))
with requests.get(url + '/gzip', stream=True) as answer:
    show(lambda: (answer.raw.read(2), answer.raw.status, answer.raw.headers['content-encoding']))

print('== who one is')
show(lambda: requests.get(url + '/auth', auth=('user', 'pass')).text)
show(lambda: requests.get(url.replace('//', '//user:pass@') + '/auth'))
show(lambda: requests.get(url + '/auth', auth=requests.auth.HTTPBasicAuth('user', 'no')))
show(lambda: requests.get(url + '/digest', auth=requests.auth.HTTPDigestAuth('user', 'pass')).text)

print('== redirects')
answer = requests.get(url + '/redirect/3')
print(answer, answer.history, clean([each.url for each in answer.history]),
      answer.json()['headers'].get('Cookie'), clean(answer.url))
for status in (301, 302, 303, 307, 308):
    for method in ('get', 'post', 'put', 'head'):
        show(lambda: (status, method, requests.request(method, f'{url}/moved/{status}', data='d')
                      .request.method, requests.request(method, f'{url}/moved/{status}').url))
show(lambda: requests.get(url + '/moved/302', allow_redirects=False))
show(lambda: requests.get(url + '/moved/302', allow_redirects=False).next.url)
show(lambda: requests.get(url + '/loop'))

print('== sessions')
session = requests.Session()
session.headers.update({'X-S': '1', 'User-Agent': 'me'})
session.params = {'sp': '1'}
session.auth = ('u', 'p')
before = len(_web_server.connections)
show(lambda: session.get(url + '/cookies').text)
show(lambda: session.get(url + '/cookies').text)
show(lambda: session.cookies.get_dict())
show(lambda: session.get(url + '/below/x', cookies={'own': 'x'}).json()['headers'].get('Cookie'))
show(lambda: session.get(url + '/forget').cookies.get_dict())
show(lambda: session.cookies)
show(lambda: session.cookies['b'])
show(lambda: session.cookies['zz'])
session.cookies.set('z', '9', domain='127.0.0.1', path='/')
show(lambda: sorted(session.cookies.items()))
show(lambda: sent(session.get(url + '/echo', headers={'X-S': None, 'Accept': 'a/b'},
                              params={'q': '2'})))
print('connections', len(_web_server.connections) - before)
seen = []
show(lambda: requests.get(url, hooks={'response': lambda r, *args, **more: seen.append(
    (r.status_code, sorted(more)))}))
print(seen)
prepared = requests.Request('POST', url + '/echo', data={'a': 'b'}, headers={'H': '1'}).prepare()
print(prepared, prepared.method, clean(prepared.url), prepared.body, prepared.headers,
      prepared.path_url)
prepared = session.prepare_request(requests.Request('GET', url + '/echo'))
show(lambda: prepared.headers)
show(lambda: session.send(prepared))
adapter = requests.adapters.HTTPAdapter(max_retries=2)
session.mount(url, adapter)
print(session.get_adapter(url + '/x') is adapter, clean(list(session.adapters)))

print('== failures')
show(lambda: requests.get(url + '/slow', timeout=0.1))
show(lambda: requests.get(url + '/slow', timeout=(5, 0.1)))
closed = socket.socket()
closed.bind(('127.0.0.1', 0))
try:
    requests.get('http://127.0.0.1:%d/x' % closed.getsockname()[1])
except requests.ConnectionError as failure:
    print(type(failure), 'Max retries exceeded with url: /x' in str(failure),
          'Connection refused' in str(failure))
for wrong in ('nope', 'http://', 'ftp://x/', 'http://[::1', '//x/y', 'http:///p', 'http://x:abc/',
              'http://*.x/', 'mailto:x@y', 5, None, ''):
    show(lambda: requests.get(wrong))
show(lambda: requests.get(url, headers={'A': 'b\nc'}))
show(lambda: requests.get(url, headers={'A': 5}))
show(lambda: requests.get(url, timeout=-1))
for name in ('ConnectTimeout', 'ReadTimeout', 'ConnectionError', 'HTTPError', 'JSONDecodeError',
             'TooManyRedirects', 'MissingSchema', 'InvalidURL', 'SSLError', 'ProxyError',
             'ChunkedEncodingError', 'StreamConsumedError'):
    print(name, [each.__name__ for each in getattr(requests.exceptions, name).__mro__])

print('== names')
print(requests.codes.ok, requests.codes.not_found, requests.codes['teapot'],
      requests.codes.NOT_FOUND, requests.Request('GET', 'x'))
headers = CaseInsensitiveDict({'A-b': 1})
headers['a-B'] = 2
print(headers, headers['A-B'], 'a-b' in headers, list(headers.lower_items()),
      headers == {'a-b': 2}, len(headers))
