"""Parses messages that come in pieces."""

import re as _re
from email import errors as _errors
from email._policybase import compat32 as _compat32

__all__ = ['FeedParser', 'BytesFeedParser']

_header = _re.compile(r'^(From |[\041-\071\073-\176]*:|[\t ])')


def _lines(text):
    """The lines of a text with their ends: carriage returns and line feeds alone count."""
    lines = []
    start = 0
    for found in _re.finditer('\r\n|\r|\n', text):
        lines.append(text[start:found.end()])
        start = found.end()
    if start < len(text):
        lines.append(text[start:])
    return lines


def _without_end(line):
    return line[:-2] if line.endswith('\r\n') else line[:-1] if line[-1:] in ('\r', '\n') else line


class FeedParser:
    """Feed it text; close gives the message."""

    def __init__(self, _factory=None, *, policy=_compat32):
        self.policy = policy
        self._old_style_factory = False
        if _factory is None:
            _factory = policy.message_factory
            if _factory is None:
                from email.message import Message as _factory
        else:
            try:
                _factory(policy=policy)
            except TypeError:
                self._old_style_factory = True
        self._factory = _factory
        self._text = []
        self._headersonly = False

    def _set_headersonly(self):
        self._headersonly = True

    def feed(self, data):
        self._text.append(data)

    def close(self):
        """The message."""
        lines = _lines(''.join(self._text))
        self._text = []
        message = self._message(lines, True)
        if (message.get_content_maintype() == 'multipart' and not message.is_multipart()
                and not self._headersonly):
            self.policy.handle_defect(message, _errors.MultipartInvariantViolationDefect())
        return message

    def _new(self):
        return self._factory() if self._old_style_factory else self._factory(policy=self.policy)

    def _message(self, lines, top, default=None):
        message = self._new()
        if default:
            message.set_default_type(default)
        end = 0
        body = None
        for end, line in enumerate(lines):
            if not _header.match(line):
                if _without_end(line):
                    self.policy.handle_defect(
                        message, _errors.MissingHeaderBodySeparatorDefect())
                    body = end
                else:
                    body = end + 1
                break
        head = lines if body is None else lines[:end]
        self._headers(message, head)
        rest = [] if body is None else lines[body:]
        if self._headersonly:
            message.set_payload(''.join(rest))
            return message
        kind = message.get_content_type()
        if kind == 'message/delivery-status':
            self._statuses(message, rest)
        elif message.get_content_maintype() == 'message':
            message.attach(self._message(rest, False))
        elif message.get_content_maintype() == 'multipart':
            self._multipart(message, rest, top)
        else:
            message.set_payload(''.join(rest))
        return message

    def _statuses(self, message, lines):
        at = 0
        while at < len(lines):
            end = at
            while end < len(lines) and _without_end(lines[end]):
                end += 1
            message.attach(self._message(lines[at:end + 1], False))
            at = end + 1

    def _headers(self, message, lines):
        current = []
        for number, line in enumerate(lines):
            if line[0] in ' \t':
                if not current:
                    self.policy.handle_defect(
                        message, _errors.FirstHeaderLineIsContinuationDefect(line))
                    continue
                current.append(line)
                continue
            self._store(message, current)
            current = []
            if line.startswith('From '):
                if number == 0:
                    message.set_unixfrom(_without_end(line))
                elif number == len(lines) - 1:
                    return
                else:
                    message.defects.append(_errors.MisplacedEnvelopeHeaderDefect(line))
                continue
            if line.find(':') == 0:
                message.defects.append(_errors.InvalidHeaderDefect('Missing header name.'))
                continue
            current = [line]
        self._store(message, current)

    def _store(self, message, lines):
        if lines:
            message.set_raw(*self.policy.header_source_parse(lines))

    def _multipart(self, message, lines, top):
        boundary = message.get_boundary()
        if boundary is None:
            self.policy.handle_defect(message, _errors.NoBoundaryInMultipartDefect())
            message.set_payload(''.join(lines))
            return
        if str(message.get('content-transfer-encoding', '8bit')).lower() not in (
                '7bit', '8bit', 'binary'):
            self.policy.handle_defect(
                message, _errors.InvalidMultipartContentTransferEncodingDefect())
        match = _re.compile(r'--' + _re.escape(boundary) +
                            r'(?P<end>--)?(?P<ws>[ \t]*)(?P<linesep>\r\n|\r|\n)?$').match
        start = None  # where the part that is open begins
        closed = None
        parts = []
        for number, line in enumerate(lines):
            if line[:2] != '--':
                continue
            found = match(line)
            if not found:
                continue
            if start is None:
                preamble = lines[:number]
                if preamble:
                    preamble[-1] = _without_end(preamble[-1])
                    message.preamble = ''.join(preamble)
            else:
                parts.append((start, number))
            start = number + 1
            if found.group('end'):
                closed = number + 1, found.group('linesep')
                break
        if start is None:
            self.policy.handle_defect(message, _errors.StartBoundaryNotFoundDefect())
            message.set_payload(''.join(lines))
            message.preamble = None
            message.epilogue = ''
            return
        if closed is None:
            self.policy.handle_defect(message, _errors.CloseBoundaryNotFoundDefect())
            if start < len(lines):
                parts.append((start, len(lines)))
        default = 'message/rfc822' if message.get_content_type() == 'multipart/digest' else None
        for begin, end in parts:
            inner = lines[begin:end]
            if inner:
                inner[-1] = _without_end(inner[-1])
                if not inner[-1]:
                    inner.pop()
            message.attach(self._message(inner, False, default))
        if closed is not None:
            at, linesep = closed
            epilogue = ''.join(lines[at:])
            if not linesep:
                epilogue = _re.sub('^(\r\n|\r|\n)', '', epilogue)
            message.epilogue = epilogue if linesep or top or epilogue else None


class BytesFeedParser(FeedParser):
    """Feed it bytes; close gives the message."""

    def feed(self, data):
        super().feed(data.decode('ascii', 'surrogateescape'))
