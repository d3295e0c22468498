"""What installed packages say of themselves: folders NAME.dist-info and NAME.egg-info in sys.path.

See https://docs.python.org/3.11/library/importlib.metadata.html
"""

import csv as _csv
import email as _email
import email.message as _message
import pathlib as _pathlib
import re as _re
import sys as _sys
from collections import namedtuple as _namedtuple

__all__ = ['Distribution', 'DistributionFinder', 'PackageMetadata', 'PackageNotFoundError',
           'distribution', 'distributions', 'entry_points', 'files', 'metadata',
           'packages_distributions', 'requires', 'version']


class PackageNotFoundError(ModuleNotFoundError):
    """The package was not found."""

    def __str__(self):
        return 'No package metadata was found for ' + self.name

    @property
    def name(self):
        name, = self.args
        return name


class EntryPoint(_namedtuple('EntryPoint', 'name value group')):
    """A name under which a package offers something."""

    pattern = _re.compile(r'(?P<module>[\w.]+)\s*(:\s*(?P<attr>[\w.]+)\s*)?'
                          r'((?P<extras>\[.*\])\s*)?$')
    dist = None

    def _match(self):
        found = self.pattern.match(self.value)
        if found is None:
            raise AttributeError('module')
        return found

    @property
    def module(self):
        return self._match()['module']

    @property
    def attr(self):
        return self._match()['attr'] or ''

    @property
    def extras(self):
        return _re.findall(r'\w+', self._match()['extras'] or '')

    def load(self):
        """What the entry point names."""
        from importlib import import_module
        found = import_module(self.module)
        for name in filter(None, self.attr.split('.')):
            found = getattr(found, name)
        return found

    def matches(self, **params):
        return all(getattr(self, name) == value for name, value in params.items())

    def _of(self, dist):
        self.dist = dist
        return self

    def __repr__(self):
        return 'EntryPoint(name=%r, value=%r, group=%r)' % tuple(self)


class EntryPoints(tuple):
    """Entry points that can be chosen among."""

    __slots__ = ()

    def __getitem__(self, name):
        if isinstance(name, int):
            return tuple.__getitem__(self, name)
        try:
            return next(iter(self.select(name=name)))
        except StopIteration:
            raise KeyError(name) from None

    def select(self, **params):
        return EntryPoints(each for each in self if each.matches(**params))

    @property
    def names(self):
        return {each.name for each in self}

    @property
    def groups(self):
        return {each.group for each in self}

    def __repr__(self):
        return '%s(%r)' % (type(self).__name__, tuple(self))


class PackageMetadata(_message.Message):
    """The headers of METADATA, with the text behind them as Description."""

    @property
    def json(self):
        """The headers as a dict, as PEP 566 wants it."""
        several = {'Classifier', 'Obsoletes-Dist', 'Platform', 'Project-URL', 'Provides-Dist',
                   'Provides-Extra', 'Requires-Dist', 'Requires-External', 'Supported-Platform',
                   'Dynamic'}
        found = {}
        for key in self:
            value = self.get_all(key) if key in several else self[key]
            if key == 'Keywords':
                value = _re.split(r'\s+', value)
            found[key.lower().replace('-', '_')] = value
        return found


class PackagePath(_pathlib.PurePosixPath):
    """A file of a package."""

    hash = None
    size = None
    dist = None

    def read_text(self, encoding='utf-8'):
        return self.locate().read_text(encoding=encoding)

    def read_binary(self):
        return self.locate().read_bytes()

    def locate(self):
        return self.dist.locate_file(self)


class FileHash:
    def __init__(self, spec):
        self.mode, _, self.value = spec.partition('=')

    def __repr__(self):
        return '<FileHash mode: %s value: %s>' % (self.mode, self.value)


class DistributionFinder:
    """Finds distributions."""

    class Context:
        name = None

        def __init__(self, **kwargs):
            vars(self).update(kwargs)

        @property
        def path(self):
            return vars(self).get('path', _sys.path)


def _normalized(name):
    return _re.sub(r'[-_.]+', '-', name).lower().replace('-', '_')


class Distribution:
    """A package that was installed."""

    def read_text(self, filename):
        """The text of a file of the metadata, or None."""
        raise NotImplementedError

    def locate_file(self, path):
        raise NotImplementedError

    @classmethod
    def from_name(cls, name):
        if not name:
            raise ValueError('A distribution name is required.')
        for found in cls.discover(name=name):
            return found
        raise PackageNotFoundError(name)

    @classmethod
    def discover(cls, **kwargs):
        context = kwargs.pop('context', None)
        if context is not None and kwargs:
            raise ValueError('cannot accept context and kwargs')
        return _search(context or DistributionFinder.Context(**kwargs))

    @staticmethod
    def at(path):
        return PathDistribution(_pathlib.Path(path))

    @property
    def metadata(self):
        text = (self.read_text('METADATA') or self.read_text('PKG-INFO')
                or self.read_text('') or '')
        found = _email.message_from_string(text, PackageMetadata)
        body = found.get_payload()
        if body and 'Description' not in found:
            found['Description'] = body
        return found

    @property
    def name(self):
        return self.metadata['Name']

    @property
    def _normalized_name(self):
        return _normalized(self.name)

    @property
    def version(self):
        return self.metadata['Version']

    @property
    def entry_points(self):
        found = []
        group = None
        for line in (self.read_text('entry_points.txt') or '').splitlines():
            line = line.strip()
            if not line or line[0] in '#;':
                continue
            if line.startswith('[') and line.endswith(']'):
                group = line[1:-1]
            else:
                name, _, value = line.partition('=')
                found.append(EntryPoint(name.strip(), value.strip(), group)._of(self))
        return EntryPoints(found)

    @property
    def files(self):
        record = self.read_text('RECORD')
        if record is not None:
            rows = _csv.reader(record.splitlines())
        else:
            sources = self.read_text('SOURCES.txt')
            if sources is None:
                return None
            rows = ([line] for line in sources.splitlines())
        return [self._file(*row) for row in rows]

    def _file(self, name, hash=None, size=None):
        found = PackagePath(name)
        found.hash = FileHash(hash) if hash else None
        found.size = int(size) if size else None
        found.dist = self
        return found

    @property
    def requires(self):
        plain = self.metadata.get_all('Requires-Dist')
        if plain:
            return list(plain)
        text = self.read_text('requires.txt')
        return None if text is None else list(_of_egg(text))


def _of_egg(text):
    """The lines of requires.txt as Requires-Dist has them."""
    section = ''
    for line in filter(None, map(str.strip, text.splitlines())):
        if line.startswith('[') and line.endswith(']'):
            section = line[1:-1]
            continue
        extra, _, marker = section.partition(':')
        marks = ['(%s)' % marker] if marker and extra else [marker] if marker else []
        if extra:
            marks.append('extra == "%s"' % extra)
        yield line + ('; ' + ' and '.join(marks) if marks else '')


class PathDistribution(Distribution):
    """A package whose metadata is a folder."""

    def __init__(self, path):
        self._path = path

    def read_text(self, filename):
        try:
            return self._path.joinpath(filename).read_text(encoding='utf-8')
        except (FileNotFoundError, IsADirectoryError, KeyError, NotADirectoryError,
                PermissionError):
            return None

    def locate_file(self, path):
        return self._path.parent / path


def _search(context):
    wanted = None if context.name is None else _normalized(context.name)
    for entry in context.path:
        folder = _pathlib.Path(entry or '.')
        try:
            names = sorted(each.name for each in folder.iterdir())
        except OSError:
            continue
        for name in names:
            stem, _, ending = name.rpartition('.')
            if ending not in ('dist-info', 'egg-info'):
                continue
            if wanted is None or _normalized(stem.partition('-')[0]) == wanted:
                yield PathDistribution(folder / name)


def distribution(distribution_name):
    """The package of that name; PackageNotFoundError if there is none."""
    return Distribution.from_name(distribution_name)


def distributions(**kwargs):
    """All packages."""
    return Distribution.discover(**kwargs)


def metadata(distribution_name):
    """What a package says of itself."""
    return Distribution.from_name(distribution_name).metadata


def version(distribution_name):
    """The version of a package."""
    return distribution(distribution_name).version


def entry_points(**params):
    """The entry points of all packages, or those that match."""
    seen = set()
    found = []
    for each in distributions():
        name = each._normalized_name if each.metadata['Name'] else None
        if name not in seen:
            seen.add(name)
            found.extend(each.entry_points)
    return EntryPoints(found).select(**params)


def files(distribution_name):
    """The files of a package, or None if it does not say."""
    return distribution(distribution_name).files


def requires(distribution_name):
    """What a package needs."""
    return distribution(distribution_name).requires


def packages_distributions():
    """The packages that offer each top-level module."""
    found = {}
    for each in distributions():
        for name in (each.read_text('top_level.txt') or '').split() or _top_level(each):
            found.setdefault(name, []).append(each.metadata['Name'])
    return found


def _top_level(dist):
    return {name.parts[0] if len(name.parts) > 1 else name.with_suffix('').name
            for name in dist.files or () if name.suffix == '.py'}
