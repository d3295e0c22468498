"""Paths of Windows on another system."""
import ntpath

for path in ['c:\\a\\b.txt', '\\\\server\\share\\x\\y', 'a/b\\c.d.e', 'c:', 'c:x', '/', '', '.bashrc', 'x\\', '\\\\?\\UNC\\s\\h\\z']:
    print(repr(path), ntpath.splitdrive(path), ntpath.split(path), ntpath.splitext(path), ntpath.isabs(path), ntpath.normcase(path))
for path in ['c:\\a\\..\\b', 'a//b/./c/..', '..\\..\\x', '\\..\\x', 'c:..\\x', '', '//a/b/../c']:
    print(repr(ntpath.normpath(path)))
for parts in [('a', 'b'), ('c:\\a', 'b'), ('c:\\a', '\\b'), ('c:\\a', 'd:b'), ('c:a', 'c:b'), ('a/', 'b'), ('', 'b'), ('a', ''), ('//s/h', 'x'), (b'a', b'b')]:
    print(repr(ntpath.join(*parts)))
print(ntpath.relpath('c:\\a\\b\\c', 'c:\\a\\d'), ntpath.relpath('C:\\A', 'c:\\a'))
print(ntpath.commonpath(['c:\\a\\b', 'C:/a/c']), ntpath.commonpath(['a\\b', 'a']), ntpath.basename('c:\\x\\y'), ntpath.dirname(b'c:\\x\\y'))
for call in (lambda: ntpath.commonpath(['c:\\a', 'a']), lambda: ntpath.commonpath([]), lambda: ntpath.relpath(''),
             lambda: ntpath.join('a', 5), lambda: ntpath.relpath('c:\\a', 'd:\\b')):
    try:
        print(call())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
import os
os.environ['WHO'] = 'me'
print(ntpath.expandvars('%WHO%/$WHO/${WHO}/%none%/$none/\'$WHO\'/%%/$$'))
os.environ['USERPROFILE'] = 'C:\\Users\\me'
print(ntpath.expanduser('~'), ntpath.expanduser('~\\x'), ntpath.expanduser('x'))
