"""What cannot be deleted says so, in code that is compiled as well."""
import multiprocessing


def refusal(thing, name):
    try:
        delattr(thing, name)
    except Exception as e:
        return '%s: %s' % (type(e).__name__, e)
    return 'deleted'


for _ in range(3):
    print(refusal(multiprocessing.Value('i'), 'value'))
print(refusal(multiprocessing.Process(), 'daemon'))
