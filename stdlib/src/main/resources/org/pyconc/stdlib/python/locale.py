"""The locales C and C.UTF-8: the only ones."""
import re

__all__ = ['getlocale', 'getdefaultlocale', 'getpreferredencoding', 'Error', 'setlocale',
           'localeconv', 'strcoll', 'strxfrm', 'str', 'atof', 'atoi', 'format_string', 'currency',
           'delocalize', 'localize', 'normalize', 'resetlocale', 'getencoding', 'LC_CTYPE',
           'LC_COLLATE', 'LC_MESSAGES', 'LC_TIME', 'LC_MONETARY', 'LC_NUMERIC', 'LC_ALL',
           'CHAR_MAX']

LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES, LC_ALL = range(7)
CHAR_MAX = 127
CODESET = 14
RADIXCHAR = 65536
THOUSEP = 65537
DAY_1, DAY_2, DAY_3, DAY_4, DAY_5, DAY_6, DAY_7 = range(131079, 131086)
ABDAY_1, ABDAY_2, ABDAY_3, ABDAY_4, ABDAY_5, ABDAY_6, ABDAY_7 = range(131072, 131079)
D_T_FMT, D_FMT, T_FMT = 131112, 131113, 131114

_builtin_str = str
_KNOWN = ('C', 'POSIX', 'C.UTF-8', 'C.utf8', 'en_US.UTF-8', 'en_US.utf8')
_current = ['C'] * LC_ALL
_current[LC_CTYPE] = 'C.UTF-8'


class Error(Exception):
    """A locale that is not there."""


def setlocale(category, locale=None):
    """Sets or asks for the locale of a category."""
    if not 0 <= category <= LC_ALL:
        raise Error('invalid locale category') if locale is None else Error(
            'unsupported locale setting')
    if locale is not None:
        if not isinstance(locale, _builtin_str):
            locale = normalize(_build_localename(locale))
        name = _name_of(locale)
        for each in range(LC_ALL) if category == LC_ALL else (category,):
            _current[each] = name
    if category < LC_ALL:
        return _current[category]
    if len(set(_current)) == 1:
        return _current[0]
    names = ('LC_CTYPE', 'LC_NUMERIC', 'LC_TIME', 'LC_COLLATE', 'LC_MONETARY', 'LC_MESSAGES')
    return ';'.join(f'{n}={v}' for n, v in zip(names, _current)) + (
        ';LC_PAPER=C;LC_NAME=C;LC_ADDRESS=C;LC_TELEPHONE=C;LC_MEASUREMENT=C;LC_IDENTIFICATION=C')


def _name_of(locale):
    if locale == '':
        import os
        locale = (os.environ.get('LC_ALL') or os.environ.get('LC_CTYPE')
                  or os.environ.get('LANG') or 'C')
        return locale if locale in _KNOWN else 'C.UTF-8'
    if locale not in _KNOWN:
        raise Error('unsupported locale setting')
    return 'C' if locale == 'POSIX' else locale


def localeconv():
    """How numbers and amounts of money are written."""
    return {'int_curr_symbol': '', 'currency_symbol': '', 'mon_decimal_point': '',
            'mon_thousands_sep': '', 'mon_grouping': [], 'positive_sign': '', 'negative_sign': '',
            'int_frac_digits': 127, 'frac_digits': 127, 'p_cs_precedes': 127,
            'p_sep_by_space': 127, 'n_cs_precedes': 127, 'n_sep_by_space': 127,
            'p_sign_posn': 127, 'n_sign_posn': 127, 'decimal_point': '.', 'thousands_sep': '',
            'grouping': []}


def nl_langinfo(key):
    """A detail of the locale."""
    from calendar import day_abbr, day_name
    known = {CODESET: 'UTF-8', RADIXCHAR: '.', THOUSEP: '', D_T_FMT: '%a %b %e %H:%M:%S %Y',
             D_FMT: '%m/%d/%y', T_FMT: '%H:%M:%S'}
    if DAY_1 <= key <= DAY_7:
        return day_name[(key - DAY_1 - 1) % 7]
    if ABDAY_1 <= key <= ABDAY_7:
        return day_abbr[(key - ABDAY_1 - 1) % 7]
    if key not in known:
        raise ValueError('unsupported langinfo constant')
    return known[key]


def strcoll(os1, os2, /):
    """Compares two strings as the locale orders them."""
    return (os1 > os2) - (os1 < os2)


def strxfrm(string, /):
    """A string that compares as the locale orders it."""
    return string


def getencoding():
    return 'UTF-8'


def getpreferredencoding(do_setlocale=True):
    """The encoding of text."""
    return 'UTF-8'


def _grouping_intervals(grouping):
    last = None
    for interval in grouping:
        if interval == CHAR_MAX:
            return
        if interval == 0:
            if last is None:
                raise ValueError('invalid grouping')
            while True:
                yield last
        yield interval
        last = interval


def _group(s, monetary=False):
    conv = localeconv()
    separator = conv[monetary and 'mon_thousands_sep' or 'thousands_sep']
    grouping = conv[monetary and 'mon_grouping' or 'grouping']
    if not grouping:
        return s, 0
    stripped = s.rstrip()
    right = s[len(stripped):]
    s = stripped.lstrip()
    left = stripped[:len(stripped) - len(s)]
    groups = []
    for interval in _grouping_intervals(grouping):
        if not s or s[-1] not in '0123456789':
            break
        groups.append(s[-interval:])
        s = s[:-interval]
    if s:
        groups.append(s)
    groups.reverse()
    return left + separator.join(groups) + right, len(separator) * (len(groups) - 1)


def _strip_padding(s, amount):
    left = 0
    while amount and left < len(s) and s[left] == ' ':
        left += 1
        amount -= 1
    right = len(s)
    while amount and right > left and s[right - 1] == ' ':
        right -= 1
        amount -= 1
    return s[left:right]


_percent_re = re.compile(r'%(?:\((?P<key>.*?)\))?'
                         r'(?P<modifiers>[-#0-9 +*.hlL]*?)[eEfFgGdiouxXcrs%]')


def _format(percent, value, grouping=False, monetary=False, *additional):
    formatted = percent % ((value,) + additional if additional else value)
    if percent[-1] in 'eEfFgGdiu':
        formatted = _localize(formatted, grouping, monetary)
    return formatted


def _localize(formatted, grouping=False, monetary=False):
    conv = localeconv()
    if '.' in formatted:
        seps = 0
        parts = formatted.split('.')
        if grouping:
            parts[0], seps = _group(parts[0], monetary=monetary)
        point = conv[monetary and 'mon_decimal_point' or 'decimal_point'] or '.'
        formatted = point.join(parts)
    else:
        seps = 0
        if grouping:
            formatted, seps = _group(formatted, monetary=monetary)
    return _strip_padding(formatted, seps) if seps else formatted


def format_string(f, val, grouping=False, monetary=False):
    """Formats like the operator %, with the locale's separators."""
    items = list(_percent_re.finditer(f))
    text = _percent_re.sub('%s', f)
    values = []
    if isinstance(val, dict):
        for each in items:
            values.append('%' if each.group()[-1] == '%' else
                          _format(each.group(), val, grouping, monetary))
    else:
        if not isinstance(val, tuple):
            val = (val,)
        i = 0
        for each in items:
            if each.group()[-1] == '%':
                values.append('%')
            else:
                stars = each.group('modifiers').count('*')
                values.append(_format(each.group(), val[i], grouping, monetary,
                                      *val[i + 1:i + 1 + stars]))
                i += 1 + stars
    return text % tuple(values)


def format(percent, value, grouping=False, monetary=False, *additional):
    """The old form of format_string, for one value."""
    import warnings
    warnings.warn("This method will be removed in a future version of Python. "
                  "Use 'locale.format_string()' instead.", DeprecationWarning, stacklevel=2)
    match = _percent_re.match(percent)
    if not match or len(match.group()) != len(percent):
        raise ValueError(('format() must be given exactly one %%char format specifier, '
                          '%s not valid') % repr(percent))
    return _format(percent, value, grouping, monetary, *additional)


def currency(val, symbol=True, grouping=False, international=False):
    """An amount of money; the locale C cannot write one."""
    conv = localeconv()
    digits = conv[international and 'int_frac_digits' or 'frac_digits']
    if digits == 127:
        raise ValueError("Currency formatting is not possible using the 'C' locale.")
    return _localize(f'{abs(val):.{digits}f}', grouping, monetary=True)


def str(val):
    """Convert float to string, taking the locale into account."""
    return _format('%.12g', val)


def delocalize(string):
    """A number as Python writes it."""
    conv = localeconv()
    if conv['thousands_sep']:
        string = string.replace(conv['thousands_sep'], '')
    return string.replace(conv['decimal_point'], '.')


def localize(string, grouping=False, monetary=False):
    """A number as the locale writes it."""
    return _localize(string, grouping, monetary)


def atof(string, func=float):
    return func(delocalize(string))


def atoi(string):
    return int(delocalize(string))


def normalize(localename):
    """A whole name for a locale."""
    lower = localename.lower().replace(':', '.')
    name, _, encoding = lower.partition('.')
    if name in ('c', 'posix'):
        return 'C' if not encoding else 'C.UTF-8' if encoding in ('utf8', 'utf-8') else localename
    if '_' in name:
        language, _, place = name.partition('_')
        encoding = {'utf8': 'UTF-8', 'utf-8': 'UTF-8', '': 'ISO8859-1'}.get(encoding)
        if encoding:
            return f'{language}_{place.upper()}.{encoding}'
    usual = {'en': 'en_US.ISO8859-1', 'de': 'de_DE.ISO8859-1', 'fr': 'fr_FR.ISO8859-1',
             'es': 'es_ES.ISO8859-1', 'it': 'it_IT.ISO8859-1', 'english': 'en_EN.ISO8859-1',
             'german': 'de_DE.ISO8859-1', 'french': 'fr_FR.ISO8859-1'}
    return usual.get(lower, localename)


def _parse_localename(localename):
    code = normalize(localename)
    code = code.partition('@')[0]
    if '.' in code:
        language, encoding = code.split('.')[:2]
        return (None if language == 'C' and encoding == '' else language), encoding
    if code == 'C':
        return None, None
    raise ValueError('unknown locale: %s' % localename)


def _build_localename(localetuple):
    try:
        language, encoding = localetuple
    except (TypeError, ValueError):
        raise TypeError('Locale must be None, a string, or an iterable of two strings -- '
                        'language code, encoding.') from None
    return (language or 'C') + ('.' + encoding if encoding else '')


def getlocale(category=LC_CTYPE):
    """Language and encoding of a category."""
    name = setlocale(category)
    if category == LC_ALL and ';' in name:
        raise TypeError('category LC_ALL is not supported')
    return ('en_US', 'UTF-8') if name == 'C.UTF-8' else _parse_localename(name)


def getdefaultlocale(envvars=('LC_ALL', 'LC_CTYPE', 'LANG', 'LANGUAGE')):
    """Language and encoding that the environment asks for."""
    import os
    import warnings
    warnings.warn("Use setlocale(), getencoding() and getlocale() instead",
                  DeprecationWarning, stacklevel=2)
    for name in envvars:
        value = os.environ.get(name)
        if value:
            return _parse_localename(value.split(':')[0] if name == 'LANGUAGE' else value)
    return None, None


def resetlocale(category=LC_ALL):
    """Back to what the environment asks for."""
    setlocale(category, '')


def gettext(message, /):
    return message


def textdomain(domain, /):
    return domain or 'messages'


def bindtextdomain(domain, dir, /):
    return dir
