"""Shows a page in a browser of the host."""
import os
import shlex
import shutil
import subprocess
import sys

__all__ = ['Error', 'open', 'open_new', 'open_new_tab', 'get', 'register']


class Error(Exception):
    """There is no such browser."""


_browsers = {}
_order = None


def register(name, klass, instance=None, *, preferred=False):
    """Makes a browser known by its name."""
    _known()
    _browsers[name.lower()] = [klass, instance]
    if preferred or (_preferred and name in _preferred):
        _order.insert(0, name)
    else:
        _order.append(name)


def get(using=None):
    """The browser of that name, or the usual one."""
    _known()
    for name in _order if using is None else [using]:
        if '%s' in name:
            words = shlex.split(name)
            return BackgroundBrowser(words[:-1]) if words[-1] == '&' else GenericBrowser(words)
        entry = _browsers.get(name.lower())
        if entry is None and shutil.which(name):
            return GenericBrowser(name)
        if entry is not None:
            if entry[1] is not None:
                return entry[1]
            if entry[0] is not None:
                return entry[0]()
    raise Error('could not locate runnable browser')


def open(url, new=0, autoraise=True):
    """Shows the page; says whether a browser was found for it."""
    _known()
    for name in list(_order):
        if get(name).open(url, new, autoraise):
            return True
    return False


def open_new(url):
    """Shows the page in a new window."""
    return open(url, 1)


def open_new_tab(url):
    """Shows the page in a new tab."""
    return open(url, 2)


class BaseBrowser:
    """The base of all browsers."""

    args = ['%s']

    def __init__(self, name=''):
        self.name = name
        self.basename = name

    def open(self, url, new=0, autoraise=True):
        raise NotImplementedError

    def open_new(self, url):
        return self.open(url, 1)

    def open_new_tab(self, url):
        return self.open(url, 2)


class GenericBrowser(BaseBrowser):
    """A program that is over when the page has been read."""

    def __init__(self, name):
        if isinstance(name, str):
            self.name, self.args = name, ['%s']
        else:
            self.name, self.args = name[0], name[1:]
        self.basename = os.path.basename(self.name)

    def _command(self, url):
        return [self.name] + [each.replace('%s', url) for each in self.args]

    def open(self, url, new=0, autoraise=True):
        sys.audit('webbrowser.open', url)
        try:
            return not subprocess.Popen(self._command(url), close_fds=True).wait()
        except OSError:
            return False


class BackgroundBrowser(GenericBrowser):
    """A program that goes on while this one does."""

    def open(self, url, new=0, autoraise=True):
        sys.audit('webbrowser.open', url)
        try:
            started = subprocess.Popen(self._command(url), close_fds=True, start_new_session=True)
            return started.poll() is None or not started.returncode
        except OSError:
            return False


_preferred = None


def _known():
    global _order, _preferred
    if _order is not None:
        return
    _order = []
    if os.environ.get('DISPLAY') or os.environ.get('WAYLAND_DISPLAY'):
        for name in ('xdg-open', 'gvfs-open', 'x-www-browser', 'firefox', 'google-chrome',
                     'chromium'):
            if shutil.which(name):
                _browsers[name] = [None, BackgroundBrowser(name)]
                _order.append(name)
    if os.environ.get('TERM'):
        for name in ('www-browser', 'links', 'elinks', 'lynx', 'w3m'):
            if shutil.which(name):
                _browsers[name] = [None, GenericBrowser(name)]
                _order.append(name)
    if 'BROWSER' in os.environ:
        named = [name for name in os.environ['BROWSER'].split(os.pathsep) if name]
        _preferred = named
        for name in named:
            if name.lower() not in _browsers:
                browser = get(name) if '%s' in name else GenericBrowser(name)
                _browsers[name.lower()] = [None, browser]
        _order[:0] = named


if __name__ == '__main__':
    if len(sys.argv) < 2:
        print('Usage: webbrowser [-n | -t] url', file=sys.stderr)
        sys.exit(1)
    open(sys.argv[-1], 1 if '-n' in sys.argv else 2 if '-t' in sys.argv else 0)
