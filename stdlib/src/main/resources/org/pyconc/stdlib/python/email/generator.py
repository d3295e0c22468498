"""Writes messages."""

import io as _io
import re as _re
from copy import deepcopy as _deepcopy
from email.utils import _has_surrogates

__all__ = ['Generator', 'DecodedGenerator', 'BytesGenerator']

_line_end = _re.compile('\r\n|\r|\n')
_from = _re.compile('^From ', _re.MULTILINE)


class Generator:
    """Writes messages into a text file."""

    def __init__(self, outfp, mangle_from_=None, maxheaderlen=None, *, policy=None):
        if mangle_from_ is None:
            mangle_from_ = True if policy is None else policy.mangle_from_
        self._fp = outfp
        self._mangle_from_ = mangle_from_
        self.maxheaderlen = maxheaderlen
        self.policy = policy

    def write(self, s):
        self._fp.write(s)

    def flatten(self, msg, unixfrom=False, linesep=None):
        """Writes a message."""
        policy = msg.policy if self.policy is None else self.policy
        if linesep is not None:
            policy = policy.clone(linesep=linesep)
        if self.maxheaderlen is not None:
            policy = policy.clone(max_line_length=self.maxheaderlen)
        self._NL = policy.linesep
        old_generator, old_message = self.policy, msg.policy
        try:
            self.policy = msg.policy = policy
            if unixfrom:
                line = msg.get_unixfrom()
                if not line:
                    import time
                    line = 'From nobody ' + time.ctime(time.time())
                self.write(line + self._NL)
            self._write(msg)
        finally:
            self.policy, msg.policy = old_generator, old_message

    def clone(self, fp):
        return self.__class__(fp, self._mangle_from_, None, policy=self.policy)

    def _new_buffer(self):
        return _io.StringIO(newline='')

    def _write_lines(self, text):
        if text:
            self.write(self._NL.join(_line_end.split(text)))

    def _write(self, msg):
        # the body first: writing it may change headers
        fp, self._fp = self._fp, self._new_buffer()
        self._changed = None
        try:
            self._dispatch(msg)
            body, changed = self._fp.getvalue(), self._changed
        finally:
            self._fp = fp
            self._changed = None
        if changed:
            msg = _deepcopy(msg)
            if msg.get('content-transfer-encoding') is None:
                msg['Content-Transfer-Encoding'] = changed[0]
            else:
                msg.replace_header('content-transfer-encoding', changed[0])
            msg.replace_header('content-type', changed[1])
        method = getattr(msg, '_write_headers', None)
        if method is None:
            self._write_headers(msg)
        else:
            method(self)
        fp.write(body)

    def _dispatch(self, msg):
        main, sub = msg.get_content_maintype(), msg.get_content_subtype()
        for name in ('%s_%s' % (main, sub), main):
            method = getattr(self, '_write_' + name.replace('-', '_'), None)
            if method is not None:
                return method(msg)
        return self._write_body(msg)

    def _write_headers(self, msg):
        for name, value in msg.raw_items():
            folded = self.policy.fold(name, value)
            self.write(folded)
        self.write(self._NL)

    def _write_text(self, msg):
        payload = msg.get_payload()
        if payload is None:
            return
        if not isinstance(payload, str):
            raise TypeError('string payload expected: %s' % type(payload))
        if _has_surrogates(msg._payload):
            charset = msg.get_param('charset')
            if charset is not None:
                msg = _deepcopy(msg)
                del msg['content-transfer-encoding']
                msg.set_payload(msg._payload, charset)
                payload = msg.get_payload()
                self._changed = msg['content-transfer-encoding'], msg['content-type']
        if self._mangle_from_:
            payload = _from.sub('>From ', payload)
        self._write_lines(payload)

    _write_body = _write_text

    def _part(self, part):
        buffer = self._new_buffer()
        self.clone(buffer).flatten(part, unixfrom=False, linesep=self._NL)
        return buffer.getvalue()

    def _write_multipart(self, msg):
        subparts = msg.get_payload()
        if subparts is None:
            subparts = []
        elif isinstance(subparts, str):
            self.write(subparts)
            return
        elif not isinstance(subparts, list):
            subparts = [subparts]
        texts = [self._part(part) for part in subparts]
        boundary = msg.get_boundary()
        if not boundary:
            boundary = self._make_boundary(self._joined(texts))
            msg.set_boundary(boundary)
        if msg.preamble is not None:
            self._write_lines(_from.sub('>From ', msg.preamble) if self._mangle_from_
                              else msg.preamble)
            self.write(self._NL)
        self.write('--' + boundary + self._NL)
        if texts:
            self._fp.write(texts.pop(0))
        for text in texts:
            self.write(self._NL + '--' + boundary + self._NL)
            self._fp.write(text)
        self.write(self._NL + '--' + boundary + '--' + self._NL)
        if msg.epilogue is not None:
            self._write_lines(_from.sub('>From ', msg.epilogue) if self._mangle_from_
                              else msg.epilogue)

    def _joined(self, texts):
        return self._NL.join(texts)

    def _write_message_delivery_status(self, msg):
        blocks = []
        for part in msg.get_payload():
            lines = self._part(part).split(self._NL)
            blocks.append(self._NL.join(lines[:-1] if lines and lines[-1] == '' else lines))
        self.write(self._NL.join(blocks))

    def _write_message(self, msg):
        payload = msg._payload
        if isinstance(payload, list):
            buffer = self._new_buffer()
            self.clone(buffer).flatten(msg.get_payload(0), unixfrom=False, linesep=self._NL)
            self._fp.write(buffer.getvalue())
        else:
            self.write(payload)

    @classmethod
    def _make_boundary(cls, text=None):
        import random
        import sys
        boundary = '=' * 15 + '%019d==' % random.randrange(sys.maxsize)
        if text is None:
            return boundary
        made, counter = boundary, 0
        while _re.search('^--' + _re.escape(made) + '(--)?$', text, _re.MULTILINE):
            made = '%s.%d' % (boundary, counter)
            counter += 1
        return made


class BytesGenerator(Generator):
    """Writes messages into a binary file."""

    def write(self, s):
        self._fp.write(s.encode('ascii', 'surrogateescape'))

    def _new_buffer(self):
        return _io.BytesIO()

    def _joined(self, texts):
        return self._NL.join([text.decode('ascii', 'surrogateescape') for text in texts])

    def _write_headers(self, msg):
        for name, value in msg.raw_items():
            self._fp.write(self.policy.fold_binary(name, value))
        self.write(self._NL)

    def _write_text(self, msg):
        if msg._payload is None:
            return
        if (isinstance(msg._payload, str) and _has_surrogates(msg._payload)
                and self.policy.cte_type != '7bit'):
            payload = msg._payload
            if self._mangle_from_:
                payload = _from.sub('>From ', payload)
            self._write_lines(payload)
        else:
            super()._write_text(msg)

    _write_body = _write_text


class DecodedGenerator(Generator):
    """Writes texts as they are, and a line instead of other parts."""

    def __init__(self, outfp, mangle_from_=None, maxheaderlen=None, fmt=None, *, policy=None):
        super().__init__(outfp, mangle_from_, maxheaderlen, policy=policy)
        self._fmt = fmt or ('[Non-text (%(type)s) part of message omitted, filename '
                            '%(filename)s]')

    def _dispatch(self, msg):
        for part in msg.walk():
            main = part.get_content_maintype()
            if main == 'text':
                print(part.get_payload(decode=False), file=self)
            elif main != 'multipart':
                print(self._fmt % {
                    'type': part.get_content_type(), 'maintype': main,
                    'subtype': part.get_content_subtype(),
                    'filename': part.get_filename('[no filename]'),
                    'description': part.get('Content-Description', '[no description]'),
                    'encoding': part.get('Content-Transfer-Encoding', '[no encoding]')}, file=self)
