"""Modules in archives: an archive in sys.path is searched like a folder.

See https://docs.python.org/3.11/library/zipimport.html
"""

import os as _os
import sys as _sys
import zipfile as _zipfile
from importlib import machinery as _machinery

__all__ = ['ZipImportError', 'zipimporter']


class ZipImportError(ImportError):
    pass


class zipimporter(_machinery._Loader):
    """Finds and loads the modules of an archive, or of a folder in it."""

    def __init__(self, path):
        if not isinstance(path, str):
            path = _os.fsdecode(path)
        if not path:
            raise ZipImportError('archive path is empty', path=path)
        archive = path
        inside = []
        while not _os.path.exists(archive):
            above, name = _os.path.split(archive)
            if above == archive or not name:
                raise ZipImportError('not a Zip file', path=path)
            archive = above
            inside.insert(0, name)
        if not _os.path.isfile(archive):
            raise ZipImportError('not a Zip file', path=path)
        self.archive = archive
        self.prefix = '/'.join(inside) + '/' if inside else ''
        self._read_names()

    def _read_names(self):
        try:
            with _zipfile.ZipFile(self.archive) as archive:
                self._names = frozenset(archive.namelist())
        except (OSError, _zipfile.BadZipFile):
            raise ZipImportError('not a Zip file: %r' % self.archive, path=self.archive) from None

    def __repr__(self):
        return '<zipimporter object "%s/%s">' % (self.archive, self.prefix)

    def invalidate_caches(self):
        """Reads the table of the archive again."""
        self._read_names()

    def _find(self, fullname):
        """The name in the archive, and whether it is a package; None if there is no such module."""
        stem = self.prefix + fullname.rpartition('.')[2]
        if stem + '/__init__.py' in self._names:
            return stem + '/__init__.py', True
        if stem + '.py' in self._names:
            return stem + '.py', False
        return None

    def _found(self, fullname):
        found = self._find(fullname)
        if found is None:
            raise ZipImportError("can't find module %r" % fullname, name=fullname)
        return found

    def find_spec(self, fullname, target=None):
        found = self._find(fullname)
        if found is not None:
            place = self.archive + '/' + found[0]
            return _machinery.spec_from_file_location(
                fullname, place, loader=self,
                submodule_search_locations=[_os.path.dirname(place)] if found[1] else None)
        folder = self.prefix + fullname.rpartition('.')[2]
        if folder + '/' not in self._names:
            return None
        spec = _machinery.ModuleSpec(fullname, None, is_package=True)
        spec.submodule_search_locations.append(self.archive + '/' + folder)
        return spec

    def get_filename(self, fullname):
        return self.archive + '/' + self._found(fullname)[0]

    def is_package(self, fullname):
        return self._found(fullname)[1]

    def get_data(self, pathname):
        """What a file of the archive holds; its path with or without that of the archive."""
        name = pathname
        for archive in (self.archive, _os.path.abspath(self.archive)):
            if name.startswith(archive + '/'):
                name = name[len(archive) + 1:]
                break
        if name not in self._names:
            raise OSError(0, '', name)
        with _zipfile.ZipFile(self.archive) as archive:
            return archive.read(name)

    def get_source(self, fullname):
        from importlib.util import decode_source
        return decode_source(self.get_data(self._found(fullname)[0]))

    def get_code(self, fullname):
        return compile(self.get_source(fullname), self.get_filename(fullname), 'exec',
                       dont_inherit=True)

    def exec_module(self, module):
        exec(self.get_code(module.__name__), module.__dict__)

    def load_module(self, fullname):
        from importlib import _bootstrap
        self._found(fullname)
        return _bootstrap.load(self.find_spec(fullname))

    def get_resource_reader(self, fullname):
        return None


_sys.path_hooks.insert(0, zipimporter)
