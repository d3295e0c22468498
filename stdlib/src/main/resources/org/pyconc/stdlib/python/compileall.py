"""Checks the syntax of all files below folders; there are no files of compiled code."""
import os
import py_compile
import sys

__all__ = ['compile_dir', 'compile_file', 'compile_path']


def compile_dir(dir, maxlevels=None, ddir=None, force=False, rx=None, quiet=0, legacy=False,
                optimize=-1, workers=1, invalidation_mode=None, *, stripdir=None, prependdir=None,
                limit_sl_dest=None, hardlink_dupes=False):
    """Checks all files in a folder and those below it; says whether all are right."""
    if workers < 0:
        raise ValueError('workers must be greater or equal to 0')
    folder = os.fspath(dir)
    if not quiet:
        print('Listing {!r}...'.format(folder))
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        if quiet < 2:
            print("Can't list {!r}".format(folder))
        names = []
    success = True
    for name in names:
        if name == '__pycache__':
            continue
        path = os.path.join(folder, name)
        shown = os.path.join(ddir, name) if ddir is not None else None
        if not os.path.isdir(path):
            success &= bool(compile_file(path, ddir, force, rx, quiet))
        elif (maxlevels is None or maxlevels > 0) and not os.path.islink(path):
            success &= compile_dir(path, None if maxlevels is None else maxlevels - 1, shown, force,
                                   rx, quiet)
    return success


def compile_file(fullname, ddir=None, force=False, rx=None, quiet=0, legacy=False, optimize=-1,
                 invalidation_mode=None, *, stripdir=None, prependdir=None, limit_sl_dest=None,
                 hardlink_dupes=False):
    """Checks a file; says whether it is right."""
    fullname = os.fspath(fullname)
    shown = os.path.join(ddir, os.path.basename(fullname)) if ddir is not None else None
    if rx is not None and rx.search(fullname):
        return True
    if not os.path.isfile(fullname) or not fullname.endswith('.py'):
        return True
    if not quiet:
        print('Compiling {!r}...'.format(fullname))
    try:
        py_compile.compile(fullname, None, shown, True)
    except (py_compile.PyCompileError, SyntaxError, OSError, UnicodeError) as e:
        if quiet < 2:
            if quiet:
                print('*** Error compiling {!r}...'.format(fullname))
            else:
                print('*** ', end='')
            print(e.msg if isinstance(e, py_compile.PyCompileError)
                  else e.__class__.__name__ + ': ' + str(e))
        return False
    return True


def compile_path(skip_curdir=1, maxlevels=0, force=False, quiet=0, legacy=False, optimize=-1,
                 invalidation_mode=None):
    """Checks the files in the folders of sys.path."""
    success = True
    for folder in sys.path:
        if skip_curdir and folder in ('', os.curdir):
            if quiet < 2:
                print('Skipping current directory')
        else:
            success &= compile_dir(folder, maxlevels, None, force, quiet=quiet)
    return success


def main():
    """Checks what is named on the command line, or sys.path."""
    import argparse
    import re
    parser = argparse.ArgumentParser(description='Checks the syntax of the files below folders.')
    parser.add_argument('-l', action='store_const', const=0, default=None, dest='maxlevels',
                        help="don't recurse into subdirectories")
    parser.add_argument('-f', action='store_true', dest='force', help='has no effect')
    parser.add_argument('-q', action='count', dest='quiet', default=0,
                        help='output only error messages; -qq will suppress them as well')
    parser.add_argument('-x', metavar='REGEXP', dest='rx', help='skip files matching this')
    parser.add_argument('compile_dest', metavar='FILE|DIR', nargs='*')
    given = parser.parse_args()
    rx = re.compile(given.rx) if given.rx else None
    if not given.compile_dest:
        return compile_path(quiet=given.quiet)
    success = True
    for each in given.compile_dest:
        if os.path.isfile(each):
            success &= compile_file(each, rx=rx, quiet=given.quiet)
        else:
            success &= compile_dir(each, given.maxlevels, rx=rx, quiet=given.quiet)
    return success


if __name__ == '__main__':
    sys.exit(int(not main()))
