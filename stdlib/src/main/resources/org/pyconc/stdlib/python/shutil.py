"""Copying, moving and removing files and trees of folders."""
import collections
import fnmatch
import os
import stat
import sys

__all__ = ['copyfileobj', 'copyfile', 'copymode', 'copystat', 'copy', 'copy2', 'copytree', 'move',
           'rmtree', 'Error', 'SpecialFileError', 'SameFileError', 'disk_usage', 'chown', 'which',
           'ignore_patterns', 'get_terminal_size', 'make_archive', 'unpack_archive',
           'get_archive_formats', 'register_archive_format', 'unregister_archive_format',
           'get_unpack_formats', 'register_unpack_format', 'unregister_unpack_format', 'ExecError',
           'ReadError', 'RegistryError']

COPY_BUFSIZE = 64 * 1024


class Error(OSError):
    pass


class SameFileError(Error):
    """Source and destination are the same file."""


class SpecialFileError(OSError):
    """Something that cannot be copied, such as a named pipe."""


class ExecError(OSError):
    """A program could not be run."""


class ReadError(OSError):
    """An archive cannot be read."""


class RegistryError(Exception):
    """An archive format is not known."""


def copyfileobj(fsrc, fdst, length=0):
    """Copies what can be read from one file object into another."""
    if not length:
        length = COPY_BUFSIZE
    read = fsrc.read
    write = fdst.write
    while True:
        data = read(length)
        if not data:
            break
        write(data)


def _same(src, dst):
    try:
        return os.path.samefile(src, dst)
    except OSError:
        return False


def copyfile(src, dst, *, follow_symlinks=True):
    """Copies what is in a file; returns the destination."""
    if _same(src, dst):
        raise SameFileError('{!r} and {!r} are the same file'.format(src, dst))
    for path in (src, dst):
        try:
            mode = os.stat(path).st_mode
        except OSError:
            continue
        if stat.S_ISFIFO(mode):
            raise SpecialFileError('`%s` is a named pipe' % os.fspath(path))
    if not follow_symlinks and os.path.islink(src):
        os.symlink(os.readlink(src), dst)
        return dst
    with open(src, 'rb') as source:
        try:
            with open(dst, 'wb') as target:
                copyfileobj(source, target)
        except IsADirectoryError as e:
            if not os.path.exists(dst):
                raise FileNotFoundError(f'Directory does not exist: {dst}') from e
            raise
    return dst


def copymode(src, dst, *, follow_symlinks=True):
    """Copies the permissions."""
    if not follow_symlinks and os.path.islink(src) and os.path.islink(dst):
        return
    os.chmod(dst, stat.S_IMODE(os.stat(src).st_mode))


def copystat(src, dst, *, follow_symlinks=True):
    """Copies permissions and times."""
    if not follow_symlinks and os.path.islink(src) and os.path.islink(dst):
        return
    found = os.stat(src)
    os.utime(dst, ns=(found.st_atime_ns, found.st_mtime_ns))
    os.chmod(dst, stat.S_IMODE(found.st_mode))


def copy(src, dst, *, follow_symlinks=True):
    """Copies a file with its permissions; into a folder under its own name."""
    if os.path.isdir(dst):
        dst = os.path.join(dst, os.path.basename(src))
    copyfile(src, dst, follow_symlinks=follow_symlinks)
    copymode(src, dst, follow_symlinks=follow_symlinks)
    return dst


def copy2(src, dst, *, follow_symlinks=True):
    """As copy, with its times."""
    if os.path.isdir(dst):
        dst = os.path.join(dst, os.path.basename(src))
    copyfile(src, dst, follow_symlinks=follow_symlinks)
    copystat(src, dst, follow_symlinks=follow_symlinks)
    return dst


def ignore_patterns(*patterns):
    """A function for copytree that leaves out names which match."""
    def ignored(path, names):
        found = []
        for pattern in patterns:
            found.extend(fnmatch.filter(names, pattern))
        return set(found)
    return ignored


def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2,
             ignore_dangling_symlinks=False, dirs_exist_ok=False):
    """Copies a tree of folders; returns the destination."""
    with os.scandir(src) as found:
        entries = list(found)
    names = [entry.name for entry in entries]
    left_out = ignore(os.fspath(src), names) if ignore is not None else ()
    os.makedirs(dst, exist_ok=dirs_exist_ok)
    errors = []
    for entry in entries:
        if entry.name in left_out:
            continue
        source = os.path.join(src, entry.name)
        target = os.path.join(dst, entry.name)
        given = entry if copy_function is copy2 or copy_function is copy else source
        try:
            if entry.is_symlink() and symlinks:
                os.symlink(os.readlink(source), target)
                copystat(source, target, follow_symlinks=False)
            elif entry.is_symlink() and not os.path.exists(source) and ignore_dangling_symlinks:
                continue
            elif entry.is_dir():
                copytree(given, target, symlinks, ignore, copy_function,
                         ignore_dangling_symlinks, dirs_exist_ok)
            else:
                copy_function(given, target)
        except Error as e:
            errors.extend(e.args[0])
        except OSError as why:
            errors.append((source, target, str(why)))
    try:
        copystat(src, dst)
    except OSError as why:
        errors.append((src, dst, str(why)))
    if errors:
        raise Error(errors)
    return dst


def rmtree(path, ignore_errors=False, onerror=None, *, dir_fd=None):
    """Removes a tree of folders."""
    if ignore_errors:
        def onerror(*args):
            pass
    elif onerror is None:
        def onerror(*args):
            raise
    if isinstance(path, bytes):
        path = os.fsdecode(path)
    try:
        found = os.lstat(path)
    except OSError:
        onerror(os.lstat, path, sys.exc_info())
        return
    if stat.S_ISLNK(found.st_mode):
        try:
            raise OSError('Cannot call rmtree on a symbolic link')
        except OSError:
            onerror(os.path.islink, path, sys.exc_info())
        return
    if not stat.S_ISDIR(found.st_mode):
        try:
            os.listdir(path)
        except OSError:
            onerror(os.scandir, path, sys.exc_info())
        try:
            os.rmdir(path)
        except OSError:
            onerror(os.rmdir, path, sys.exc_info())
        return
    _remove_tree(path, onerror)


def _remove_tree(path, onerror):
    try:
        with os.scandir(path) as found:
            entries = list(found)
    except OSError:
        onerror(os.scandir, path, sys.exc_info())
        entries = []
    for entry in entries:
        full = os.path.join(path, entry.name)
        if entry.is_dir(follow_symlinks=False):
            _remove_tree(full, onerror)
        else:
            try:
                os.unlink(full)
            except OSError:
                onerror(os.unlink, full, sys.exc_info())
    try:
        os.rmdir(path)
    except OSError:
        onerror(os.rmdir, path, sys.exc_info())


rmtree.avoids_symlink_attacks = False


def _last(path):
    return os.path.basename(os.fspath(path).rstrip(os.sep))


def _is_inside(src, dst):
    src = os.path.abspath(src)
    dst = os.path.abspath(dst)
    if not src.endswith(os.sep):
        src += os.sep
    if not dst.endswith(os.sep):
        dst += os.sep
    return dst.startswith(src)


def move(src, dst, copy_function=copy2):
    """Moves a file or folder; into a folder under its own name."""
    target = dst
    if os.path.isdir(dst):
        if _same(src, dst):
            os.rename(src, dst)
            return None
        target = os.path.join(dst, _last(src))
        if os.path.exists(target):
            raise Error("Destination path '%s' already exists" % target)
    try:
        os.rename(src, target)
    except OSError:
        if os.path.islink(src):
            os.symlink(os.readlink(src), target)
            os.unlink(src)
        elif os.path.isdir(src):
            if _is_inside(src, dst):
                raise Error("Cannot move a directory '%s' into itself '%s'." % (src, dst))
            copytree(src, target, copy_function=copy_function, symlinks=True)
            rmtree(src)
        else:
            copy_function(src, target)
            os.unlink(src)
    return target


_ntuple_diskusage = collections.namedtuple('usage', 'total used free')


def disk_usage(path):
    """Total, used and free bytes of the disk on which a path is."""
    return _ntuple_diskusage(*os._disk_usage(path))


def chown(path, user=None, group=None):
    """Sets owner and group by number."""
    if user is None and group is None:
        raise ValueError('user and/or group must be set')
    os.chown(path, -1 if user is None else user, -1 if group is None else group)


def get_terminal_size(fallback=(80, 24)):
    """Columns and lines: COLUMNS and LINES, the terminal's, or the fallback."""
    sizes = []
    for name in ('COLUMNS', 'LINES'):
        try:
            sizes.append(int(os.environ[name]))
        except (KeyError, ValueError):
            sizes.append(0)
    columns, lines = sizes
    if columns <= 0 or lines <= 0:
        try:
            size = os.get_terminal_size(sys.__stdout__.fileno())
        except (AttributeError, ValueError, OSError):
            size = os.terminal_size(fallback)
        if columns <= 0:
            columns = size.columns or fallback[0]
        if lines <= 0:
            lines = size.lines or fallback[1]
    return os.terminal_size((columns, lines))


def which(cmd, mode=os.F_OK | os.X_OK, path=None):
    """The path of a program, or None."""
    def usable(file):
        return os.path.exists(file) and os.access(file, mode) and not os.path.isdir(file)

    if os.path.dirname(cmd):
        return cmd if usable(cmd) else None
    if path is None:
        path = os.environ.get('PATH', None)
        if path is None:
            path = os.defpath
    if not path:
        return None
    is_bytes = isinstance(cmd, bytes)
    path = os.fsencode(path).split(b':') if is_bytes else os.fsdecode(path).split(os.pathsep)
    for folder in dict.fromkeys(path):
        name = os.path.join(folder, cmd)
        if usable(name):
            return name
    return None


def _make_folder(folder, dry_run, logger):
    if folder and not os.path.exists(folder):
        if logger is not None:
            logger.info('creating %s', folder)
        if not dry_run:
            os.makedirs(folder)


def _make_tar(base_name, base_dir, compress='', dry_run=0, logger=None, owner=None, group=None,
              root_dir=None):
    import tarfile
    name = base_name + '.tar' + ('.' + compress if compress else '')
    _make_folder(os.path.dirname(name), dry_run, logger)
    if logger is not None:
        logger.info('Creating tar archive')

    def owned(info):
        if owner is not None:
            info.uid, info.uname = _number(owner, 'pwd', 'getpwnam', 2), str(owner)
        if group is not None:
            info.gid, info.gname = _number(group, 'grp', 'getgrnam', 2), str(group)
        return info

    if not dry_run:
        with tarfile.open(name, 'w|' + compress if compress else 'w') as archive:
            source = base_dir if root_dir is None else os.path.join(root_dir, base_dir)
            archive.add(source, base_dir, filter=owned)
    return name if root_dir is None else os.path.abspath(name)


def _number(name, module, function, field):
    if isinstance(name, int):
        return name
    return getattr(__import__(module), function)(name)[field]


def _make_zip(base_name, base_dir, verbose=0, dry_run=0, logger=None, owner=None, group=None,
              root_dir=None):
    import zipfile
    name = base_name + '.zip'
    _make_folder(os.path.dirname(base_name), dry_run, logger)
    if logger is not None:
        logger.info("creating '%s' and adding '%s' to it", name, base_dir)
    if not dry_run:
        with zipfile.ZipFile(name, 'w', compression=zipfile.ZIP_DEFLATED) as archive:
            source = base_dir if root_dir is None else os.path.join(root_dir, base_dir)

            def add(path):
                shown = os.path.normpath(path if root_dir is None else
                                         os.path.relpath(path, root_dir))
                archive.write(path, shown)
                if logger is not None:
                    logger.info("adding '%s'", shown)

            if os.path.normpath(base_dir) != os.curdir:
                add(source)
            for top, folders, files in os.walk(source):
                for each in sorted(folders):
                    add(os.path.join(top, each))
                for each in files:
                    if os.path.isfile(os.path.join(top, each)):
                        add(os.path.join(top, each))
    return name if root_dir is None else os.path.abspath(name)


for _function in (_make_tar, _make_zip):
    _function.supports_root_dir = True

_ARCHIVES = {
    'tar': (_make_tar, [], 'uncompressed tar file'),
    'gztar': (_make_tar, [('compress', 'gz')], "gzip'ed tar-file"),
    'bztar': (_make_tar, [('compress', 'bz2')], "bzip2'ed tar-file"),
    'xztar': (_make_tar, [('compress', 'xz')], "xz'ed tar-file"),
    'zip': (_make_zip, [], 'ZIP file'),
}


def get_archive_formats():
    """The formats that make_archive knows."""
    return sorted((name, entry[2]) for name, entry in _ARCHIVES.items())


def register_archive_format(name, function, extra_args=None, description=''):
    """Makes a format known to make_archive."""
    extra_args = [] if extra_args is None else extra_args
    if not callable(function):
        raise TypeError('The %s object is not callable' % function)
    if not isinstance(extra_args, (tuple, list)):
        raise TypeError('extra_args needs to be a sequence')
    for element in extra_args:
        if not isinstance(element, (tuple, list)) or len(element) != 2:
            raise TypeError('extra_args elements are : (arg_name, value)')
    _ARCHIVES[name] = function, extra_args, description


def unregister_archive_format(name):
    """Forgets a format of make_archive."""
    del _ARCHIVES[name]


def make_archive(base_name, format, root_dir=None, base_dir=None, verbose=0, dry_run=0, owner=None,
                 group=None, logger=None):
    """Makes an archive of a folder; returns its name."""
    try:
        function, extra, _ = _ARCHIVES[format]
    except KeyError:
        raise ValueError("unknown archive format '%s'" % format) from None
    given = {'dry_run': dry_run, 'logger': logger, 'owner': owner, 'group': group, **dict(extra)}
    base_name = os.fspath(base_name)
    before = None
    if root_dir is not None:
        if getattr(function, 'supports_root_dir', False):
            given['root_dir'] = root_dir
        else:
            before = os.getcwd()
            if logger is not None:
                logger.debug("changing into '%s'", root_dir)
            base_name = os.path.abspath(base_name)
            if not dry_run:
                os.chdir(root_dir)
    try:
        return function(base_name, os.curdir if base_dir is None else base_dir, **given)
    finally:
        if before is not None:
            if logger is not None:
                logger.debug("changing back to '%s'", before)
            os.chdir(before)


def _unpack_zip(filename, extract_dir):
    import zipfile
    if not zipfile.is_zipfile(filename):
        raise ReadError('%s is not a zip file' % filename)
    with zipfile.ZipFile(filename) as archive:
        for info in archive.infolist():
            name = info.filename
            if name.startswith('/') or '..' in name:
                continue
            target = os.path.join(extract_dir, *name.split('/'))
            folder = os.path.dirname(target)
            if not os.path.isdir(folder):
                os.makedirs(folder)
            if not name.endswith('/'):
                with archive.open(name) as source, open(target, 'wb') as plain:
                    copyfileobj(source, plain)


def _unpack_tar(filename, extract_dir, *, filter=None):
    import tarfile
    try:
        archive = tarfile.open(filename)
    except tarfile.TarError:
        raise ReadError('%s is not a compressed or uncompressed tar file' % filename) from None
    with archive:
        archive.extractall(extract_dir, filter=filter)


_UNPACKERS = {
    'tar': (['.tar'], _unpack_tar, [], 'uncompressed tar file'),
    'zip': (['.zip'], _unpack_zip, [], 'ZIP file'),
    'gztar': (['.tar.gz', '.tgz'], _unpack_tar, [], "gzip'ed tar-file"),
    'bztar': (['.tar.bz2', '.tbz2'], _unpack_tar, [], "bzip2'ed tar-file"),
    'xztar': (['.tar.xz', '.txz'], _unpack_tar, [], "xz'ed tar-file"),
}


def get_unpack_formats():
    """The formats that unpack_archive knows."""
    return sorted((name, entry[0], entry[3]) for name, entry in _UNPACKERS.items())


def register_unpack_format(name, extensions, function, extra_args=None, description=''):
    """Makes a format known to unpack_archive."""
    known = {ending: other for other, entry in _UNPACKERS.items() for ending in entry[0]}
    for ending in extensions:
        if ending in known:
            raise RegistryError('%s is already registered for "%s"' % (ending, known[ending]))
    if not callable(function):
        raise TypeError('The registered function must be a callable')
    _UNPACKERS[name] = extensions, function, [] if extra_args is None else extra_args, description


def unregister_unpack_format(name):
    """Forgets a format of unpack_archive."""
    del _UNPACKERS[name]


def unpack_archive(filename, extract_dir=None, format=None, *, filter=None):
    """Unpacks an archive into a folder."""
    extract_dir = os.fspath(os.getcwd() if extract_dir is None else extract_dir)
    filename = os.fspath(filename)
    more = {} if filter is None else {'filter': filter}
    if format is None:
        for name, entry in _UNPACKERS.items():
            if any(filename.endswith(ending) for ending in entry[0]):
                format = name
                break
        else:
            raise ReadError("Unknown archive format '{0}'".format(filename))
    if format not in _UNPACKERS:
        raise ValueError("Unknown unpack format '{0}'".format(format)) from None
    _, function, extra, _ = _UNPACKERS[format]
    function(filename, extract_dir, **dict(extra), **more)
