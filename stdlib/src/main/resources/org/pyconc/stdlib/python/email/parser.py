"""Parses messages."""

from email._policybase import compat32 as _compat32
from email.feedparser import BytesFeedParser, FeedParser

__all__ = ['Parser', 'HeaderParser', 'BytesParser', 'BytesHeaderParser', 'FeedParser',
           'BytesFeedParser']


class Parser:
    """Parses text."""

    def __init__(self, _class=None, *, policy=_compat32):
        self._class = _class
        self.policy = policy

    def parse(self, fp, headersonly=False):
        parser = FeedParser(self._class, policy=self.policy)
        if headersonly:
            parser._set_headersonly()
        parser.feed(fp.read())
        return parser.close()

    def parsestr(self, text, headersonly=False):
        import io
        return self.parse(io.StringIO(text, newline=''), headersonly)


class HeaderParser(Parser):
    """Parses headers alone; the rest is the payload."""

    def parse(self, fp, headersonly=True):
        return super().parse(fp, True)

    def parsestr(self, text, headersonly=True):
        return super().parsestr(text, True)


class BytesParser:
    """Parses bytes."""

    def __init__(self, *args, **kw):
        self.parser = Parser(*args, **kw)

    def parse(self, fp, headersonly=False):
        return self.parsebytes(fp.read(), headersonly)

    def parsebytes(self, text, headersonly=False):
        return self.parser.parsestr(text.decode('ascii', 'surrogateescape'), headersonly)


class BytesHeaderParser(BytesParser):
    """Parses headers alone; the rest is the payload."""

    def parse(self, fp, headersonly=True):
        return super().parse(fp, True)

    def parsebytes(self, text, headersonly=True):
        return super().parsebytes(text, True)
