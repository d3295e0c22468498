"""Comparison of files and folders."""
import os
import stat

__all__ = ['clear_cache', 'cmp', 'dircmp', 'cmpfiles', 'DEFAULT_IGNORES']

DEFAULT_IGNORES = ['RCS', 'CVS', 'tags', '.git', '.hg', '.bzr', '_darcs', '__pycache__']
BUFSIZE = 8192

_known = {}


def clear_cache():
    """Forgets what has been compared."""
    _known.clear()


def cmp(f1, f2, shallow=True):
    """Whether two files are equal; shallow takes equal signatures for equal files."""
    one, two = _signature(os.stat(f1)), _signature(os.stat(f2))
    if one[0] != stat.S_IFREG or two[0] != stat.S_IFREG:
        return False
    if shallow and one == two:
        return True
    if one[1] != two[1]:
        return False
    key = f1, f2, one, two
    if key not in _known:
        if len(_known) > 100:
            clear_cache()
        _known[key] = _equal_content(f1, f2)
    return _known[key]


def _signature(status):
    return stat.S_IFMT(status.st_mode), status.st_size, status.st_mtime


def _equal_content(f1, f2):
    with open(f1, 'rb') as one, open(f2, 'rb') as two:
        while True:
            part = one.read(BUFSIZE)
            if part != two.read(BUFSIZE):
                return False
            if not part:
                return True


def cmpfiles(a, b, common, shallow=True):
    """The names of files in two folders that are equal, different, or cannot be compared."""
    equal, different, funny = [], [], []
    for name in common:
        try:
            same = cmp(os.path.join(a, name), os.path.join(b, name), shallow)
        except (OSError, ValueError):
            funny.append(name)
        else:
            (equal if same else different).append(name)
    return equal, different, funny


class dircmp:
    """Compares two folders; each attribute is computed when it is asked for."""

    def __init__(self, a, b, ignore=None, hide=None):
        self.left = a
        self.right = b
        self.hide = [os.curdir, os.pardir] if hide is None else hide
        self.ignore = DEFAULT_IGNORES if ignore is None else ignore

    def _listed(self, folder):
        left_out = {*self.hide, *self.ignore}
        return sorted(name for name in os.listdir(folder) if name not in left_out)

    def phase0(self):
        self.left_list = self._listed(self.left)
        self.right_list = self._listed(self.right)

    def phase1(self):
        left = {os.path.normcase(name): name for name in self.left_list}
        right = {os.path.normcase(name): name for name in self.right_list}
        self.common = [left[key] for key in left if key in right]
        self.left_only = [left[key] for key in left if key not in right]
        self.right_only = [right[key] for key in right if key not in left]

    def phase2(self):
        self.common_dirs, self.common_files, self.common_funny = [], [], []
        for name in self.common:
            kinds = []
            for folder in (self.left, self.right):
                try:
                    kinds.append(stat.S_IFMT(os.stat(os.path.join(folder, name)).st_mode))
                except OSError:
                    kinds.append(None)
            if kinds[0] is None or kinds[0] != kinds[1]:
                self.common_funny.append(name)
            elif kinds[0] == stat.S_IFDIR:
                self.common_dirs.append(name)
            elif kinds[0] == stat.S_IFREG:
                self.common_files.append(name)
            else:
                self.common_funny.append(name)

    def phase3(self):
        self.same_files, self.diff_files, self.funny_files = cmpfiles(
            self.left, self.right, self.common_files)

    def phase4(self):
        self.subdirs = {
            name: self.__class__(os.path.join(self.left, name), os.path.join(self.right, name),
                                 self.ignore, self.hide)
            for name in self.common_dirs}

    def phase4_closure(self):
        self.phase4()
        for sub in self.subdirs.values():
            sub.phase4_closure()

    methodmap = dict(left_list=phase0, right_list=phase0, common=phase1, left_only=phase1,
                     right_only=phase1, common_dirs=phase2, common_files=phase2,
                     common_funny=phase2, same_files=phase3, diff_files=phase3,
                     funny_files=phase3, subdirs=phase4)

    def __getattr__(self, attr):
        if attr not in self.methodmap:
            raise AttributeError(attr)
        self.methodmap[attr](self)
        return getattr(self, attr)

    def report(self):
        print('diff', self.left, self.right)
        for title, name in (('Only in %s :' % self.left, 'left_only'),
                            ('Only in %s :' % self.right, 'right_only')):
            names = getattr(self, name)
            if names:
                names.sort()
                print(title, names)
        for title, name in (('Identical files :', 'same_files'),
                            ('Differing files :', 'diff_files'),
                            ('Trouble with common files :', 'funny_files'),
                            ('Common subdirectories :', 'common_dirs'),
                            ('Common funny cases :', 'common_funny')):
            names = getattr(self, name)
            if names:
                names.sort()
                print(title, names)

    def report_partial_closure(self):
        self.report()
        for sub in self.subdirs.values():
            print()
            sub.report()

    def report_full_closure(self):
        self.report()
        for sub in self.subdirs.values():
            print()
            sub.report_full_closure()


def _main(arguments):
    import getopt
    import sys
    options, folders = getopt.getopt(arguments, 'r')
    if len(folders) != 2:
        raise getopt.GetoptError('need exactly two args', None)
    compared = dircmp(*folders)
    if ('-r', '') in options:
        compared.report_full_closure()
    else:
        compared.report()


if __name__ == '__main__':
    import sys
    _main(sys.argv[1:])
