"""What urllib.request raises."""


class URLError(OSError):
    def __init__(self, reason, filename=None):
        self.args = reason,
        self.reason = reason
        if filename is not None:
            self.filename = filename

    def __str__(self):
        return '<urlopen error %s>' % self.reason


class HTTPError(URLError):
    """An answer that tells of an error; can be read as an answer."""

    def __init__(self, url, code, msg, hdrs, fp):
        URLError.__init__(self, msg)
        if fp is None:
            import io
            fp = io.BytesIO()
        self.args = ()
        self.code = code
        self.msg = msg
        self.hdrs = self.headers = hdrs
        self.fp = fp
        self.filename = self.url = url

    @property
    def status(self):
        return self.code

    def __str__(self):
        return 'HTTP Error %s: %s' % (self.code, self.msg)

    def __repr__(self):
        return '<HTTPError %s: %r>' % (self.code, self.msg)

    def info(self):
        return self.headers

    def geturl(self):
        return self.url

    def getcode(self):
        return self.code

    def read(self, amt=None):
        return self.fp.read() if amt is None else self.fp.read(amt)

    def __getattr__(self, name):
        return getattr(self.__dict__['fp'], name)

    @property
    def reason(self):
        return self.msg

    @reason.setter
    def reason(self, value):
        pass

    def __iter__(self):
        return iter(self.fp)

    def close(self):
        if self.fp is not None:
            self.fp.close()

    def __enter__(self):
        return self

    def __exit__(self, *info):
        self.close()


class ContentTooShortError(URLError):
    def __init__(self, message, content):
        URLError.__init__(self, message)
        self.content = content
