"""Modules about terminals, where there is none; and paths of URLs."""
import genericpath
import nturl2path
import os
import readline
import tempfile
import termios
import tty
import zlib

for f in (termios.tcgetattr, tty.setraw, tty.setcbreak, termios.tcdrain, termios.tcgetwinsize):
    with tempfile.NamedTemporaryFile() as file:
        try:
            f(file, 1) if f is termios.tcsetattr else f(file.fileno())
        except termios.error as e:
            print(f.__name__, e)
readline.clear_history()
for line in ('one', 'two', 'three'):
    readline.add_history(line)
print(readline.get_current_history_length(), readline.get_history_item(1),
      readline.get_history_item(9))
readline.remove_history_item(1)
readline.replace_history_item(0, 'first')
for at in (-1, 10):
    try:
        readline.remove_history_item(at)
    except ValueError as e:
        print(e)
path = tempfile.mktemp()
readline.write_history_file(path)
readline.append_history_file(1, path)
print(open(path).read().split())
readline.clear_history()
readline.read_history_file(path)
print(readline.get_current_history_length(), readline.get_history_item(3))
os.remove(path)
try:
    readline.read_history_file(path)
except OSError as e:
    print(type(e).__name__)
readline.set_completer(len)
print(readline.get_completer(), readline.get_line_buffer(), readline.get_begidx())
readline.set_completer_delims(' ')
print(repr(readline.get_completer_delims()))
print(genericpath.commonprefix(['abc', 'abd']), genericpath.isfile(tempfile.gettempdir()))
for url in ('///C:/foo/bar.txt', '//server/share/x', '///C|/a%20b', '/x/y', '////c/d', 'C:/'):
    print(url, nturl2path.url2pathname(url))
for each in ('C:\\foo\\bar', '\\\\server\\share\\x', 'a b\\c', '\\\\?\\C:\\dir', 'x:y:z'):
    try:
        print(each, nturl2path.pathname2url(each))
    except OSError as e:
        print(each, e)
print(zlib.Z_RLE, zlib.Z_FIXED, zlib.Z_BLOCK, zlib.Z_TREES, zlib.Z_PARTIAL_FLUSH)
