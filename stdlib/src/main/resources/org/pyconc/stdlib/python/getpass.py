"""Passwords from the terminal, and the name of the user."""
import os
import sys
import warnings

__all__ = ['getpass', 'getuser', 'GetPassWarning']


class GetPassWarning(UserWarning):
    """The password may be seen while it is typed."""


def getpass(prompt='Password: ', stream=None):
    """Asks for a password; without a terminal it is a line of standard input."""
    if stream is None:
        stream = sys.stderr
    warnings.warn('Can not control echo on the terminal.', GetPassWarning, stacklevel=2)
    print('Warning: Password input may be echoed.', file=stream)
    stream.write(str(prompt))
    stream.flush()
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line[:-1] if line[-1] == '\n' else line


def getuser():
    """The name of the user: LOGNAME, USER, LNAME or USERNAME, or that of the account."""
    for name in ('LOGNAME', 'USER', 'LNAME', 'USERNAME'):
        user = os.environ.get(name)
        if user:
            return user
    number = str(os.getuid())
    with open('/etc/passwd', encoding='utf-8', errors='replace') as accounts:
        for line in accounts:
            fields = line.split(':')
            if len(fields) > 2 and fields[2] == number:
                return fields[0]
    raise KeyError('getpwuid(): uid not found: ' + number)
