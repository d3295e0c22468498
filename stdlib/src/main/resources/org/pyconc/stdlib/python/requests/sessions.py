"""Sessions: settings, cookies and connections for several requests."""

import os
import time
from datetime import timedelta
from urllib.parse import urljoin, urlsplit, urlunsplit

from requests.adapters import HTTPAdapter
from requests.cookies import (RequestsCookieJar, cookiejar_from_dict, extract_cookies_to_jar,
                              merge_cookies)
from requests.exceptions import (ChunkedEncodingError, ContentDecodingError, InvalidSchema,
                                 TooManyRedirects)
from requests.models import (DEFAULT_REDIRECT_LIMIT, REDIRECT_STATI, PreparedRequest, Request,
                             dispatch_hook)
from requests.structures import CaseInsensitiveDict
from requests.utils import (default_headers, get_auth_from_url, get_environ_proxies,
                            get_netrc_auth, requote_uri, should_bypass_proxies, to_key_val_list)
from http.cookiejar import CookieJar


def merge_setting(request_setting, session_setting, dict_class=dict):
    """What a request says, before what its session does."""
    if session_setting is None:
        return request_setting
    if request_setting is None:
        return session_setting
    if not (hasattr(session_setting, 'items') and hasattr(request_setting, 'items')):
        return request_setting
    merged = dict_class(to_key_val_list(session_setting))
    merged.update(to_key_val_list(request_setting))
    for key in [key for key, value in merged.items() if value is None]:
        del merged[key]
    return merged


class Session:
    """Settings and cookies for several requests."""

    __attrs__ = ['headers', 'cookies', 'auth', 'proxies', 'hooks', 'params', 'verify', 'cert',
                 'adapters', 'stream', 'trust_env', 'max_redirects']

    def __init__(self):
        self.headers = default_headers()
        self.auth = None
        self.proxies = {}
        self.hooks = {'response': []}
        self.params = {}
        self.stream = False
        self.verify = True
        self.cert = None
        self.max_redirects = DEFAULT_REDIRECT_LIMIT
        self.trust_env = True
        self.cookies = cookiejar_from_dict({})
        self.adapters = {}
        self.mount('https://', HTTPAdapter())
        self.mount('http://', HTTPAdapter())

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def __repr__(self):
        return object.__repr__(self)

    def prepare_request(self, request):
        """A request with what the session adds."""
        cookies = request.cookies or {}
        if not isinstance(cookies, CookieJar):
            cookies = cookiejar_from_dict(cookies)
        merged = merge_cookies(merge_cookies(RequestsCookieJar(), self.cookies), cookies)
        auth = request.auth
        if self.trust_env and not auth and not self.auth:
            auth = get_netrc_auth(request.url)
        made = PreparedRequest()
        hooks = self.hooks
        if request.hooks is not None and request.hooks.get('response') != []:
            hooks = request.hooks
        made.prepare(
            method=request.method.upper(), url=request.url, files=request.files,
            data=request.data, json=request.json,
            headers=merge_setting(request.headers, self.headers, CaseInsensitiveDict),
            params=merge_setting(request.params, self.params),
            auth=merge_setting(auth, self.auth), cookies=merged, hooks=hooks)
        return made

    def request(self, method, url, params=None, data=None, headers=None, cookies=None, files=None,
                auth=None, timeout=None, allow_redirects=True, proxies=None, hooks=None,
                stream=None, verify=None, cert=None, json=None):
        """Sends a request; the answer."""
        prepared = self.prepare_request(Request(
            method=method.upper(), url=url, headers=headers, files=files, data=data or {},
            json=json, params=params or {}, auth=auth, cookies=cookies, hooks=hooks))
        settings = self.merge_environment_settings(prepared.url, proxies or {}, stream, verify,
                                                   cert)
        return self.send(prepared, timeout=timeout, allow_redirects=allow_redirects, **settings)

    def get(self, url, **kwargs):
        kwargs.setdefault('allow_redirects', True)
        return self.request('GET', url, **kwargs)

    def options(self, url, **kwargs):
        kwargs.setdefault('allow_redirects', True)
        return self.request('OPTIONS', url, **kwargs)

    def head(self, url, **kwargs):
        kwargs.setdefault('allow_redirects', False)
        return self.request('HEAD', url, **kwargs)

    def post(self, url, data=None, json=None, **kwargs):
        return self.request('POST', url, data=data, json=json, **kwargs)

    def put(self, url, data=None, **kwargs):
        return self.request('PUT', url, data=data, **kwargs)

    def patch(self, url, data=None, **kwargs):
        return self.request('PATCH', url, data=data, **kwargs)

    def delete(self, url, **kwargs):
        return self.request('DELETE', url, **kwargs)

    def merge_environment_settings(self, url, proxies, stream, verify, cert):
        if self.trust_env:
            no_proxy = proxies.get('no_proxy') if proxies is not None else None
            for name, value in get_environ_proxies(url, no_proxy).items():
                proxies.setdefault(name, value)
            if verify is True or verify is None:
                verify = os.environ.get('REQUESTS_CA_BUNDLE') \
                    or os.environ.get('CURL_CA_BUNDLE') or verify
        return {'proxies': merge_setting(proxies, self.proxies),
                'stream': merge_setting(stream, self.stream),
                'verify': merge_setting(verify, self.verify),
                'cert': merge_setting(cert, self.cert)}

    def get_adapter(self, url):
        for prefix, adapter in self.adapters.items():
            if url.lower().startswith(prefix.lower()):
                return adapter
        raise InvalidSchema(f'No connection adapters were found for {url!r}')

    def mount(self, prefix, adapter):
        """Sends requests to addresses that begin so by this adapter."""
        self.adapters[prefix] = adapter
        for key in [key for key in self.adapters if len(key) < len(prefix)]:
            self.adapters[key] = self.adapters.pop(key)

    def close(self):
        for adapter in self.adapters.values():
            adapter.close()

    def send(self, request, **kwargs):
        """Sends a request that is ready."""
        kwargs.setdefault('stream', self.stream)
        kwargs.setdefault('verify', self.verify)
        kwargs.setdefault('cert', self.cert)
        if 'proxies' not in kwargs:
            proxies = dict(get_environ_proxies(request.url)) if self.trust_env else {}
            proxies.update(self.proxies)
            kwargs['proxies'] = proxies
        if isinstance(request, Request):
            raise ValueError('You can only send PreparedRequests.')
        allow_redirects = kwargs.pop('allow_redirects', True)
        stream = kwargs.get('stream')
        adapter = self.get_adapter(url=request.url)
        start = time.perf_counter()
        response = adapter.send(request, **kwargs)
        response.elapsed = timedelta(seconds=time.perf_counter() - start)
        response = dispatch_hook('response', request.hooks, response, **kwargs)
        for each in response.history:
            extract_cookies_to_jar(self.cookies, each.request, each.raw.headers)
        extract_cookies_to_jar(self.cookies, request, response.raw.headers)
        if allow_redirects:
            history = list(self.resolve_redirects(response, request, **kwargs))
        else:
            history = []
            if response.is_redirect:
                response._next = next(self.resolve_redirects(
                    response, request, yield_requests=True, **kwargs), None)
        if history:
            history.insert(0, response)
            response = history.pop()
            response.history = history
        if not stream:
            response.content
        return response

    def get_redirect_target(self, resp):
        if not resp.is_redirect:
            return None
        location = resp.headers['location']
        try:
            return location.encode('latin1').decode('utf8')
        except UnicodeError:
            return location

    def should_strip_auth(self, old_url, new_url):
        old, new = urlsplit(old_url), urlsplit(new_url)
        if old.hostname != new.hostname:
            return True
        if old.scheme == 'http' and old.port in (80, None) \
                and new.scheme == 'https' and new.port in (443, None):
            return False
        usual = {'http': 80, 'https': 443}
        same_port = (old.port or usual.get(old.scheme)) == (new.port or usual.get(new.scheme))
        return not same_port or old.scheme != new.scheme

    def rebuild_method(self, prepared_request, response):
        method = prepared_request.method
        status = response.status_code
        if status in (302, 303) and method != 'HEAD' or status == 301 and method == 'POST':
            prepared_request.method = 'GET'

    def rebuild_auth(self, prepared_request, response):
        headers = prepared_request.headers
        if 'Authorization' in headers and self.should_strip_auth(
                response.request.url, prepared_request.url):
            del headers['Authorization']
        auth = get_netrc_auth(prepared_request.url) if self.trust_env else None
        if auth is not None:
            prepared_request.prepare_auth(auth)

    def resolve_redirects(self, resp, req, stream=False, timeout=None, verify=True, cert=None,
                          proxies=None, yield_requests=False, **adapter_kwargs):
        """Follows an answer that leads elsewhere."""
        history = []
        fragment = urlsplit(req.url).fragment
        target = self.get_redirect_target(resp)
        while target:
            prepared = req.copy()
            history.append(resp)
            resp.history = history[1:]
            try:
                resp.content
            except (ChunkedEncodingError, ContentDecodingError, RuntimeError):
                resp.raw.read()
            if len(resp.history) >= self.max_redirects:
                raise TooManyRedirects(f'Exceeded {self.max_redirects} redirects.', response=resp)
            resp.close()
            if target.startswith('//'):
                target = ':'.join([urlsplit(resp.url).scheme, target])
            parts = urlsplit(target)
            if parts.fragment == '' and fragment:
                parts = parts._replace(fragment=fragment)
            elif parts.fragment:
                fragment = parts.fragment
            target = urlunsplit(parts)
            target = urljoin(resp.url, requote_uri(target)) if not parts.netloc \
                else requote_uri(target)
            prepared.url = target
            self.rebuild_method(prepared, resp)
            if resp.status_code not in (307, 308):
                for name in ('Content-Length', 'Content-Type', 'Transfer-Encoding'):
                    prepared.headers.pop(name, None)
                prepared.body = None
            prepared.headers.pop('Cookie', None)
            extract_cookies_to_jar(prepared._cookies, req, resp.raw.headers)
            merge_cookies(prepared._cookies, self.cookies)
            prepared.prepare_cookies(prepared._cookies)
            self.rebuild_auth(prepared, resp)
            if should_bypass_proxies(prepared.url):
                proxies = {}
            if prepared._body_position is not None and hasattr(prepared.body, 'seek'):
                prepared.body.seek(prepared._body_position)
            req = prepared
            if yield_requests:
                yield req
                return
            resp = self.send(req, stream=stream, timeout=timeout, verify=verify, cert=cert,
                             proxies=proxies, allow_redirects=False, **adapter_kwargs)
            extract_cookies_to_jar(self.cookies, prepared, resp.raw.headers)
            target = self.get_redirect_target(resp)
            yield resp


def session():
    return Session()
