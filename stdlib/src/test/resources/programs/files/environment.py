import os
import shutil
import tempfile

base = os.path.realpath(tempfile.mkdtemp())
os.chdir(base)


def tried(f, *a, **k):
    try:
        r = f(*a, **k)
    except Exception as e:
        print(type(e).__name__, str(e).replace(base, 'BASE'))
        if isinstance(e, OSError):
            print('  ', e.errno, e.strerror, str(e.filename).replace(base, 'BASE'), e.filename2)
    else:
        print(r)


os.environ['FOO'] = 'bar'
print(os.getenv('FOO'), os.environ['FOO'], 'FOO' in os.environ, os.environ.get('NOPE'), os.path.expandvars('$FOO/${FOO}x/$NOPE'))
tried(lambda: os.environ['NOPE'])
def seti(): os.environ[1] = 'x'
tried(seti)
def seti(): os.environ['x'] = 1
tried(seti)
del os.environ['FOO']
print(os.getenv('FOO', 'dflt'))
tried(os.urandom, -1)
print(len(os.urandom(5)), os.cpu_count() > 0, os.sep, os.name, os.linesep == '\n', os.devnull)

os.chdir('/')
shutil.rmtree(base)
