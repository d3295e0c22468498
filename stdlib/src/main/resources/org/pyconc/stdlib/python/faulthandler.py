"""Shows where the threads of the process are."""
import os as _os
import sys as _sys
import threading as _threading

_state = {'enabled': False, 'later': None, 'signals': {}}
_MOST_FRAMES = 100


def _writer(file):
    if file is None:
        file = _sys.stderr
        if file is None:
            raise RuntimeError('unable to get sys.stderr')
    if isinstance(file, int):
        if file < 0:
            raise ValueError('file is not a valid file descripter')
        return lambda text: _os.write(file, text.encode('ascii', 'backslashreplace'))
    file.fileno()
    file.flush()

    def write(text):
        file.write(text)
        file.flush()
    return write


def _stack(frame):
    lines = []
    while frame is not None:
        if len(lines) == _MOST_FRAMES:
            lines.append('  ...\n')
            break
        code = frame.f_code
        lines.append('  File "%s", line %d in %s\n'
                     % (code.co_filename, frame.f_lineno, code.co_name))
        frame = frame.f_back
    return ''.join(lines)


def _dump(write, frame, all_threads):
    if not all_threads:
        write('Stack (most recent call first):\n' + _stack(frame))
        return
    current = _threading.get_ident()
    parts = []
    for ident, other in reversed(_sys._current_frames().items()):
        if ident == current:
            if frame is not None:
                parts.append('Current thread 0x%016x (most recent call first):\n' % ident
                             + _stack(frame))
        else:
            parts.append('Thread 0x%016x (most recent call first):\n' % ident + _stack(other))
    write('\n'.join(parts))


def _sigsegv(release_gil=False):
    """Ends the process as a bad access to memory does."""
    import signal
    signal.signal(signal.SIGSEGV, signal.SIG_DFL)
    _os.kill(_os.getpid(), signal.SIGSEGV)


def dump_traceback(file=None, all_threads=True):
    """Writes where this thread is, or where all are."""
    _dump(_writer(file), _sys._getframe(1), all_threads)


def enable(file=None, all_threads=True):
    """Notes that errors of the host shall be shown; the virtual machine always does."""
    _writer(file)
    _state['enabled'] = True


def disable():
    """The opposite of enable(); says whether it was enabled."""
    was = _state['enabled']
    _state['enabled'] = False
    return was


def is_enabled():
    """Whether enable() has been called."""
    return _state['enabled']


def dump_traceback_later(timeout, repeat=False, file=None, exit=False):
    """Writes where all threads are when that many seconds have passed."""
    if timeout <= 0:
        raise ValueError('timeout must be greater than 0')
    write = _writer(file)
    cancel_dump_traceback_later()
    stop = _threading.Event()
    whole, micros = divmod(round(timeout * 1e6), 1000000)
    clock = '%d:%02d:%02d' % (whole // 3600, whole // 60 % 60, whole % 60)
    head = 'Timeout (%s%s)!\n' % (clock, '.%06d' % micros if micros else '')

    def watch():
        while not stop.wait(timeout):
            write(head)
            _dump(write, None, True)
            if exit:
                _os._exit(1)
            if not repeat:
                return

    _state['later'] = stop
    _threading.Thread(target=watch, daemon=True).start()


def cancel_dump_traceback_later():
    """Takes dump_traceback_later() back."""
    if _state['later'] is not None:
        _state['later'].set()
        _state['later'] = None


def register(signum, file=None, all_threads=True, chain=False):
    """Writes where all threads are when that signal comes."""
    import signal
    write = _writer(file)
    before = signal.getsignal(signum)

    def shown(number, frame):
        _dump(write, frame, all_threads)
        if chain and callable(before):
            before(number, frame)
    signal.signal(signum, shown)
    _state['signals'].setdefault(signum, before)


def unregister(signum):
    """Takes register() back; says whether it was registered."""
    if signum not in _state['signals']:
        return False
    import signal
    signal.signal(signum, _state['signals'].pop(signum))
    return True
