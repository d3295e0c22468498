"""Names that match the patterns of a shell: * ? [seq] [!seq]."""
import os

__all__ = ['filter', 'fnmatch', 'fnmatchcase', 'translate']


def fnmatch(name, pat):
    """Whether a name matches; both are first made alike as the host does."""
    return fnmatchcase(os.path.normcase(name), os.path.normcase(pat))


def fnmatchcase(name, pat):
    """Whether a name matches exactly."""
    return _Pattern(pat).matches(name)


def filter(names, pat):
    """The names that match."""
    pattern = _Pattern(os.path.normcase(pat))
    return [name for name in names if pattern.matches(os.path.normcase(name))]


def _set_end(pat, start):
    """Where the ] of the set that starts behind start is, or -1."""
    i = start
    if i < len(pat) and pat[i] == '!':
        i += 1
    if i < len(pat) and pat[i] == ']':
        i += 1
    return pat.find(']', i)


class _Set:
    """One character of those in brackets."""

    def __init__(self, text):
        self.negated = text[:1] == '!'
        if self.negated:
            text = text[1:]
        self.ranges = []
        i = 0
        while i < len(text):
            if i + 2 < len(text) and text[i + 1] == '-':
                self.ranges.append((text[i], text[i + 2]))
                i += 3
            else:
                self.ranges.append((text[i], text[i]))
                i += 1

    def matches(self, c):
        for low, high in self.ranges:
            if low <= c <= high:
                return not self.negated
        return self.negated


class _Pattern:
    """A pattern as parts between stars: each a list of characters, None (any) and sets."""

    def __init__(self, pat):
        self.is_bytes = isinstance(pat, bytes)
        if self.is_bytes:
            pat = pat.decode('latin-1')
        self.parts = [[]]
        i = 0
        while i < len(pat):
            c = pat[i]
            i += 1
            if c == '*':
                self.parts.append([])
            elif c == '?':
                self.parts[-1].append(None)
            elif c == '[':
                end = _set_end(pat, i)
                if end < 0:
                    self.parts[-1].append(c)
                else:
                    self.parts[-1].append(_Set(pat[i:end]))
                    i = end + 1
            else:
                self.parts[-1].append(c)

    def matches(self, name):
        if self.is_bytes != isinstance(name, bytes):
            if self.is_bytes:
                raise TypeError('cannot use a bytes pattern on a string-like object')
            raise TypeError('cannot use a string pattern on a bytes-like object')
        if self.is_bytes:
            name = name.decode('latin-1')
        parts = self.parts
        if len(parts) == 1:
            return len(name) == len(parts[0]) and _at(parts[0], name, 0)
        first, last = parts[0], parts[-1]
        end = len(name) - len(last)
        if end < len(first) or not _at(first, name, 0) or not _at(last, name, end):
            return False
        start = len(first)
        for part in parts[1:-1]:
            while start + len(part) <= end and not _at(part, name, start):
                start += 1
            if start + len(part) > end:
                return False
            start += len(part)
        return True


def _at(part, name, start):
    for i, wanted in enumerate(part):
        c = name[start + i]
        if wanted is not None and wanted != c and not (
                isinstance(wanted, _Set) and wanted.matches(c)):
            return False
    return True


def translate(pat):
    """The pattern as a regular expression."""
    parts = []
    i = 0
    while i < len(pat):
        c = pat[i]
        i += 1
        if c == '*':
            if not parts or parts[-1] != '*':
                parts.append('*')
        elif c == '?':
            parts.append('.')
        elif c == '[':
            end = _set_end(pat, i)
            if end < 0:
                parts.append('\\[')
            else:
                parts.append(_translated_set(pat[i:end]))
                i = end + 1
        else:
            parts.append(_escaped(c))
    return '(?s:' + _with_stars(parts) + r')\Z'


def _translated_set(text):
    if '-' not in text:
        text = text.replace('\\', r'\\')
    else:
        chunks = []
        start = 0
        k = 2 if text[0] == '!' else 1
        while True:
            k = text.find('-', k)
            if k < 0:
                break
            chunks.append(text[start:k])
            start = k + 1
            k += 3
        if text[start:]:
            chunks.append(text[start:])
        else:
            chunks[-1] += '-'
        for k in range(len(chunks) - 1, 0, -1):
            if chunks[k - 1][-1] > chunks[k][0]:
                chunks[k - 1:k + 1] = [chunks[k - 1][:-1] + chunks[k][1:]]
        text = '-'.join(chunk.replace('\\', r'\\').replace('-', r'\-') for chunk in chunks)
    for c in '&~|':
        text = text.replace(c, '\\' + c)
    if not text:
        return '(?!)'
    if text == '!':
        return '.'
    if text[0] == '!':
        return '[^' + text[1:] + ']'
    if text[0] in ('^', '['):
        text = '\\' + text
    return '[' + text + ']'


_SPECIAL = '()[]{}?*+-|^$\\.&~# \t\n\r\v\f'


def _escaped(c):
    return '\\' + c if c in _SPECIAL else c


def _with_stars(parts):
    """Fixed parts between two stars are matched once and for all: (?>.*?fixed)."""
    out = []
    i = 0
    while i < len(parts) and parts[i] != '*':
        out.append(parts[i])
        i += 1
    while i < len(parts):
        i += 1
        if i == len(parts):
            out.append('.*')
            break
        fixed = []
        while i < len(parts) and parts[i] != '*':
            fixed.append(parts[i])
            i += 1
        fixed = ''.join(fixed)
        out.append('.*' + fixed if i == len(parts) else '(?>.*?' + fixed + ')')
    return ''.join(out)
