"""Words of command lines."""

__all__ = ['quote', 'split', 'join']

_safe = frozenset('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_@%+=:,./-')


def split(s, comments=False, posix=True):
    """The words of a command line, as a shell sees them."""
    if s is None:
        raise ValueError('s argument must not be None')
    words = []
    word = None
    quote = None
    i, n = 0, len(s)
    while i < n:
        c = s[i]
        i += 1
        if quote is not None:
            if c == quote:
                quote = None
                if not posix:
                    word += c
            elif c == '\\' and posix and quote == '"' and i < n and s[i] in '"\\':
                word += s[i]
                i += 1
            else:
                word += c
        elif c in ' \t\r\n':
            if word is not None:
                words.append(word)
                word = None
        elif c == '#' and comments:
            while i < n and s[i] != '\n':
                i += 1
        elif c in '\'"':
            quote = c
            word = (word or '') + ('' if posix else c)
        elif c == '\\' and posix:
            if i >= n:
                raise ValueError('No escaped character')
            word = (word or '') + s[i]
            i += 1
        else:
            word = (word or '') + c
    if quote is not None:
        raise ValueError('No closing quotation')
    if word is not None:
        words.append(word)
    return words


def quote(s):
    """A word so that a shell takes it as one."""
    if not s:
        return "''"
    if all(c in _safe for c in s):
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"


def join(split_command):
    """The command line of words."""
    return ' '.join(quote(word) for word in split_command)
