import logging
import multiprocessing
import sys
import threading

logging.basicConfig(stream=sys.stdout, level=logging.INFO,
                    format='%(processName)s %(threadName)s %(levelname)s %(message)s')


def work(n):
    logging.info('working on %d', n)


def child():
    logging.warning('in the child')


if __name__ == '__main__':
    for n in range(3):
        t = threading.Thread(target=work, args=(n,), name='worker-%d' % n)
        t.start()
        t.join()
    p = multiprocessing.Process(target=child, name='helper')
    sys.stdout.flush()
    p.start()
    p.join()
    logging.info('exit code %d', p.exitcode)
