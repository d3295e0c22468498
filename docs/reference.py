"""Writes the library reference: python reference.py FOLDER

A page for each module, from what the modules declare: signatures and first lines of their docs.
"""

import importlib
import inspect
import os
import re
import sys

TOPICS = {
    'Concurrency': (
        '_thread asyncio concurrent.futures contextvars gevent gevent.event gevent.lock '
        'gevent.monkey gevent.pool gevent.queue gevent.server gevent.subprocess '
        'gevent.threadpool gevent.timeout greenlet multiprocessing multiprocessing.connection '
        'multiprocessing.managers multiprocessing.pool multiprocessing.shared_memory queue sched '
        'select selectors signal subprocess threading'),
    'Network': (
        'html http http.client http.cookies http.server requests socket socketserver ssl '
        'urllib.error urllib.parse urllib.request'),
    'Files and system': (
        'argparse atexit csv errno fnmatch getpass glob gzip io linecache logging '
        'logging.handlers os os.path pathlib platform shlex shutil stat sys tempfile zlib'),
    'Data': (
        'array base64 binascii bisect codecs collections collections.abc copy dataclasses '
        'datetime enum graphlib hashlib heapq hmac itertools json pickle pprint re secrets '
        'string struct textwrap uuid'),
    'Numbers': 'decimal fractions math numbers random statistics',
    'Language': (
        'abc builtins contextlib functools gc importlib inspect keyword operator time timeit '
        'traceback types typing unittest warnings weakref'),
}


def first_line(thing):
    doc = inspect.getdoc(thing) or ''
    line = doc.strip().split('\n\n')[0].replace('\n', ' ')
    return line.replace('|', '\\|')


def stable(text):
    """Without what differs from run to run, and from place to place."""
    return re.sub(r' at 0x[0-9a-f]+', '', text).replace(repr(sys.executable), 'sys.executable')


def signature(thing, drop_first):
    try:
        parameters = stable(str(inspect.signature(thing)))
    except (TypeError, ValueError, NameError):
        parameters = (getattr(thing, '__text_signature__', None) or '(...)').replace('$', '')
    if drop_first:
        parameters = re.sub(r'^\((self|cls|\$self)(, /)?(, )?', '(', parameters)
    return parameters.replace('|', '\\|')


def constructor(cls):
    for base in cls.__mro__[:-1]:
        for name in ('__init__', '__new__'):
            if name in vars(base):
                return signature(getattr(base, name), True)
    return '()'


def public(module):
    names = getattr(module, '__all__', None)
    if names is None:
        names = [name for name in vars(module) if not name.startswith('_')]
    found = []
    for name in sorted(set(names)):
        value = getattr(module, name, None)
        if inspect.ismodule(value):
            continue
        home = getattr(value, '__module__', None)
        known = isinstance(value, type) or callable(value)
        # os is native, although it says where CPython has a file
        library = getattr(module, '__file__', None) is not None and module.__name__ != 'os'
        if known and library and not hasattr(module, '__all__') and home != module.__name__:
            continue
        found.append((name, value))
    return found


def class_section(name, cls):
    yield f'### class `{name}{constructor(cls)}`'
    yield ''
    if issubclass(cls, BaseException) and cls.__bases__:
        yield f'An exception derived from `{cls.__bases__[0].__name__}`.'
        yield ''
    doc = vars(cls).get('__doc__') and first_line(cls)
    if doc:
        yield doc
        yield ''
    rows = []
    for attribute, value in sorted(vars(cls).items()):
        if attribute.startswith('_'):
            continue
        if isinstance(value, (staticmethod, classmethod)):
            value = getattr(cls, attribute)
        if callable(value):
            rows.append((attribute + signature(value, True), first_line(value)))
        elif inspect.isdatadescriptor(value):
            rows.append((attribute, first_line(value)))
    if rows:
        yield '| | |'
        yield '|---|---|'
        for left, right in rows:
            yield f'| `{left}` | {right} |'
        yield ''


def page(name):
    module = importlib.import_module(name)
    yield f'# {name}'
    yield ''
    doc = module.__doc__ and first_line(module)
    if doc:
        yield doc
        yield ''
    functions, classes, others = [], [], []
    for each, value in public(module):
        if isinstance(value, type):
            classes.append((each, value))
        elif inspect.isroutine(value):
            functions.append((each, value))
        else:
            others.append(each)
    if functions:
        yield '## Functions'
        yield ''
        yield '| | |'
        yield '|---|---|'
        for each, value in functions:
            yield f'| `{each}{signature(value, False)}` | {first_line(value)} |'
        yield ''
    if classes:
        yield '## Classes'
        yield ''
        for each, value in classes:
            yield from class_section(each, value)
    if others:
        yield '## Other names'
        yield ''
        yield ', '.join(f'`{each}`' for each in others)
        yield ''


def write(folder, name, lines):
    with open(os.path.join(folder, name + '.md'), 'w', encoding='utf-8') as file:
        file.write('\n'.join(lines).rstrip() + '\n')


def main():
    if len(sys.argv) != 2:
        sys.exit('usage: reference.py FOLDER')
    folder = sys.argv[1]
    os.makedirs(folder, exist_ok=True)
    index = ['# Library reference', '']
    index += ['Made by [reference.py](../reference.py) from what the modules declare.', '']
    for topic, names in TOPICS.items():
        index += ['## ' + topic, '', '| | |', '|---|---|']
        for name in names.split():
            try:
                lines = list(page(name))
            except ImportError:
                continue
            write(folder, name, lines)
            doc = lines[2] if len(lines) > 2 and not lines[2].startswith('#') else ''
            index.append(f'| [{name}]({name}.md) | {doc} |')
        index.append('')
    write(folder, 'README', index)


if __name__ == '__main__':
    main()
