"""logging.config: dicts and files; handlers that rotate by time, watch files, send over sockets."""
import io
import logging
import logging.config
import logging.handlers
import os
import pickle
import socket
import struct
import sys
import tempfile
import time

folder = tempfile.mkdtemp()
path = os.path.join(folder, 'log')


class Shout(logging.Formatter):
    def format(self, record):
        return super().format(record).upper()


def only_short(record):
    return len(record.getMessage()) < 20


def make_stream():
    return sys.stdout


CONFIG = {
    'version': 1,
    'formatters': {'plain': {'format': '%(levelname)s:%(name)s:%(message)s'},
                   'braces': {'format': '{levelname} {message}', 'style': '{'},
                   'shout': {'()': Shout, 'fmt': '%(message)s!'},
                   'by name': {'class': 'logging.Formatter', 'format': 'by name %(message)s'}},
    'filters': {'mine': {'name': 'app'}},
    'handlers': {'out': {'class': 'logging.StreamHandler', 'formatter': 'plain', 'stream': 'ext://sys.stdout'},
                 'loud': {'class': 'logging.StreamHandler', 'formatter': 'shout', 'level': 'ERROR',
                          'stream': 'ext://sys.stdout', 'filters': ['mine']},
                 'file': {'class': 'logging.FileHandler', 'filename': path, 'formatter': 'braces'},
                 'kept': {'class': 'logging.handlers.MemoryHandler', 'capacity': 10, 'target': 'file',
                          'flushLevel': 40}},
    'loggers': {'app': {'level': 'DEBUG', 'handlers': ['out', 'loud']},
                'app.quiet': {'level': 'ERROR', 'propagate': False, 'handlers': ['kept']}},
    'root': {'level': 'WARNING', 'handlers': ['out']},
}
before = logging.getLogger('before')
logging.config.dictConfig(CONFIG)
logging.getLogger('app').debug('one')
logging.getLogger('app.part').error('two')
logging.getLogger('other').info('not seen')
logging.getLogger('other').warning('three')
logging.getLogger('app.quiet').error('kept')
print(before.disabled, open(path).read())
logging.config.dictConfig({'version': 1, 'incremental': True, 'loggers': {'app': {'level': 'ERROR'}},
                           'handlers': {'out': {'level': 'CRITICAL'}}})
logging.getLogger('app').warning('no longer')
logging.getLogger('app').error('only loud')

for wrong in ({}, {'version': 2}, {'version': 1, 'handlers': {'h': {'class': 'no.such.Class'}}},
              {'version': 1, 'handlers': {'h': {'class': 'logging.StreamHandler', 'formatter': 'none'}}},
              {'version': 1, 'loggers': {'x': {'handlers': ['none']}}},
              {'version': 1, 'root': {'level': 'LOUD'}}, {'version': 1, 'formatters': {'f': {'()': 'nope.nope'}}},
              {'version': 1, 'incremental': True, 'handlers': {'unknown': {}}}):
    try:
        logging.config.dictConfig(wrong)
        print('taken')
    except Exception as e:
        print(type(e).__name__, e, '|', type(e.__cause__).__name__, e.__cause__)

logging.config.dictConfig({
    'version': 1, 'disable_existing_loggers': False, 'custom': {'stream': 'ext://sys.stdout', 'list': [1, 'app.log']},
    'handlers': {'h': {'class': 'logging.StreamHandler', 'stream': 'cfg://custom.stream', 'filters': [only_short],
                       '.': {'terminator': ' <end>\n'}}},
    'root': {'level': 'INFO', 'handlers': ['h']}})
logging.info('short')
logging.info('much too long to be shown here')

logging.config.fileConfig(io.StringIO('''
[loggers]
keys=root,parser
[handlers]
keys=console
[formatters]
keys=simple
[formatter_simple]
format=%(name)s - %(levelname)s - %(message)s
[handler_console]
class=StreamHandler
level=DEBUG
formatter=simple
args=(sys.stdout,)
[logger_root]
level=ERROR
handlers=console
[logger_parser]
level=DEBUG
handlers=console
propagate=0
qualname=compiler.parser
'''))
logging.getLogger('compiler.parser').debug('from a file')
logging.getLogger('compiler').debug('below the level')
logging.getLogger('compiler').error('as root')
for wrong in (os.path.join(folder, 'none'), path + '.empty'):
    if wrong.endswith('empty'):
        open(wrong, 'w').close()
    try:
        logging.config.fileConfig(wrong)
    except Exception as e:
        print(type(e).__name__, str(e).replace(folder, 'FOLDER'))
logging.shutdown()


def record(text='hello', level=logging.INFO):
    return logging.LogRecord('name', level, 'file.py', 7, text, None, None)


timed = logging.handlers.TimedRotatingFileHandler(os.path.join(folder, 'timed'), when='S', backupCount=1, utc=True)
timed.emit(record('first'))
timed.rolloverAt = int(time.time()) - 1
timed.emit(record('second'))
timed.close()
print(open(os.path.join(folder, 'timed')).read(), len([n for n in os.listdir(folder) if n.startswith('timed.')]))
now = 1_700_000_000  # a Tuesday, 22:13:20 UTC
for when in ('S', 'M', 'H', 'D', 'midnight', 'W0', 'W1', 'W6'):
    h = logging.handlers.TimedRotatingFileHandler(path, when=when, interval=2, utc=True, delay=True)
    print(when, h.computeRollover(now) - now, h.suffix, h.interval)
for when in ('X', 'W', 'W9'):
    try:
        logging.handlers.TimedRotatingFileHandler(path, when=when, delay=True)
    except ValueError as e:
        print(e)
watched = logging.handlers.WatchedFileHandler(os.path.join(folder, 'watched'))
watched.emit(record('one'))
os.rename(os.path.join(folder, 'watched'), os.path.join(folder, 'aside'))
watched.emit(record('two'))
watched.close()
print(open(os.path.join(folder, 'watched')).read(), open(os.path.join(folder, 'aside')).read())

with socket.create_server(('127.0.0.1', 0)) as server:
    sender = logging.handlers.SocketHandler(*server.getsockname())
    sender.emit(record('over a %s'))
    conn, address = server.accept()
    size = struct.unpack('>L', conn.recv(4))[0]
    data = b''
    while len(data) < size:
        data += conn.recv(size - len(data))
    print(logging.makeLogRecord(pickle.loads(data)).getMessage())
    conn.close()
    sender.close()
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as receiver:
    receiver.bind(('127.0.0.1', 0))
    system = logging.handlers.SysLogHandler(receiver.getsockname(), facility='local0')
    system.ident = 'app: '
    system.emit(record('to the system', logging.ERROR))
    print(receiver.recv(1000))
    print(system.encodePriority('mail', 'crit'), system.encodePriority(1, 2), system.mapPriority('X'))
    system.close()
    datagrams = logging.handlers.DatagramHandler(*receiver.getsockname())
    datagrams.emit(record('in a datagram'))
    print(pickle.loads(receiver.recv(5000)[4:])['msg'])
    datagrams.close()
for name in os.listdir(folder):
    os.remove(os.path.join(folder, name))
os.rmdir(folder)
