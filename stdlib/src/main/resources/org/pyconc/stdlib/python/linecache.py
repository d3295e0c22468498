"""Single lines of source files, which are kept in memory."""
import os
import sys

__all__ = ['getline', 'clearcache', 'checkcache', 'lazycache']

cache = {}


def clearcache():
    """Forgets all."""
    cache.clear()


def getline(filename, lineno, module_globals=None):
    """A line with its end; an empty str if there is none."""
    lines = getlines(filename, module_globals)
    if 1 <= lineno <= len(lines):
        return lines[lineno - 1]
    return ''


def getlines(filename, module_globals=None):
    """All lines of a file; none if it cannot be read."""
    if filename in cache:
        return cache[filename][2]
    return updatecache(filename, module_globals)


def checkcache(filename=None):
    """Forgets files that have changed."""
    for name in list(cache) if filename is None else [filename]:
        if name not in cache:
            continue
        size, mtime, lines, path = cache[name]
        if mtime is None:
            continue
        try:
            found = os.stat(path)
        except OSError:
            cache.pop(name, None)
            continue
        if size != found.st_size or mtime != found.st_mtime:
            cache.pop(name, None)


def updatecache(filename, module_globals=None):
    """Reads a file again."""
    cache.pop(filename, None)
    if not filename or filename.startswith('<') and filename.endswith('>'):
        return []
    path = filename
    try:
        found = os.stat(path)
    except OSError:
        if os.path.isabs(filename):
            return []
        for folder in sys.path:
            path = os.path.join(folder, filename)
            try:
                found = os.stat(path)
                break
            except OSError:
                continue
        else:
            return []
    try:
        with open(path, encoding='utf-8') as file:
            lines = file.readlines()
    except (OSError, UnicodeDecodeError):
        return []
    if lines and not lines[-1].endswith('\n'):
        lines[-1] += '\n'
    cache[filename] = found.st_size, found.st_mtime, lines, path
    return lines


def lazycache(filename, module_globals):
    """Nothing is prepared: files are read when a line is asked for."""
    return False
