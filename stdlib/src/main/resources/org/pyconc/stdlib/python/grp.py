"""The groups of the system."""
from collections import namedtuple as _namedtuple


class struct_group(_namedtuple('struct_group', 'gr_name gr_passwd gr_gid gr_mem')):
    __slots__ = ()

    def __repr__(self):
        return 'grp.' + super().__repr__()


struct_group.__module__ = 'grp'


def getgrall():
    """Return a list of all available group entries, in arbitrary order."""
    groups = []
    with open('/etc/group', encoding='utf-8', errors='surrogateescape') as f:
        for line in f:
            parts = line.rstrip('\n').split(':')
            if len(parts) == 4:
                members = parts[3].split(',') if parts[3] else []
                groups.append(struct_group(parts[0], parts[1], int(parts[2]), members))
    return groups


def getgrnam(name):
    """Return the group database entry for the given group name."""
    if not isinstance(name, str):
        raise TypeError(f"getgrnam() argument 'name' must be str, not {type(name).__name__}")
    for group in getgrall():
        if group.gr_name == name:
            return group
    raise KeyError(f'getgrnam(): name not found: {name!r}')


def getgrgid(id):
    """Return the group database entry for the given numeric group ID."""
    for group in getgrall():
        if group.gr_gid == id:
            return group
    raise KeyError(f'getgrgid(): gid not found: {id}')
