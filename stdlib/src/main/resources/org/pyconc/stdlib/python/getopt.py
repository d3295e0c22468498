"""Options of the command line, as the C function getopt knows them."""
import os

__all__ = ['GetoptError', 'error', 'getopt', 'gnu_getopt']


class GetoptError(Exception):
    opt = ''
    msg = ''

    def __init__(self, msg, opt=''):
        self.msg = msg
        self.opt = opt
        Exception.__init__(self, msg, opt)

    def __str__(self):
        return self.msg


error = GetoptError


def getopt(args, shortopts, longopts=[]):
    """Options with their values, and the arguments from the first one that is no option."""
    found = []
    names = [longopts] if isinstance(longopts, str) else list(longopts)
    while args and args[0].startswith('-') and args[0] != '-':
        if args[0] == '--':
            args = args[1:]
            break
        args = _option(found, args, shortopts, names)
    return found, args


def gnu_getopt(args, shortopts, longopts=[]):
    """Like getopt; options may stand behind arguments."""
    found, rest = [], []
    names = [longopts] if isinstance(longopts, str) else list(longopts)
    stops = shortopts.startswith('+') or bool(os.environ.get('POSIXLY_CORRECT'))
    shortopts = shortopts.removeprefix('+')
    while args:
        if args[0] == '--':
            rest += args[1:]
            break
        if args[0].startswith('-') and args[0] != '-':
            args = _option(found, args, shortopts, names)
        elif stops:
            rest += args
            break
        else:
            rest.append(args[0])
            args = args[1:]
    return found, rest


def _option(found, args, shortopts, names):
    if args[0].startswith('--'):
        return _long(found, args[0][2:], names, args[1:])
    return _short(found, args[0][1:], shortopts, args[1:])


def _long(found, text, names, args):
    name, equals, value = text.partition('=')
    value = value if equals else None
    takes_value, name = long_has_args(name, names)
    if takes_value:
        if value is None:
            if not args:
                raise GetoptError('option --%s requires argument' % name, name)
            value, args = args[0], args[1:]
    elif value is not None:
        raise GetoptError('option --%s must not have an argument' % name, name)
    found.append(('--' + name, value or ''))
    return args


def long_has_args(opt, longopts):
    """Whether the option takes a value, and its whole name."""
    possible = [name for name in longopts if name.startswith(opt)]
    if not possible:
        raise GetoptError('option --%s not recognized' % opt, opt)
    if opt in possible:
        return False, opt
    if opt + '=' in possible:
        return True, opt
    if len(possible) > 1:
        raise GetoptError('option --%s not a unique prefix' % opt, opt)
    name = possible[0]
    return name.endswith('='), name.removesuffix('=')


def _short(found, letters, shortopts, args):
    while letters:
        letter, letters = letters[0], letters[1:]
        value = ''
        if short_has_arg(letter, shortopts):
            if not letters:
                if not args:
                    raise GetoptError('option -%s requires argument' % letter, letter)
                letters, args = args[0], args[1:]
            value, letters = letters, ''
        found.append(('-' + letter, value))
    return args


def short_has_arg(opt, shortopts):
    """Whether the option takes a value."""
    for i, letter in enumerate(shortopts):
        if opt == letter != ':':
            return shortopts.startswith(':', i + 1)
    raise GetoptError('option -%s not recognized' % opt, opt)
