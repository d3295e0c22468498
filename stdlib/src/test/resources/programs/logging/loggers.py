import io
import logging
import logging.handlers
import os
import queue
import sys
import tempfile
import threading

print(logging.getLevelName(30), logging.getLevelName('INFO'), logging.getLevelName(35))
logging.basicConfig(stream=sys.stdout, level=logging.DEBUG,
                    format='%(levelname)-8s|%(name)s|%(threadName)s|'
                           '%(processName)s|%(message)s')
logging.debug('hello %s', 'world')
logging.info('%d of %d', 1, 2)
logging.warning('%(a)s and %(b)r', {'a': 1, 'b': 'x'})
log = logging.getLogger('app.db')
print(log, logging.getLogger(), log.parent, logging.getLogger('app.db') is log)


def work():
    log.error('inside')
    try:
        1 / 0
    except ZeroDivisionError:
        log.error('failed %s', 'badly')
    log.log(25, 'between')
    log.critical('level')


work()
worker = threading.Thread(target=lambda: log.info('threaded'), name='worker')
worker.start()
worker.join()
app = logging.getLogger('app')
print(log.parent, log.getEffectiveLevel(), app.getChild('x.y').name)
app.setLevel('ERROR')
log.info('not seen')
print(log.isEnabledFor(logging.INFO), log.isEnabledFor(40))
log.propagate = False
out = io.StringIO()
handler = logging.StreamHandler(out)
print(repr(handler), logging.NullHandler())
handler.setFormatter(logging.Formatter('{levelname}:{name}:{message:>8}:{who}', style='{'))
log.addHandler(handler)
log.error('x', extra={'who': 'me'})
handler.setFormatter(logging.Formatter('$levelname ${message}', style='$'))
log.error('dollar')
handler.setFormatter(logging.Formatter('%(message)s %(more)s', defaults={'more': 'default'}))
log.error('y')
print(out.getvalue())


class Words(logging.Filter):
    def filter(self, record):
        record.seen = True
        return 'secret' not in record.getMessage()


log.addFilter(Words())
log.error('secret %d', 1)
log.error('public')
handler.addFilter(lambda record: record.levelno > 40)
log.error('filtered by the handler')
log.critical('passes')
print(out.getvalue().splitlines()[3:])
f = logging.Filter('a.b')
for name in 'a.b', 'a.b.c', 'a.bc', 'a':
    print(name, f.filter(logging.makeLogRecord({'name': name})))
for action in (lambda: log.setLevel('LOUD'), lambda: log.setLevel(1.5),
               lambda: logging.Formatter('{x', style='{'), lambda: logging.Formatter('x'),
               lambda: logging.Formatter('x', style='!'), lambda: logging.getLogger(3),
               lambda: log.error('m', extra={'name': 1}), lambda: log.log('x', 'y'),
               lambda: logging.Handler().emit(None), lambda: logging.basicConfig(force=True, xyz=1)):
    try:
        action()
    except Exception as e:
        print(type(e).__name__, e)
logging.addLevelName(5, 'TRACE')
print(logging.getLevelName(5), logging.getLevelNamesMapping()['TRACE'])
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, 'log.txt')
    logging.basicConfig(filename=path, filemode='w', force=True, level=5)
    logging.log(5, 'to the file')
    logging.getLogger('z').warning('too')
    print(open(path).read())
    logging.basicConfig(stream=sys.stdout, force=True, format='%(message)s')
    rotating = logging.handlers.RotatingFileHandler(path, maxBytes=40, backupCount=2)
    z = logging.getLogger('z')
    z.propagate = False
    z.addHandler(rotating)
    for i in range(12):
        z.warning('line number %d', i)
    rotating.close()
    for name in sorted(os.listdir(folder)):
        print(name, open(os.path.join(folder, name)).read().split('\n'))
memory = logging.handlers.MemoryHandler(3, target=logging.StreamHandler(sys.stdout))
z.handlers = [memory]
z.warning('kept 1')
print('before')
z.error('flushes')
q = queue.Queue()
z.handlers = [logging.handlers.QueueHandler(q)]
listener = logging.handlers.QueueListener(q, logging.StreamHandler(sys.stdout))
listener.start()
z.warning('through %s', 'a queue')
listener.stop()


class Adapter(logging.LoggerAdapter):
    def process(self, msg, kwargs):
        return '[%s] %s' % (self.extra['id'], msg), kwargs


root = Adapter(logging.getLogger(), {'id': 7})
root.warning('adapted %d', 1)
print(root)
logging.disable(logging.WARNING)
logging.warning('disabled')
logging.error('enabled')
logging.disable(logging.NOTSET)
record = logging.LogRecord('n', 20, '/a/b.py', 3, 'm %s', ('x',), None)
print(record, record.getMessage(), record.module, record.levelname)
formatter = logging.Formatter('%(asctime)s %(message)s', '%Y')
record.created = 86400 * 200.0
record.msecs = 5.0
import time
formatter.converter = time.gmtime
print(formatter.format(record))
print(formatter.formatTime(record))
