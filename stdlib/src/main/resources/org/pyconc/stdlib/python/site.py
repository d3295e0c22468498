"""Where modules of the program's site are; pyconc has no folder for them of its own."""
import os
import sys

PREFIXES = [sys.prefix, sys.exec_prefix]
ENABLE_USER_SITE = False
USER_SITE = None
USER_BASE = None


def makepath(*paths):
    folder = os.path.join(*paths)
    try:
        folder = os.path.abspath(folder)
    except OSError:
        pass
    return folder, os.path.normcase(folder)


def addsitedir(sitedir, known_paths=None):
    """Adds a folder to sys.path, and the folders that its .pth files name."""
    returned = known_paths
    if known_paths is None:
        known_paths = {makepath(each)[1] for each in sys.path if os.path.exists(each)}
    sitedir, key = makepath(sitedir)
    if key not in known_paths:
        sys.path.append(sitedir)
        known_paths.add(key)
    try:
        names = sorted(name for name in os.listdir(sitedir) if name.endswith('.pth'))
    except OSError:
        return None
    for name in names:
        _add_package(sitedir, name, known_paths)
    return returned


def addpackage(sitedir, name, known_paths):
    """Follows the lines of one .pth file."""
    if known_paths is None:
        known_paths = {makepath(each)[1] for each in sys.path if os.path.exists(each)}
        _add_package(sitedir, name, known_paths)
        return None
    _add_package(sitedir, name, known_paths)
    return known_paths


def _add_package(sitedir, name, known_paths):
    try:
        with open(os.path.join(sitedir, name), encoding='utf-8-sig') as f:
            lines = f.read().splitlines()
    except OSError:
        return
    for line in lines:
        if line.startswith('#') or not line.strip():
            continue
        if line.startswith(('import ', 'import\t')):
            exec(line)
            continue
        folder, key = makepath(sitedir, line.rstrip())
        if key not in known_paths and os.path.exists(folder):
            sys.path.append(folder)
            known_paths.add(key)


def getuserbase():
    """The folder of the user's own modules."""
    global USER_BASE
    if USER_BASE is None:
        USER_BASE = os.environ.get('PYTHONUSERBASE') or os.path.join(os.path.expanduser('~'), '.local')
    return USER_BASE


def getusersitepackages():
    """The folder of modules below getuserbase()."""
    global USER_SITE
    if USER_SITE is None:
        USER_SITE = '%s/lib/python%d.%d/site-packages' % (getuserbase(), *sys.version_info[:2])
    return USER_SITE


def getsitepackages(prefixes=None):
    """The folders of modules below the places where the language is installed."""
    found = []
    for prefix in dict.fromkeys(PREFIXES if prefixes is None else prefixes):
        if prefix:
            found.append('%s/lib/python%d.%d/site-packages' % (prefix, *sys.version_info[:2]))
    return found


def main():
    """Does nothing: the folders that count are set when the program starts."""
