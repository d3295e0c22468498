"""Small helpers."""

import os
from urllib.parse import quote, unquote, urlsplit, urlunsplit
from urllib.request import getproxies, proxy_bypass
from requests.structures import CaseInsensitiveDict

_SAFE = "!#$%&'()*+,/:;=?@[]~"
_UNRESERVED = frozenset('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~')


def default_user_agent(name='python-requests'):
    from requests import __version__
    return f'{name}/{__version__}'


def default_headers():
    return CaseInsensitiveDict({'User-Agent': default_user_agent(),
                                'Accept-Encoding': 'gzip, deflate', 'Accept': '*/*',
                                'Connection': 'keep-alive'})


def requote_uri(uri):
    """Quotes what has to be, and nothing twice."""
    parts = uri.split('%')
    made = parts[0]
    for part in parts[1:]:
        code = part[:2]
        if len(code) == 2 and all(c in '0123456789abcdefABCDEF' for c in code):
            c = chr(int(code, 16))
            made += c + part[2:] if c in _UNRESERVED else '%' + part
        else:
            return quote(uri, safe="!#$&'()*+,/:;=?@[]~")
    return quote(made, safe=_SAFE)


def super_len(o):
    """How many bytes are left to be read of something, 0 if that is not known."""
    if isinstance(o, str):
        return len(o.encode('utf-8'))
    if hasattr(o, '__len__'):
        return len(o)
    if hasattr(o, 'len'):
        return o.len
    try:
        at = o.tell()
    except (AttributeError, OSError):
        return 0
    try:
        return max(0, os.fstat(o.fileno()).st_size - at)
    except (AttributeError, OSError):
        o.seek(0, 2)
        end = o.tell()
        o.seek(at)
        return max(0, end - at)


def guess_filename(obj):
    name = getattr(obj, 'name', None)
    if name and isinstance(name, str) and name[0] != '<' and name[-1] != '>':
        return os.path.basename(name)


def to_key_val_list(value):
    if value is None:
        return None
    if isinstance(value, (str, bytes, bool, int)):
        raise ValueError('cannot encode objects that are not 2-tuples')
    return list(value.items() if hasattr(value, 'items') else value)


def get_encoding_from_headers(headers):
    """The encoding that headers name, or the usual one of a type."""
    kind = headers.get('content-type')
    if not kind:
        return None
    kind, *params = kind.split(';')
    for each in params:
        name, _, value = each.partition('=')
        if name.strip().lower() == 'charset':
            return value.strip().strip('\'"')
    if 'text' in kind:
        return 'ISO-8859-1'
    if 'application/json' in kind:
        return 'utf-8'


def guess_json_utf(data):
    """The kind of Unicode that JSON is in."""
    for mark, name in ((b'\xff\xfe\0\0', 'utf-32'), (b'\0\0\xfe\xff', 'utf-32'),
                       (b'\xef\xbb\xbf', 'utf-8-sig'), (b'\xff\xfe', 'utf-16'),
                       (b'\xfe\xff', 'utf-16')):
        if data.startswith(mark):
            return name
    nulls = [i for i, byte in enumerate(data[:4]) if byte == 0]
    return {(): 'utf-8', (0, 2): 'utf-16-be', (1, 3): 'utf-16-le', (0, 1, 2): 'utf-32-be',
            (1, 2, 3): 'utf-32-le'}.get(tuple(nulls))


def parse_header_links(value):
    links = []
    value = value.strip(" '\"")
    if not value:
        return links
    for each in value.split(','):
        url, _, params = each.partition(';')
        link = {'url': url.strip('<> \'"')}
        for param in params.split(';'):
            name, equals, text = param.partition('=')
            if not equals:
                break
            link[name.strip(' \'"')] = text.strip(' \'"')
        links.append(link)
    return links


def get_auth_from_url(url):
    parts = urlsplit(url)
    if parts.username is None or parts.password is None:
        return '', ''
    return unquote(parts.username), unquote(parts.password)


def urldefragauth(url):
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc.rpartition('@')[2], parts.path, parts.query, ''))


def should_bypass_proxies(url, no_proxy=None):
    parts = urlsplit(url)
    known = getproxies()
    if no_proxy is not None:
        known = {**known, 'no': no_proxy}
    return parts.hostname is None or proxy_bypass(parts.netloc.rpartition('@')[2], known)


def get_environ_proxies(url, no_proxy=None):
    return {} if should_bypass_proxies(url, no_proxy) else getproxies()


def select_proxy(url, proxies):
    parts = urlsplit(url)
    proxies = proxies or {}
    if parts.hostname is None:
        return proxies.get(parts.scheme, proxies.get('all'))
    for key in (parts.scheme + '://' + parts.hostname, parts.scheme, 'all://' + parts.hostname,
                'all'):
        if key in proxies:
            return proxies[key]
    return None


def get_netrc_auth(url, raise_errors=False):
    """The entry of the user's file .netrc, if there is one."""
    path = os.environ.get('NETRC') or os.path.expanduser('~/.netrc')
    try:
        with open(path) as file:
            words = file.read().split()
    except OSError:
        return None
    host = urlsplit(url).hostname
    found = {}
    for i in range(0, len(words) - 1):
        if words[i] in ('machine', 'default'):
            if found.get('is_wanted') and 'login' in found:
                break
            found = {'is_wanted': words[i] == 'default' or words[i + 1] == host}
        elif words[i] in ('login', 'password') and found:
            found[words[i]] = words[i + 1]
    if found.get('is_wanted') and 'login' in found:
        return found['login'], found.get('password', '')
    return None


def dict_from_cookiejar(cj):
    return {cookie.name: cookie.value for cookie in cj}
