"""Paths that match the patterns of a shell."""
import fnmatch
import os

__all__ = ['escape', 'glob', 'iglob']


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    """The paths that match, as a list."""
    return list(iglob(pathname, root_dir=root_dir, dir_fd=dir_fd, recursive=recursive,
                      include_hidden=include_hidden))


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    """The paths that match, one after the other."""
    pathname = os.fspath(pathname)
    if root_dir is None:
        root_dir = pathname[:0]
    found = _iglob(pathname, os.fspath(root_dir), recursive, False, include_hidden)
    if not pathname or recursive and _is_recursive(pathname[:2]):
        return _without_empty(found)
    return found


def _without_empty(paths):
    first = True
    for path in paths:
        if path or not first:
            yield path
        first = False


def _iglob(pathname, root, recursive, only_folders, hidden):
    head, tail = os.path.split(pathname)
    if not has_magic(pathname):
        if tail:
            if os.path.lexists(_joined(root, pathname)):
                yield pathname
        elif os.path.isdir(_joined(root, head)):
            yield pathname
        return
    if not head:
        if recursive and _is_recursive(tail):
            yield from _all_below(root, tail, only_folders, hidden)
        else:
            yield from _matching(root, tail, only_folders, hidden)
        return
    if head != pathname and has_magic(head):
        folders = _iglob(head, root, recursive, True, hidden)
    else:
        folders = [head]
    for folder in folders:
        place = _joined(root, folder)
        if not has_magic(tail):
            names = _named(place, tail)
        elif recursive and _is_recursive(tail):
            names = _all_below(place, tail, only_folders, hidden)
        else:
            names = _matching(place, tail, only_folders, hidden)
        for name in names:
            yield os.path.join(folder, name)


def _named(folder, name):
    if not name:
        return [name] if os.path.isdir(folder) else []
    return [name] if os.path.lexists(_joined(folder, name)) else []


def _matching(folder, pattern, only_folders, hidden):
    names = _names(folder, only_folders, pattern)
    if hidden or _is_hidden(pattern):
        return fnmatch.filter(names, pattern)
    return fnmatch.filter((name for name in names if not _is_hidden(name)), pattern)


def _all_below(folder, pattern, only_folders, hidden):
    if not folder or os.path.isdir(folder):
        yield pattern[:0]
    yield from _below(folder, only_folders, hidden, pattern)


def _below(folder, only_folders, hidden, like):
    for name in _names(folder, only_folders, like):
        if hidden or not _is_hidden(name):
            yield name
            path = _joined(folder, name) if folder else name
            for deeper in _below(path, only_folders, hidden, like):
                yield _joined(name, deeper)


def _names(folder, only_folders, like):
    if not folder:
        folder = os.curdir.encode() if isinstance(like, bytes) else os.curdir
    try:
        with os.scandir(folder) as entries:
            return [entry.name for entry in entries if not only_folders or entry.is_dir()]
    except OSError:
        return []


def _joined(folder, name):
    if not folder or not name:
        return folder or name
    return os.path.join(folder, name)


def has_magic(text):
    """Whether there is one of * ? [ in it."""
    if isinstance(text, bytes):
        return any(c in text for c in (b'*', b'?', b'['))
    return any(c in text for c in '*?[')


def _is_hidden(path):
    return path[0:1] in ('.', b'.')


def _is_recursive(pattern):
    return pattern in ('**', b'**')


def escape(pathname):
    """The pattern that matches just this path."""
    drive, pathname = os.path.splitdrive(pathname)
    if isinstance(pathname, bytes):
        return drive + b''.join(
            b'[' + pathname[i:i + 1] + b']' if pathname[i:i + 1] in b'*?[' else pathname[i:i + 1]
            for i in range(len(pathname)))
    return drive + ''.join('[' + c + ']' if c in '*?[' else c for c in pathname)
