"""Encodings that are written in the language, and how their names are spelled."""

import codecs
from encodings import aliases

_cache = {}


class CodecRegistryError(LookupError, SystemError):
    pass


def normalize_encoding(encoding):
    """The name with what is neither letter, digit nor dot as one underscore."""
    if isinstance(encoding, bytes):
        encoding = str(encoding, 'ascii')
    parts = []
    word = ''
    for c in encoding:
        if c.isalnum() or c == '.':
            word += c if c.isascii() else ''
        elif word:
            parts.append(word)
            word = ''
    if word:
        parts.append(word)
    return '_'.join(parts)


def search_function(encoding):
    """The codec of that name, or None."""
    name = normalize_encoding(encoding).lower()
    name = aliases.aliases.get(name, name)
    if name in _cache:
        return _cache[name]
    info = None
    if name in _OWN:
        from importlib import import_module
        info = import_module('encodings.' + name).getregentry()
    _cache[name] = info
    return info


_OWN = ('idna', 'punycode', 'utf_7')
