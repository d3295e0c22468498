"""Paths of Windows, for programs that handle them elsewhere.

See https://docs.python.org/3.11/library/os.path.html
"""

import genericpath
import os
import posixpath
import stat
import sys
from genericpath import *

curdir = '.'
pardir = '..'
extsep = '.'
sep = '\\'
pathsep = ';'
altsep = '/'
defpath = '.;C:\\bin'
devnull = 'nul'
supports_unicode_filenames = False

__all__ = ['normcase', 'isabs', 'join', 'splitdrive', 'split', 'splitext', 'basename', 'dirname',
           'commonprefix', 'getsize', 'getmtime', 'getatime', 'getctime', 'islink', 'exists',
           'lexists', 'isdir', 'isfile', 'ismount', 'expanduser', 'expandvars', 'normpath',
           'abspath', 'curdir', 'pardir', 'sep', 'pathsep', 'defpath', 'altsep', 'extsep',
           'devnull', 'realpath', 'supports_unicode_filenames', 'relpath', 'samefile',
           'sameopenfile', 'samestat', 'commonpath']

_WORDS = ('\\', '/', ':', '.', '..', '\\\\?\\UNC\\', '%', "'", '$', '{', '}', '~', '\\/')
_TEXTS = dict(zip(_WORDS, _WORDS))
_BYTES = {word: word.encode() for word in _WORDS}


def _words(path):
    return _BYTES if isinstance(path, bytes) else _TEXTS


def normcase(s):
    """The path in lower case, with backslashes."""
    s = os.fspath(s)
    if isinstance(s, bytes):
        return s.replace(b'/', b'\\').lower()
    return s.replace('/', '\\').lower()


def isabs(s):
    """Whether the path begins at a root."""
    s = os.fspath(s)
    w = _words(s)
    s = s[:3].replace(w['/'], w['\\'])
    return s.startswith(w['\\']) or s.startswith(w[':'] + w['\\'], 1)


def splitdrive(p):
    """The letter of a drive, or server and share, and the rest."""
    p = os.fspath(p)
    w = _words(p)
    if len(p) < 2:
        return p[:0], p
    plain = p.replace(w['/'], w['\\'])
    slash = w['\\']
    if plain[0:2] == slash * 2:
        start = 8 if plain[:8].upper() == w['\\\\?\\UNC\\'] else 2
        index = plain.find(slash, start)
        if index == -1:
            return p, p[:0]
        second = plain.find(slash, index + 1)
        return (p, p[:0]) if second == -1 else (p[:second], p[second:])
    if plain[1:2] == w[':']:
        return p[:2], p[2:]
    return p[:0], p


def join(path, *paths):
    """The paths one after the other; one that begins at a root replaces those before it."""
    path = os.fspath(path)
    w = _words(path)
    slash, seps, colon = w['\\'], w['\\/'], w[':']
    try:
        if not paths:
            path[:0] + slash
        drive, rest = splitdrive(path)
        for each in map(os.fspath, paths):
            its_drive, its_rest = splitdrive(each)
            if its_rest and its_rest[:1] in seps:
                if its_drive or not drive:
                    drive = its_drive
                rest = its_rest
                continue
            if its_drive and its_drive != drive:
                if its_drive.lower() != drive.lower():
                    drive, rest = its_drive, its_rest
                    continue
                drive = its_drive
            if rest and rest[-1:] not in seps:
                rest += slash
            rest += its_rest
        if rest and rest[:1] not in seps and drive and drive[-1:] != colon:
            return drive + slash + rest
        return drive + rest
    except (TypeError, AttributeError, BytesWarning):
        genericpath._check_arg_types('join', path, *paths)
        raise


def split(p):
    """The folder and the last part."""
    p = os.fspath(p)
    seps = _words(p)['\\/']
    drive, rest = splitdrive(p)
    at = len(rest)
    while at and rest[at - 1:at] not in seps:
        at -= 1
    head, tail = rest[:at], rest[at:]
    return drive + (head.rstrip(seps) or head), tail


def splitext(p):
    """The path without its ending, and that."""
    p = os.fspath(p)
    w = _words(p)
    return genericpath._splitext(p, w['\\'], w['/'], w['.'])


def basename(p):
    """The last part."""
    return split(p)[1]


def dirname(p):
    """The folder."""
    return split(p)[0]


def islink(path):
    return posixpath.islink(path)


def lexists(path):
    return posixpath.lexists(path)


def ismount(path):
    """Whether the path is that of a drive or a share."""
    path = os.fspath(path)
    seps = _words(path)['\\/']
    root, rest = splitdrive(abspath(path))
    if root and root[0:1] in seps:
        return not rest or rest in seps
    return bool(rest and len(rest) == 1 and rest in seps)


def expanduser(path):
    """~ and ~user at the beginning replaced, if USERPROFILE or HOMEPATH say by what."""
    path = os.fspath(path)
    w = _words(path)
    if not path.startswith(w['~']):
        return path
    end = 1
    while end < len(path) and path[end:end + 1] not in w['\\/']:
        end += 1
    if 'USERPROFILE' in os.environ:
        home = os.environ['USERPROFILE']
    elif 'HOMEPATH' in os.environ:
        home = join(os.environ.get('HOMEDRIVE', ''), os.environ['HOMEPATH'])
    else:
        return path
    if end != 1:
        user = path[1:end]
        if isinstance(user, bytes):
            user = os.fsdecode(user)
        if user != os.environ.get('USERNAME'):
            if os.environ.get('USERNAME') != basename(home):
                return path
            home = join(dirname(home), user)
    if isinstance(path, bytes):
        home = os.fsencode(home)
    return home + path[end:]


def expandvars(path):
    """$name, ${name} and %name% replaced; what stands between single quotes is not."""
    path = os.fspath(path)
    isbytes = isinstance(path, bytes)
    text = os.fsdecode(path) if isbytes else path
    if '$' not in text and '%' not in text:
        return path
    out = []
    at = 0
    while at < len(text):
        c = text[at]
        if c == "'":
            end = text.find("'", at + 1)
            if end < 0:
                out.append(text[at:])
                break
            out.append(text[at:end + 1])
            at = end + 1
        elif c in '%$' and text[at + 1:at + 2] == c:
            out.append(c if c == '$' else '%')
            at += 2
        elif c == '%' or text[at:at + 2] == '${':
            begin, close = (at + 1, '%') if c == '%' else (at + 2, '}')
            end = text.find(close, begin)
            if end < 0:
                out.append(text[at:])
                break
            out.append(os.environ.get(text[begin:end], text[at:end + 1]))
            at = end + 1
        elif c == '$':
            end = at + 1
            while end < len(text) and (text[end] == '_' or text[end] == '-'
                                       or text[end].isascii() and text[end].isalnum()):
                end += 1
            name = text[at + 1:end]
            out.append(os.environ.get(name, text[at:end]) if name else c)
            at = end
        else:
            out.append(c)
            at += 1
    found = ''.join(out)
    return os.fsencode(found) if isbytes else found


def normpath(path):
    """The path without . and .. where that is possible."""
    path = os.fspath(path)
    w = _words(path)
    slash, dot, up = w['\\'], w['.'], w['..']
    path = path.replace(w['/'], slash)
    prefix, path = splitdrive(path)
    if path.startswith(slash):
        prefix += slash
        path = path.lstrip(slash)
    parts = []
    for part in path.split(slash):
        if not part or part == dot:
            continue
        if part == up:
            if parts and parts[-1] != up:
                parts.pop()
                continue
            if not parts and prefix.endswith(slash):
                continue
        parts.append(part)
    if not prefix and not parts:
        parts.append(dot)
    return prefix + slash.join(parts)


def abspath(path):
    """The path from the current folder on."""
    path = os.fspath(path)
    if not isabs(path):
        here = os.getcwdb() if isinstance(path, bytes) else os.getcwd()
        path = join(here, path)
    return normpath(path)


realpath = abspath


def relpath(path, start=None):
    """The path as seen from another one."""
    path = os.fspath(path)
    w = _words(path)
    slash, dot, up = w['\\'], w['.'], w['..']
    if start is None:
        start = dot
    if not path:
        raise ValueError('no path specified')
    start = os.fspath(start)
    try:
        from_drive, from_rest = splitdrive(abspath(normpath(start)))
        to_drive, to_rest = splitdrive(abspath(normpath(path)))
        if normcase(from_drive) != normcase(to_drive):
            raise ValueError('path is on mount %r, start on mount %r' % (to_drive, from_drive))
        begin = [part for part in from_rest.split(slash) if part]
        end = [part for part in to_rest.split(slash) if part]
        same = 0
        for one, other in zip(begin, end):
            if normcase(one) != normcase(other):
                break
            same += 1
        parts = [up] * (len(begin) - same) + end[same:]
        return slash.join(parts) if parts else dot
    except (TypeError, ValueError, AttributeError, BytesWarning, DeprecationWarning):
        genericpath._check_arg_types('relpath', path, start)
        raise


def commonpath(paths):
    """The longest path that all of them begin with."""
    if not paths:
        raise ValueError('commonpath() arg is an empty sequence')
    paths = tuple(map(os.fspath, paths))
    w = _words(paths[0])
    slash, dot = w['\\'], w['.']
    try:
        split_paths = [splitdrive(p.replace(w['/'], slash).lower()) for p in paths]
        if len({rest[:1] == slash for _, rest in split_paths}) != 1:
            raise ValueError("Can't mix absolute and relative paths")
        if len({drive for drive, _ in split_paths}) != 1:
            raise ValueError("Paths don't have the same drive")
        drive, path = splitdrive(paths[0].replace(w['/'], slash))
        parts = [part for part in path.split(slash) if part and part != dot]
        others = [[part for part in rest.split(slash) if part and part != dot]
                  for _, rest in split_paths]
        low, high = min(others), max(others)
        count = 0
        while count < len(low) and count < len(high) and low[count] == high[count]:
            count += 1
        root = drive + slash if split_paths[0][1][:1] == slash else drive
        return root + slash.join(parts[:count])
    except (TypeError, AttributeError):
        genericpath._check_arg_types('commonpath', *paths)
        raise
