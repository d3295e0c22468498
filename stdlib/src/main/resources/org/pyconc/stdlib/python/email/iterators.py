"""Walks through messages."""

__all__ = ['body_line_iterator', 'typed_subpart_iterator', 'walk']

from email.message import Message as _Message

walk = _Message.walk


def body_line_iterator(msg, decode=False):
    """The lines of all texts."""
    for part in msg.walk():
        payload = part.get_payload(decode=decode)
        if isinstance(payload, str):
            yield from payload.splitlines(True)


def typed_subpart_iterator(msg, maintype='text', subtype=None):
    """The parts of a type."""
    for part in msg.walk():
        if part.get_content_maintype() == maintype and subtype in (
                None, part.get_content_subtype()):
            yield part


def _structure(msg, fp=None, level=0, include_default=False):
    tab = ' ' * (level * 4)
    print(tab + msg.get_content_type(), end='', file=fp)
    print(' [%s]' % msg.get_default_type() if include_default else '', file=fp)
    if msg.is_multipart():
        for part in msg.get_payload():
            _structure(part, fp, level + 1, include_default)
