"""What paths of all systems have in common."""
from os.path import (commonprefix, exists, getatime, getctime, getmtime, getsize, isdir, isfile,
                     samefile, sameopenfile, samestat)

__all__ = ['commonprefix', 'exists', 'getatime', 'getctime', 'getmtime', 'getsize', 'isdir',
           'isfile', 'samefile', 'sameopenfile', 'samestat']


def _check_arg_types(funcname, *args):
    kinds = set()
    for each in args:
        if not isinstance(each, (str, bytes)):
            raise TypeError(f'{funcname}() argument must be str, bytes, or os.PathLike object, '
                            f'not {each.__class__.__name__!r}') from None
        kinds.add(str if isinstance(each, str) else bytes)
    if len(kinds) > 1:
        raise TypeError("Can't mix strings and bytes in path components") from None


def _splitext(p, sep, altsep, extsep):
    begin = max(p.rfind(sep), p.rfind(altsep) if altsep else -1) + 1
    dot = p.rfind(extsep)
    while begin < dot:
        if p[begin:begin + 1] != extsep:
            return p[:dot], p[dot:]
        begin += 1
    return p, p[:0]
