import io
import logging
import sys

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format='%(levelname)s:%(name)s:%(message)s')
logging.debug('hidden')
logging.info('info %s %d', 'a', 3)
logging.warning('warn')
logging.error('%(x)s', {'x': 1})
log = logging.getLogger('app.db')
log.info('from child')
print(log, log.parent, logging.getLogger('app'), log.parent is logging.getLogger(), logging.getLogger('app.db') is log, log.getEffectiveLevel(), log.isEnabledFor(10))
app = logging.getLogger('app')
print(log.parent is app, log.getChild('x').name)
stream = io.StringIO()
handler = logging.StreamHandler(stream)
handler.setFormatter(logging.Formatter('[%(levelname)-8s] %(name)s %(threadName)s %(processName)s %(message)s'))
handler.setLevel('ERROR')
app.addHandler(handler)
app.propagate = False


def work():
    log.error('bad')
    log.warning('not here')
    try:
        1 / 0
    except ZeroDivisionError:
        log.exception('failed')


work()
print(stream.getvalue().splitlines()[0], stream.getvalue().splitlines()[-1])
handler.setFormatter(logging.Formatter('{levelname} {message}', style='{'))
log.critical('braces')
handler.setFormatter(logging.Formatter('$levelname $message', style='$'))
log.critical('dollars')
print(stream.getvalue().splitlines()[-2:], handler.level, log.hasHandlers())


class Only(logging.Filter):
    def filter(self, record):
        return 'yes' in record.getMessage()


handler.addFilter(Only())
log.error('yes 1')
log.error('no 1')
print(stream.getvalue().splitlines()[-1])
print(logging.getLevelName(20), logging.getLevelName('INFO'), logging.getLevelName(25))
logging.addLevelName(25, 'NOTICE')
logging.log(25, 'notice me')
adapter = logging.LoggerAdapter(logging.getLogger('ad'), {'user': 'bob'})
adapter.warning('adapted')
logging.disable(logging.WARNING)
logging.warning('off')
logging.error('on')
logging.disable(logging.NOTSET)
for f in (lambda: log.setLevel('nope'), lambda: log.setLevel(1.5), lambda: logging.Formatter('%(x', style='?'), lambda: logging.Formatter('plain'), lambda: logging.getLogger(5), lambda: logging.info('x', extra={'message': 1})):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
quiet = logging.getLogger('quiet')
quiet.addHandler(logging.NullHandler())
quiet.propagate = False
quiet.error('nothing')
record = logging.makeLogRecord({'msg': 'made', 'levelname': 'X', 'name': 'n'})
print(logging.Formatter('%(levelname)s %(name)s %(message)s').format(record), record.getMessage())
import time
logging.Formatter.converter = time.gmtime
record.created = 0.0
record.msecs = 7.0
print(logging.Formatter('%(asctime)s %(message)s').format(record), logging.Formatter('%(asctime)s', '%H:%M').format(record))
logging.info('extra %(message)s' if False else 'extra', extra={'k': 1})
logging.basicConfig(level=logging.DEBUG)
logging.debug('still hidden')
logging.basicConfig(force=True, stream=sys.stdout, level='DEBUG', format='%(message)s|%(levelno)d')
logging.debug('forced')
