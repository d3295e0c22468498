"""What the library tells its logger about processes."""
import logging
import multiprocessing
import sys


def child(code):
    multiprocessing.get_logger().warning('in the child')
    sys.exit(code)


if __name__ == '__main__':
    logger = multiprocessing.log_to_stderr()
    print(logger.name, logger.level, [type(h).__name__ for h in logger.handlers])
    logger.setLevel(logging.INFO)
    logger.info('begins')
    for code in (0, 3):
        p = multiprocessing.Process(target=child, args=(code,), name='worker %d' % code)
        p.start()
        p.join()
    logger.log(multiprocessing.util.SUBWARNING, 'a %s', 'warning')
    logger.debug('not shown')
