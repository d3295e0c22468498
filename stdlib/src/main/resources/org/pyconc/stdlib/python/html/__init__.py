"""Text in HTML."""

__all__ = ['escape', 'unescape']

import re as _re

_names = {'amp': '&', 'lt': '<', 'gt': '>', 'quot': '"', 'apos': "'", 'nbsp': '\xa0',
          'copy': '\xa9', 'reg': '\xae', 'hellip': '\u2026', 'mdash': '\u2014',
          'ndash': '\u2013', 'lsquo': '\u2018', 'rsquo': '\u2019', 'ldquo': '\u201c',
          'rdquo': '\u201d', 'laquo': '\xab', 'raquo': '\xbb', 'euro': '\u20ac', 'pound': '\xa3',
          'yen': '\xa5', 'times': '\xd7', 'middot': '\xb7', 'bull': '\u2022', 'trade': '\u2122',
          'deg': '\xb0', 'eacute': '\xe9', 'egrave': '\xe8', 'agrave': '\xe0', 'auml': '\xe4',
          'ouml': '\xf6', 'uuml': '\xfc', 'szlig': '\xdf'}
_reference = _re.compile(r'&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)')


def escape(s, quote=True):
    """Replaces what HTML would take for markup."""
    s = s.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')
    if quote:
        s = s.replace('"', '&quot;').replace("'", '&#x27;')
    return s


def _replacement(found):
    text = found.group(1)
    if text[0] == '#':
        digits = text[1:].rstrip(';')
        number = int(digits[1:], 16) if digits[0] in 'xX' else int(digits)
        if number == 0 or 0xd800 <= number <= 0xdfff or number > 0x10ffff:
            return '\ufffd'
        return chr(number)
    name = text.rstrip(';')
    if name in _names and (text.endswith(';') or name in ('amp', 'lt', 'gt', 'quot', 'nbsp')):
        return _names[name]
    return '&' + text


def unescape(s):
    """The text that HTML with references stands for."""
    return _reference.sub(_replacement, s) if '&' in s else s
