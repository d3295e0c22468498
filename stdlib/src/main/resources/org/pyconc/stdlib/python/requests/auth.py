"""Who one is."""


def _basic_auth_str(username, password):
    from base64 import b64encode
    parts = [each if isinstance(each, bytes) else str(each).encode('latin1')
             for each in (username, password)]
    return 'Basic ' + b64encode(b':'.join(parts)).decode()


class AuthBase:
    """Puts something into a request that says who one is."""

    def __call__(self, r):
        raise NotImplementedError('Auth hooks must be callable.')


class HTTPBasicAuth(AuthBase):
    def __init__(self, username, password):
        self.username = username
        self.password = password

    def __eq__(self, other):
        return self.username == getattr(other, 'username', None) \
            and self.password == getattr(other, 'password', None)

    def __ne__(self, other):
        return not self == other

    def __call__(self, r):
        r.headers['Authorization'] = _basic_auth_str(self.username, self.password)
        return r


class HTTPProxyAuth(HTTPBasicAuth):
    def __call__(self, r):
        r.headers['Proxy-Authorization'] = _basic_auth_str(self.username, self.password)
        return r


class HTTPDigestAuth(AuthBase):
    """Answers a server's question without sending the password."""

    def __init__(self, username, password):
        self.username = username
        self.password = password
        self._asked = None
        self._count = 0

    def _header(self, method, path):
        import hashlib
        import os
        asked = self._asked
        algorithm = asked.get('algorithm', 'MD5').upper().replace('-SESS', '')
        kind = {'MD5': 'md5', 'SHA': 'sha1', 'SHA-256': 'sha256', 'SHA-512': 'sha512'}.get(algorithm)
        if kind is None:
            return None

        def digest(text):
            return hashlib.new(kind, text.encode()).hexdigest()

        self._count += 1
        count = '%08x' % self._count
        own = os.urandom(8).hex()
        nonce = asked.get('nonce', '')
        first = digest('%s:%s:%s' % (self.username, asked.get('realm', ''), self.password))
        if asked.get('algorithm', '').upper().endswith('-SESS'):
            first = digest('%s:%s:%s' % (first, nonce, own))
        second = digest('%s:%s' % (method, path))
        qop = asked.get('qop')
        if not qop:
            answer = digest('%s:%s:%s' % (first, nonce, second))
        elif 'auth' in [each.strip() for each in qop.split(',')]:
            answer = digest(':'.join((first, nonce, count, own, 'auth', second)))
        else:
            return None
        text = 'username="%s", realm="%s", nonce="%s", uri="%s", response="%s"' % (
            self.username, asked.get('realm', ''), nonce, path, answer)
        if asked.get('opaque'):
            text += ', opaque="%s"' % asked['opaque']
        if asked.get('algorithm'):
            text += ', algorithm="%s"' % asked['algorithm']
        if qop:
            text += ', qop="auth", nc=%s, cnonce="%s"' % (count, own)
        return 'Digest ' + text

    def _again(self, response, **kwargs):
        asked = response.headers.get('www-authenticate', '')
        if response.status_code != 401 or not asked.lower().startswith('digest ') \
                or getattr(response.request, '_digested', False):
            return response
        import re
        self._asked = {m[1].lower(): m[2] if m[2] is not None else m[3] for m in re.finditer(
            r'(\w+)=(?:"([^"]*)"|([^\s,]+))', asked[7:])}
        self._count = 0
        response.content
        response.close()
        made = response.request.copy()
        made._digested = True
        header = self._header(made.method, made.path_url)
        if header is None:
            return response
        made.headers['Authorization'] = header
        answer = response.connection.send(made, **kwargs)
        answer.history.append(response)
        answer.request = made
        return answer

    def __call__(self, r):
        if self._asked is not None:
            header = self._header(r.method, r.path_url)
            if header:
                r.headers['Authorization'] = header
        r.register_hook('response', self._again)
        return r
