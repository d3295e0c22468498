"""Turns contents into payloads and headers, and back."""

import binascii as _binascii

__all__ = ['ContentManager', 'raw_data_manager']


class ContentManager:
    """Finds the function for a type of content."""

    def __init__(self):
        self.get_handlers = {}
        self.set_handlers = {}

    def add_get_handler(self, key, handler):
        self.get_handlers[key] = handler

    def add_set_handler(self, typekey, handler):
        self.set_handlers[typekey] = handler

    def get_content(self, msg, *args, **kw):
        kind = msg.get_content_type()
        for key in (kind, msg.get_content_maintype(), ''):
            if key in self.get_handlers:
                return self.get_handlers[key](msg, *args, **kw)
        raise KeyError(kind)

    def set_content(self, msg, obj, *args, **kw):
        if msg.get_content_maintype() == 'multipart':
            raise TypeError('set_content not valid on multipart')
        first = None
        for kind in type(obj).__mro__:
            full = kind.__module__ + '.' + kind.__qualname__
            first = first or full
            for key in (kind, full, kind.__qualname__, kind.__name__):
                if key in self.set_handlers:
                    msg.clear_content()
                    self.set_handlers[key](msg, obj, *args, **kw)
                    return
        if None in self.set_handlers:
            msg.clear_content()
            self.set_handlers[None](msg, obj, *args, **kw)
            return
        raise KeyError(first)


def _get_text(msg, errors='replace'):
    data = msg.get_payload(decode=True)
    return data.decode(msg.get_param('charset', 'ASCII'), errors=errors)


def _get_other(msg):
    return msg.get_payload(decode=True)


def _get_message(msg):
    return msg.get_payload(0)


def _get_external(msg):
    data = msg.get_payload(decode=True)
    if msg.get_content_charset() is not None:
        return data.decode(msg.get_content_charset('ASCII'))
    return data


def _prepare(msg, maintype, subtype, headers):
    msg['Content-Type'] = '/'.join((maintype, subtype))
    if headers:
        if not hasattr(headers[0], 'name'):
            headers = [msg.policy.header_factory(*header.split(':', 1)) for header in headers]
        for header in headers:
            if header.defects:
                raise header.defects[0]
            msg[header.name] = header


def _finish(msg, disposition, filename, cid, params):
    if disposition is None and filename is not None:
        disposition = 'attachment'
    if disposition is not None:
        msg['Content-Disposition'] = disposition
    if filename is not None:
        msg.set_param('filename', filename, header='Content-Disposition', replace=True)
    if cid is not None:
        msg['Content-ID'] = cid
    if params is not None:
        for key, value in params.items():
            msg.set_param(key, value)


def _base64(data, most):
    size = most // 4 * 3
    return ''.join([_binascii.b2a_base64(data[i:i + size]).decode('ascii')
                    for i in range(0, len(data), size)])


def _encode_text(string, charset, cte, policy):
    from email import quoprimime
    lines = string.encode(charset).splitlines()
    linesep = policy.linesep.encode('ascii')
    embedded = linesep.join(lines) + linesep
    normal = b'\n'.join(lines) + b'\n'
    if cte is None:
        if max([len(x) for x in lines], default=0) <= policy.max_line_length:
            try:
                return '7bit', normal.decode('ascii')
            except UnicodeDecodeError:
                pass
            if policy.cte_type == '8bit':
                return '8bit', normal.decode('ascii', 'surrogateescape')
        sniff = linesep.join(lines[:10]) + linesep
        quoted = quoprimime.body_encode(sniff.decode('latin-1'), policy.max_line_length)
        encoded = _binascii.b2a_base64(sniff)
        if len(quoted) > len(encoded):
            cte = 'base64'
        else:
            cte = 'quoted-printable'
            if len(lines) <= 10:
                return cte, quoted
    if cte == '7bit':
        return cte, normal.decode('ascii')
    if cte == '8bit':
        return cte, normal.decode('ascii', 'surrogateescape')
    if cte == 'quoted-printable':
        return cte, quoprimime.body_encode(normal.decode('latin-1'), policy.max_line_length)
    if cte == 'base64':
        return cte, _base64(embedded, policy.max_line_length)
    raise ValueError('Unknown content transfer encoding %s' % cte)


def _set_text(msg, string, subtype='plain', charset='utf-8', cte=None, disposition=None,
              filename=None, cid=None, params=None, headers=None):
    from email.charset import ALIASES
    _prepare(msg, 'text', subtype, headers)
    cte, payload = _encode_text(string, charset, cte, msg.policy)
    msg.set_payload(payload)
    msg.set_param('charset', ALIASES.get(charset, charset), replace=True)
    msg['Content-Transfer-Encoding'] = cte
    _finish(msg, disposition, filename, cid, params)


def _set_bytes(msg, data, maintype, subtype, cte='base64', disposition=None, filename=None,
               cid=None, params=None, headers=None):
    _prepare(msg, maintype, subtype, headers)
    if cte == 'base64':
        data = _base64(data, msg.policy.max_line_length)
    elif cte == 'quoted-printable':
        data = _binascii.b2a_qp(data, istext=False, header=False, quotetabs=True).decode('ascii')
    elif cte == '7bit':
        data = data.decode('ascii')
    elif cte in ('8bit', 'binary'):
        data = data.decode('ascii', 'surrogateescape')
    msg.set_payload(data)
    msg['Content-Transfer-Encoding'] = cte
    _finish(msg, disposition, filename, cid, params)


def _set_message(msg, message, subtype='rfc822', cte=None, disposition=None, filename=None,
                 cid=None, params=None, headers=None):
    if subtype == 'partial':
        raise ValueError('message/partial is not supported for Message objects')
    if subtype == 'rfc822':
        if cte not in (None, '7bit', '8bit', 'binary'):
            raise ValueError('message/rfc822 parts do not support cte=%s' % cte)
        cte = '8bit' if cte is None else cte
    elif subtype == 'external-body':
        if cte not in (None, '7bit'):
            raise ValueError('message/external-body parts do not support cte=%s' % cte)
        cte = '7bit'
    elif cte is None:
        cte = '7bit'
    _prepare(msg, 'message', subtype, headers)
    msg.set_payload([message])
    msg['Content-Transfer-Encoding'] = cte
    _finish(msg, disposition, filename, cid, params)


raw_data_manager = ContentManager()
raw_data_manager.add_get_handler('text', _get_text)
for _kind in 'audio', 'image', 'video', 'application':
    raw_data_manager.add_get_handler(_kind, _get_other)
for _kind in 'rfc822', 'external-body':
    raw_data_manager.add_get_handler('message/' + _kind, _get_message)
raw_data_manager.add_get_handler('message', _get_external)
raw_data_manager.add_set_handler(str, _set_text)
for _kind in bytes, bytearray, memoryview:
    raw_data_manager.add_set_handler(_kind, _set_bytes)
raw_data_manager.add_set_handler('email.message.Message', _set_message)
