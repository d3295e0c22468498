import compileall
import os
import py_compile
import site
import sys
import tempfile
import webbrowser

sys.stderr = sys.stdout
with tempfile.TemporaryDirectory() as top:
    os.chdir(top)
    os.mkdir('pkg')
    for name, text in {'good.py': 'x = 1\n', 'bad.py': 'x = = 1\n', 'pkg/inner.py': 'def f():\n    return 1\n', 'pkg/other.txt': '???',
                       'mixed.py': 'if 1:\n\tx\n        y\n'}.items():
        with open(name, 'w') as f:
            f.write(text)
    py_compile.compile('good.py', doraise=True)
    try:
        py_compile.compile('bad.py', doraise=True)
    except py_compile.PyCompileError as e:
        print(e.file, e.exc_type_name, type(e.exc_value).__name__)
        print(e)
    py_compile.compile('bad.py')
    py_compile.compile('bad.py', quiet=2)
    try:
        py_compile.compile('none.py')
    except OSError as e:
        print(e)
    print(bool(compileall.compile_dir('.', quiet=1, force=True)))
    print(bool(compileall.compile_dir('pkg', quiet=0, force=True)))
    print(bool(compileall.compile_file('good.py', force=True)), bool(compileall.compile_file('bad.py', quiet=2)))
    print(bool(compileall.compile_dir('nothing', quiet=1)))
    os.mkdir('place')
    os.mkdir('place/sub')
    with open('place/x.pth', 'w') as f:
        f.write('# comment\n\nsub\nnowhere\nimport sys; sys.mark = 5\n')
    before = list(sys.path)
    print(site.addsitedir('place'), [os.path.relpath(p, top) for p in sys.path if p not in before], sys.mark)
    os.chdir('/')
os.environ['PYTHONUSERBASE'] = '/base'
for name in ('DISPLAY', 'WAYLAND_DISPLAY', 'TERM', 'BROWSER'):
    os.environ.pop(name, None)
try:
    webbrowser.get('no-such-browser')
except webbrowser.Error as e:
    print(e)


class Mine(webbrowser.BaseBrowser):
    def open(self, url, new=0, autoraise=True):
        print('opens', url, new, autoraise)
        return True


webbrowser.register('mine', Mine, preferred=True)
print(webbrowser.open('http://a'), webbrowser.open_new('http://b'), webbrowser.open_new_tab('http://c'), type(webbrowser.get('mine')).__name__)
print(webbrowser.get('echo %s').open('http://echoed'))
