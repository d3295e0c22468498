import logging

logging.getLogger('quiet').addHandler(logging.NullHandler())
logging.getLogger('quiet').error('nobody hears')
logging.getLogger('x').warning('last resort %d', 1)
logging.getLogger('x').info('not shown')
logging.warning('now configured')
logging.error('as %s', 'usual')


def f():
    try:
        {}['k']
    except KeyError as e:
        logging.error('with', exc_info=e)
        logging.exception('again')
    logging.info('hidden')


f()
