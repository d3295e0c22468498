"""Records what CPython 3.11 prints for the golden programs.

    record_programs.py PROGRAM.py ...     those
    record_programs.py --new FOLDER       all below a folder that have no .out yet

Writes NAME.out, NAME.err (if there is any) and NAME.status (if it is not 0) beside each.
"""
import os
import subprocess
import sys


def record(path):
    folder, name = os.path.split(os.path.abspath(path))
    stem = os.path.join(folder, name[:-3])
    given = open(stem + '.in', 'rb').read() if os.path.exists(stem + '.in') else b''
    done = subprocess.run([sys.executable, name], cwd=folder, input=given, capture_output=True,
                          env={**os.environ, 'PYTHONDONTWRITEBYTECODE': '1', 'PYTHONHASHSEED': '0'})
    prefix = (folder + os.sep).encode()
    outputs = {'.out': done.stdout, '.err': done.stderr.replace(prefix, b''),
               '.status': b'' if done.returncode == 0 else b'%d\n' % done.returncode}
    for ending, text in outputs.items():
        if text or ending == '.out':
            with open(stem + ending, 'wb') as f:
                f.write(text)
        elif os.path.exists(stem + ending):
            os.remove(stem + ending)
    print('recorded', path)


def main(arguments):
    if arguments[:1] == ['--new']:
        paths = [os.path.join(top, name)
                 for top, _, names in os.walk(arguments[1]) for name in sorted(names)
                 if name.endswith('.py') and not name.startswith('_')
                 and not os.path.basename(top).startswith('_')
                 and not os.path.exists(os.path.join(top, name[:-3] + '.out'))]
    else:
        paths = arguments
    for path in paths:
        record(path)


if __name__ == '__main__':
    main(sys.argv[1:])
