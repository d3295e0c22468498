"""Paths as objects."""
import fnmatch
import io
import os
import stat

__all__ = ['PurePath', 'PurePosixPath', 'PureWindowsPath', 'Path', 'PosixPath', 'WindowsPath']

_MISSING = (2, 20, 9, 40)  # errno: ENOENT, ENOTDIR, EBADF, ELOOP


class _Parents:
    """The sequence of the folders above a path."""

    def __init__(self, path):
        self._class = type(path)
        self._root = path._root
        self._parts = path._names

    def __len__(self):
        return len(self._parts)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(len(self))))
        if index >= len(self) or index < -len(self):
            raise IndexError(index)
        if index < 0:
            index += len(self)
        return self._class._made(self._root, self._parts[:len(self._parts) - index - 1])

    def __iter__(self):
        for i in range(len(self)):
            yield self[i]

    def __repr__(self):
        return '<{}.parents>'.format(self._class.__name__)


def _parsed(arguments):
    root = ''
    names = []
    for argument in arguments:
        if isinstance(argument, PurePath):
            given_root, given = argument._root, argument._names
        else:
            text = os.fspath(argument)
            if not isinstance(text, str):
                raise TypeError(
                    'argument should be a str object or an os.PathLike object returning str, '
                    'not %r' % type(text))
            given_root = ''
            if text[:1] == '/':
                given_root = '//' if text[:2] == '//' and text[:3] != '///' else '/'
            given = [name for name in text.split('/') if name and name != '.']
        if given_root:
            root = given_root
            names = list(given)
        else:
            names += given
    return root, names


class PurePath:
    """A path of which only the text counts."""

    __slots__ = ('_root', '_names', '_text', '_hash')

    def __new__(cls, *args):
        if cls is PurePath:
            cls = PurePosixPath
        root, names = _parsed(args)
        return cls._made(root, names)

    @classmethod
    def _made(cls, root, names):
        self = object.__new__(cls)
        self._root = root
        self._names = names
        self._text = None
        self._hash = None
        return self

    def __reduce__(self):
        return type(self), tuple(self.parts)

    def __str__(self):
        if self._text is None:
            self._text = self._root + '/'.join(self._names) or '.'
        return self._text

    def __fspath__(self):
        return str(self)

    def as_posix(self):
        """The path with slashes."""
        return str(self)

    def __bytes__(self):
        return os.fsencode(self)

    def __repr__(self):
        return '{}({!r})'.format(type(self).__name__, self.as_posix())

    def as_uri(self):
        """The path as a file URI."""
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        from urllib.parse import quote_from_bytes
        return 'file://' + quote_from_bytes(os.fsencode(self))

    def _key(self):
        return [self._root] + self._names if self._root else self._names

    def __eq__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self._key() == other._key()

    def __hash__(self):
        if self._hash is None:
            self._hash = hash(tuple(self._key()))
        return self._hash

    def __lt__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self._key() < other._key()

    def __le__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self._key() <= other._key()

    def __gt__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self._key() > other._key()

    def __ge__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self._key() >= other._key()

    @property
    def drive(self):
        """Always empty."""
        return ''

    @property
    def root(self):
        """The slash at the beginning, or nothing."""
        return self._root

    @property
    def anchor(self):
        """Drive and root."""
        return self._root

    @property
    def parts(self):
        """The components as a tuple."""
        return tuple(self._key())

    @property
    def name(self):
        """The last component, if there is one."""
        return self._names[-1] if self._names else ''

    @property
    def suffix(self):
        """The ending of the name with its dot."""
        name = self.name
        dot = name.rfind('.')
        return name[dot:] if 0 < dot < len(name) - 1 else ''

    @property
    def suffixes(self):
        """All endings of the name."""
        name = self.name
        if name.endswith('.'):
            return []
        return ['.' + part for part in name.lstrip('.').split('.')[1:]]

    @property
    def stem(self):
        """The name without its last ending."""
        name = self.name
        dot = name.rfind('.')
        return name[:dot] if 0 < dot < len(name) - 1 else name

    def with_name(self, name):
        """A path with another name."""
        if not self.name:
            raise ValueError('%r has an empty name' % (self,))
        if not name or '/' in name or name == '.':
            raise ValueError('Invalid name %r' % (name,))
        return self._made(self._root, self._names[:-1] + [name])

    def with_stem(self, stem):
        """A path with another stem."""
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        """A path with another ending."""
        if '/' in suffix:
            raise ValueError('Invalid suffix %r' % (suffix,))
        if suffix and not suffix.startswith('.') or suffix == '.':
            raise ValueError('Invalid suffix %r' % (suffix))
        name = self.name
        if not name:
            raise ValueError('%r has an empty name' % (self,))
        old = self.suffix
        name = name + suffix if not old else name[:-len(old)] + suffix
        return self._made(self._root, self._names[:-1] + [name])

    def relative_to(self, *other):
        """The way from another path to this one."""
        if not other:
            raise TypeError('need at least one argument')
        root, names = _parsed(other)
        start = [root] + names if root else names
        mine = self._key()
        if mine[:len(start)] != start or not root and self._root and names:
            raise ValueError(
                '{!r} is not in the subpath of {!r} OR one path is relative and the other is '
                'absolute.'.format(str(self), str(self._made(root, names))))
        if not start:
            return self._made(self._root, self._names)
        return self._made('', self._names[len(names):])

    def is_relative_to(self, *other):
        """Whether relative_to would give a path."""
        try:
            self.relative_to(*other)
            return True
        except ValueError:
            return False

    def joinpath(self, *args):
        """This path and more."""
        return self._made(*_parsed((self,) + args))

    def __truediv__(self, key):
        try:
            return self._made(*_parsed((self, key)))
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, key):
        try:
            return self._made(*_parsed((key, self)))
        except TypeError:
            return NotImplemented

    @property
    def parent(self):
        """The path without its last component."""
        if not self._names:
            return self
        return self._made(self._root, self._names[:-1])

    @property
    def parents(self):
        """All folders above."""
        return _Parents(self)

    def is_absolute(self):
        """Whether it starts at the root."""
        return bool(self._root)

    def is_reserved(self):
        """Never here."""
        return False

    def match(self, path_pattern):
        """Whether the end of the path matches a pattern."""
        root, names = _parsed((path_pattern,))
        if not root and not names:
            raise ValueError('empty pattern')
        wanted = [root] + names if root else names
        mine = self._key()
        if root:
            if len(wanted) != len(mine):
                return False
        elif len(wanted) > len(mine):
            return False
        return all(fnmatch.fnmatchcase(part, pattern)
                   for part, pattern in zip(reversed(mine), reversed(wanted)))


os.PathLike.register(PurePath)


class PurePosixPath(PurePath):
    """A pure path of systems with slashes."""

    __slots__ = ()


class PureWindowsPath(PurePath):
    """Not for this system."""

    __slots__ = ()

    def __new__(cls, *args):
        raise NotImplementedError('cannot instantiate %r on your system' % (cls.__name__,))


class Path(PurePath):
    """A path and what is there."""

    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        if cls is Path:
            cls = PosixPath
        return cls._made(*_parsed(args))

    @classmethod
    def cwd(cls):
        """The current folder."""
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        """The user's folder."""
        return cls('~').expanduser()

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        pass

    def samefile(self, other_path):
        """Whether both are the same file."""
        return os.path.samefile(self, other_path)

    def iterdir(self):
        """The paths in the folder."""
        for name in os.listdir(self):
            yield self._made(self._root, self._names + [name])

    def glob(self, pattern):
        """The paths below that match."""
        if not pattern:
            raise ValueError('Unacceptable pattern: {!r}'.format(pattern))
        root, names = _parsed((pattern,))
        if root:
            raise NotImplementedError('Non-relative patterns are unsupported')
        if pattern[-1] == '/':
            names.append('')
        yield from self._selected(names)

    def rglob(self, pattern):
        """The paths at any depth that match."""
        root, names = _parsed((pattern,))
        if root:
            raise NotImplementedError('Non-relative patterns are unsupported')
        if pattern and pattern[-1] == '/':
            names.append('')
        yield from self._selected(['**'] + names)

    def _selected(self, names):
        seen = set()
        for path in _select(self, names) if self.is_dir() else ():
            if path not in seen:
                seen.add(path)
                yield path

    def absolute(self):
        """The path from the root."""
        if self.is_absolute():
            return self
        return self._made(*_parsed((os.getcwd(), self)))

    def resolve(self, strict=False):
        """The path from the root without symbolic links."""
        return type(self)(os.path.realpath(self, strict=strict))

    def stat(self, *, follow_symlinks=True):
        """What is known about the file."""
        return os.stat(self, follow_symlinks=follow_symlinks)

    def lstat(self):
        """What is known about the file; links are not followed."""
        return self.stat(follow_symlinks=False)

    def owner(self):
        """The name of the owner."""
        return _account('/etc/passwd', self.stat().st_uid)

    def group(self):
        """The name of the group."""
        return _account('/etc/group', self.stat().st_gid)

    def open(self, mode='r', buffering=-1, encoding=None, errors=None, newline=None):
        """Opens the file."""
        return io.open(self, mode, buffering, encoding, errors, newline)

    def read_bytes(self):
        """All bytes of the file."""
        with self.open('rb') as f:
            return f.read()

    def read_text(self, encoding=None, errors=None):
        """All text of the file."""
        with self.open('r', encoding=encoding, errors=errors) as f:
            return f.read()

    def write_bytes(self, data):
        """Makes the file of these bytes."""
        view = memoryview(data)
        with self.open('wb') as f:
            return f.write(view)

    def write_text(self, data, encoding=None, errors=None, newline=None):
        """Makes the file of this text."""
        if not isinstance(data, str):
            raise TypeError('data must be str, not %s' % type(data).__name__)
        with self.open('w', encoding=encoding, errors=errors, newline=newline) as f:
            return f.write(data)

    def readlink(self):
        """Where the symbolic link points to."""
        return type(self)(os.readlink(self))

    def touch(self, mode=0o666, exist_ok=True):
        """Makes the file if it is missing, otherwise sets its times."""
        if exist_ok and self.exists():
            os.utime(self, None)
            return
        os.close(os.open(self, os.O_CREAT | os.O_WRONLY | (0 if exist_ok else os.O_EXCL), mode))

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        """Makes the folder."""
        try:
            os.mkdir(self, mode)
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, parents=False, exist_ok=exist_ok)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def chmod(self, mode, *, follow_symlinks=True):
        """Sets the permissions."""
        os.chmod(self, mode, follow_symlinks=follow_symlinks)

    def lchmod(self, mode):
        """Sets the permissions; links are not followed."""
        self.chmod(mode, follow_symlinks=False)

    def unlink(self, missing_ok=False):
        """Removes the file."""
        try:
            os.unlink(self)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rmdir(self):
        """Removes the empty folder."""
        os.rmdir(self)

    def rename(self, target):
        """Gives it another name; returns the new path."""
        os.rename(self, target)
        return type(self)(target)

    def replace(self, target):
        """The same: what is there is replaced."""
        os.replace(self, target)
        return type(self)(target)

    def symlink_to(self, target, target_is_directory=False):
        """Makes it a symbolic link."""
        os.symlink(target, self, target_is_directory)

    def hardlink_to(self, target):
        """Makes it another name of a file."""
        os.link(target, self)

    def _mode(self, follows=True):
        try:
            return self.stat(follow_symlinks=follows).st_mode
        except OSError as e:
            if e.errno not in _MISSING:
                raise
            return 0
        except ValueError:
            return 0

    def exists(self):
        """Whether there is something."""
        return self._mode() != 0

    def is_dir(self):
        """Whether it is a folder."""
        return stat.S_ISDIR(self._mode())

    def is_file(self):
        """Whether it is an ordinary file."""
        return stat.S_ISREG(self._mode())

    def is_mount(self):
        """Whether it is where a disk is mounted."""
        return os.path.ismount(self)

    def is_symlink(self):
        """Whether it is a symbolic link."""
        return stat.S_ISLNK(self._mode(False))

    def is_block_device(self):
        """Whether it is a block device."""
        return stat.S_ISBLK(self._mode())

    def is_char_device(self):
        """Whether it is a character device."""
        return stat.S_ISCHR(self._mode())

    def is_fifo(self):
        """Whether it is a named pipe."""
        return stat.S_ISFIFO(self._mode())

    def is_socket(self):
        """Whether it is a socket."""
        return stat.S_ISSOCK(self._mode())

    def expanduser(self):
        """The path with ~ replaced."""
        if self._root or not self._names or self._names[0][:1] != '~':
            return self
        home = os.path.expanduser(self._names[0])
        if home[:1] == '~':
            raise RuntimeError('Could not determine home directory.')
        return self._made(*_parsed([home] + self._names[1:]))


def _account(file, number):
    with open(file, encoding='utf-8', errors='replace') as f:
        for line in f:
            fields = line.split(':')
            if len(fields) > 2 and fields[2] == str(number):
                return fields[0]
    raise KeyError('uid not found: %d' % number)


def _below(path):
    yield path
    try:
        with os.scandir(path) as found:
            entries = list(found)
    except OSError:
        return
    for entry in entries:
        if entry.is_dir() and not entry.is_symlink():
            yield from _below(path / entry.name)


def _select(path, names):
    if not names:
        yield path
        return
    pattern, rest = names[0], names[1:]
    if pattern == '**':
        for folder in _below(path):
            yield from _select(folder, rest)
    elif pattern == '..':
        yield from _select(path / '..', rest)
    elif not any(c in pattern for c in '*?['):
        found = path / pattern if pattern else path
        if found.is_dir() if rest or not pattern else found.exists():
            yield from _select(found, rest)
    else:
        try:
            with os.scandir(path) as entries:
                entries = list(entries)
        except OSError:
            return
        for entry in entries:
            if (not rest or entry.is_dir()) and fnmatch.fnmatchcase(entry.name, pattern):
                yield from _select(path / entry.name, rest)


class PosixPath(Path, PurePosixPath):
    """A path of systems with slashes."""

    __slots__ = ()


class WindowsPath(Path, PureWindowsPath):
    """Not for this system."""

    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        raise NotImplementedError('cannot instantiate %r on your system' % (cls.__name__,))
