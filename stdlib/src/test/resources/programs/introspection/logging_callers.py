import io
import logging
import sys

FILE = sys._getframe().f_code.co_filename
stream = io.StringIO()
handler = logging.StreamHandler(stream)
handler.setFormatter(logging.Formatter('%(funcName)s:%(lineno)d:%(module)s:%(filename)s:%(message)s'))
log = logging.getLogger('app')
log.addHandler(handler)
log.setLevel(logging.DEBUG)
log.propagate = False


def work():
    log.info('in work')
    helper()


def helper():
    log.warning('from caller', stacklevel=2)
    log.debug('own')


class Service:
    def run(self):
        log.error('in a method')
        [log.info('comprehension %d', i) for i in range(1)]
        (lambda: log.info('in a lambda'))()


work()
Service().run()
log.info('module level')
log.info('with stack', stack_info=True)
print(stream.getvalue().replace('"' + FILE, '"FILE'))


class Keep(logging.Handler):
    def emit(self, record):
        print(record.funcName, record.lineno, record.pathname == FILE, record.module)


log.addHandler(Keep())


def last():
    log.critical('kept')


last()
logging.basicConfig(stream=sys.stdout, format='%(levelname)s %(funcName)s %(lineno)d')


def root():
    logging.warning('root')


root()
