"""Modules in an archive."""
import os
import pkgutil
import sys
import tempfile
import zipfile

with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    with zipfile.ZipFile('all.zip', 'w') as archive:
        archive.writestr('alone.py', 'value = 5\nprint(__name__, type(__loader__).__name__)\n')
        archive.writestr('pack/__init__.py', 'from . import inner\n')
        archive.writestr('pack/inner.py', 'value = 6\n\ndef fail():\n    raise ValueError("inside")\n')
        archive.writestr('pack/text.txt', 'some text')
        archive.writestr('space/', '')
        archive.writestr('space/part.py', 'value = 7\n')
        archive.writestr('broken.py', 'x = = 1\n')
    os.mkdir('plain')
    with open('plain/beside.py', 'w') as file:
        file.write('value = 8\n')
    sys.path[:0] = ['all.zip', 'plain']
    import alone
    import beside
    import pack
    import space.part

    print(alone.value, pack.inner.value, space.part.value, beside.value)
    print(os.path.relpath(pack.__path__[0]), os.path.relpath(pack.__spec__.origin), alone.__spec__.name)
    print(pkgutil.get_data('pack', 'text.txt'))
    try:
        pack.inner.fail()
    except ValueError as e:
        print(e, os.path.relpath(e.__traceback__.tb_next.tb_frame.f_code.co_filename))
    try:
        import broken
    except SyntaxError as e:
        print(e.msg, os.path.relpath(e.filename), e.lineno)
    try:
        import absent
    except ModuleNotFoundError as e:
        print(e)

    import zipimport

    found = zipimport.zipimporter('all.zip')
    print(found, found.archive, repr(found.prefix), found.is_package('pack'), found.is_package('alone'))
    print(os.path.relpath(found.get_filename('pack')))
    print(found.find_spec('absent'), os.path.relpath(found.find_spec('alone').origin), found.get_data('pack/text.txt'))
    inside = zipimport.zipimporter('all.zip/pack')
    print(inside, inside.prefix, os.path.relpath(inside.find_spec('inner').origin))
    for call in (lambda: found.get_source('absent'), lambda: zipimport.zipimporter('none.zip'),
                 lambda: found.get_data('absent'), lambda: zipimport.zipimporter('')):
        try:
            print(call())
        except (ImportError, OSError) as e:
            print(type(e).__name__, e)
    os.chdir('/')
