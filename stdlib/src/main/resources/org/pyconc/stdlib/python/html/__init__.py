"""Text in HTML."""

__all__ = ['escape', 'unescape']

import re as _re

# Numbers that stand for characters of Windows-1252, as browsers take them.
_windows = dict(zip(
    range(0x80, 0xa0),
    '\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f'
    '\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178'))
_usual = {'amp;': '&', 'lt;': '<', 'gt;': '>', 'quot;': '"', 'nbsp;': '\xa0'}
_reference = _re.compile(r'&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)')


def escape(s, quote=True):
    """Replaces what HTML would take for markup."""
    s = s.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')
    if quote:
        s = s.replace('"', '&quot;').replace("'", '&#x27;')
    return s


def _character(number):
    if number in _windows:
        return _windows[number]
    if number == 0 or 0xd800 <= number <= 0xdfff or number > 0x10ffff:
        return '\ufffd'
    if (number < 0x20 and number not in (9, 10, 12, 13) or number == 0x7f
            or 0xfdd0 <= number <= 0xfdef or number & 0xfffe == 0xfffe or number == 0xb):
        return ''
    return chr(number)


def _replacement(found):
    text = found.group(1)
    if text[0] == '#':
        digits = text[1:].rstrip(';')
        return _character(int(digits[1:], 16) if digits[0] in 'xX' else int(digits))
    if text in _usual:
        return _usual[text]
    from html.entities import html5
    if text in html5:
        return html5[text]
    for end in range(len(text) - 1, 1, -1):
        if text[:end] in html5:
            return html5[text[:end]] + text[end:]
    return '&' + text


def unescape(s):
    """The text that HTML with references stands for."""
    return _reference.sub(_replacement, s) if '&' in s else s


def __getattr__(name):
    if name == 'entities':
        import html.entities
        return html.entities
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
