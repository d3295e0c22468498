"""How a terminal behaves: it can be looked at by nobody here, each call is an error."""
import errno as _errno
import os as _os


class error(Exception):
    """What went wrong: a number and its words."""


error.__module__ = 'termios'
TCSANOW, TCSADRAIN, TCSAFLUSH = 0, 1, 2
TCIFLUSH, TCOFLUSH, TCIOFLUSH = 0, 1, 2
TCOOFF, TCOON, TCIOFF, TCION = 0, 1, 2, 3
IGNBRK, BRKINT, IGNPAR, PARMRK, INPCK, ISTRIP = 1, 2, 4, 8, 16, 32
INLCR, IGNCR, ICRNL, IXON, IXANY, IXOFF = 64, 128, 256, 1024, 2048, 4096
OPOST, ONLCR = 1, 4
CSIZE, CS5, CS6, CS7, CS8 = 48, 0, 16, 32, 48
CSTOPB, CREAD, PARENB, PARODD, HUPCL, CLOCAL = 64, 128, 256, 512, 1024, 2048
ISIG, ICANON, ECHO, ECHOE, ECHOK, ECHONL, NOFLSH, TOSTOP = 1, 2, 8, 16, 32, 64, 128, 256
IEXTEN = 32768
VINTR, VQUIT, VERASE, VKILL, VEOF, VTIME, VMIN = 0, 1, 2, 3, 4, 5, 6
VSTART, VSTOP, VSUSP, VEOL = 8, 9, 10, 11
NCCS = 32
TIOCGWINSZ, TIOCSWINSZ, FIONREAD = 0x5413, 0x5414, 0x541b
B9600, B19200, B38400, B115200 = 13, 14, 15, 4098


def _refuse(fd):
    number = fd if isinstance(fd, int) else fd.fileno()
    _os.fstat(number)
    code = _errno.ENOSYS if _os.isatty(number) else _errno.ENOTTY
    raise error(code, _os.strerror(code))


def tcgetattr(fd, /):
    """The attributes of a terminal."""
    _refuse(fd)


def tcsetattr(fd, when, attributes, /):
    """Sets the attributes of a terminal."""
    _refuse(fd)


def tcsendbreak(fd, duration, /):
    """Sends a break."""
    _refuse(fd)


def tcdrain(fd, /):
    """Waits until all is written."""
    _refuse(fd)


def tcflush(fd, queue, /):
    """Throws away what waits."""
    _refuse(fd)


def tcflow(fd, action, /):
    """Stops and starts."""
    _refuse(fd)


def tcgetwinsize(fd, /):
    """Lines and columns."""
    number = fd if isinstance(fd, int) else fd.fileno()
    if not _os.isatty(number):
        _refuse(number)
    size = _os.get_terminal_size(number)
    return size.lines, size.columns


def tcsetwinsize(fd, winsize, /):
    """Sets lines and columns."""
    _refuse(fd)
