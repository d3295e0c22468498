"""Messages in the language of the user, from catalogs in .mo files."""
import builtins
import operator
import os
import re
import struct
import sys

__all__ = ['NullTranslations', 'GNUTranslations', 'Catalog', 'bindtextdomain', 'find',
           'translation', 'install', 'textdomain', 'dgettext', 'dngettext', 'gettext', 'ngettext',
           'pgettext', 'dpgettext', 'npgettext', 'dnpgettext']

_default_localedir = os.path.join(sys.base_prefix, 'share', 'locale')

_TOKENS = re.compile(r'\s*(?:(n\b)|([0-9]+)|(\|\||&&|[=!<>]=|[-+*/%<>!?:()])|(\S))')
_LEVELS = [{'||': None}, {'&&': None}, {'==': operator.eq, '!=': operator.ne},
           {'<': operator.lt, '>': operator.gt, '<=': operator.le, '>=': operator.ge},
           {'+': operator.add, '-': operator.sub},
           {'*': operator.mul, '/': operator.floordiv, '%': operator.mod}]


class _Plural:
    """Reads the rule of a catalog that chooses among plural forms: an expression of C in n."""

    def __init__(self, text):
        self.tokens = []
        at = 0
        text = text.rstrip()
        while at < len(text):
            match = _TOKENS.match(text, at)
            if match.group(4):
                raise ValueError('invalid token in plural form: %s' % match.group(4))
            self.tokens.append(match.group().strip())
            at = match.end()
        self.tokens.append('')
        self.at = 0

    def take(self):
        self.at += 1
        return self.tokens[self.at - 1]

    def peek(self):
        return self.tokens[self.at]

    def unexpected(self, token):
        if token:
            return ValueError('unexpected token in plural form: %s' % token)
        return ValueError('unexpected end of plural form')

    def whole(self):
        rule = self.choice()
        if self.peek():
            raise self.unexpected(self.peek())
        return rule

    def choice(self):
        test = self.binary(0)
        if self.peek() != '?':
            return test
        self.take()
        yes = self.choice()
        if self.peek() != ':':
            raise self.unexpected(self.peek())
        self.take()
        no = self.choice()
        return lambda n: yes(n) if test(n) else no(n)

    def binary(self, level):
        if level == len(_LEVELS):
            return self.single()
        left = self.binary(level + 1)
        while self.peek() in _LEVELS[level] and self.peek():
            token = self.take()
            left = self.joined(token, _LEVELS[level][token], left, self.binary(level + 1))
        return left

    def joined(self, token, function, left, right):
        if token == '||':
            return lambda n: int(bool(left(n) or right(n)))
        if token == '&&':
            return lambda n: int(bool(left(n) and right(n)))
        return lambda n: int(function(left(n), right(n)))

    def single(self):
        token = self.take()
        if token == '!':
            inner = self.single()
            return lambda n: int(not inner(n))
        if token == '(':
            inner = self.choice()
            if self.peek() != ')':
                raise ValueError('unbalanced parenthesis in plural form')
            self.take()
            return inner
        if token == 'n':
            return lambda n: n
        if token.isdigit():
            value = int(token)
            return lambda n: value
        raise self.unexpected(token)


def c2py(plural):
    """The function of n that a rule stands for."""
    if len(plural) > 1000:
        raise ValueError('plural form expression is too long')
    try:
        rule = _Plural(plural).whole()
    except RecursionError:
        raise ValueError('plural form expression is too complex') from None

    def func(n):
        if not isinstance(n, int):
            n = _as_int(n)
        return int(rule(n))
    return func


def _as_int(n):
    try:
        whole = round(n)
    except TypeError:
        raise TypeError('Plural value must be an integer, got %s' % (n.__class__.__name__,)) \
            from None
    import warnings
    warnings.warn('Plural value must be an integer, got %s' % (n.__class__.__name__,),
                  DeprecationWarning, 4)
    return n if whole != n else whole


class NullTranslations:
    """No translations: messages stay as they are, or go to a fallback."""

    def __init__(self, fp=None):
        self._info = {}
        self._charset = None
        self._fallback = None
        if fp is not None:
            self._parse(fp)

    def _parse(self, fp):
        pass

    def add_fallback(self, fallback):
        if self._fallback:
            self._fallback.add_fallback(fallback)
        else:
            self._fallback = fallback

    def gettext(self, message):
        return self._fallback.gettext(message) if self._fallback else message

    def ngettext(self, msgid1, msgid2, n):
        if self._fallback:
            return self._fallback.ngettext(msgid1, msgid2, n)
        return msgid1 if n == 1 else msgid2

    def pgettext(self, context, message):
        return self._fallback.pgettext(context, message) if self._fallback else message

    def npgettext(self, context, msgid1, msgid2, n):
        if self._fallback:
            return self._fallback.npgettext(context, msgid1, msgid2, n)
        return msgid1 if n == 1 else msgid2

    def info(self):
        return self._info

    def charset(self):
        return self._charset

    def install(self, names=None):
        """Makes _ a builtin, and others of the functions if they are named."""
        builtins._ = self.gettext
        for name in {'gettext', 'ngettext', 'npgettext', 'pgettext'} & set(names or ()):
            setattr(builtins, name, getattr(self, name))


class GNUTranslations(NullTranslations):
    """The messages of a .mo file."""

    LE_MAGIC = 0x950412de
    BE_MAGIC = 0xde120495
    CONTEXT = '%s\x04%s'
    VERSIONS = (0, 1)

    def _parse(self, fp):
        filename = getattr(fp, 'name', '')
        data = fp.read()
        self._catalog = catalog = {}
        self.plural = lambda n: int(n != 1)
        magic = struct.unpack('<I', data[:4])[0]
        if magic == self.LE_MAGIC:
            version, count, originals, translations = struct.unpack('<4I', data[4:20])
            order = '<II'
        elif magic == self.BE_MAGIC:
            version, count, originals, translations = struct.unpack('>4I', data[4:20])
            order = '>II'
        else:
            raise OSError(0, 'Bad magic number', filename)
        if version >> 16 not in self.VERSIONS:
            raise OSError(0, 'Bad version number ' + str(version >> 16), filename)
        for i in range(count):
            size, at = struct.unpack(order, data[originals:originals + 8])
            tsize, tat = struct.unpack(order, data[translations:translations + 8])
            if at + size >= len(data) or tat + tsize >= len(data):
                raise OSError(0, 'File is corrupt', filename)
            message, text = data[at:at + size], data[tat:tat + tsize]
            if not size:
                self._parse_head(text)
            charset = self._charset or 'ascii'
            if b'\x00' in message:
                first = str(message.split(b'\x00')[0], charset)
                for number, form in enumerate(text.split(b'\x00')):
                    catalog[first, number] = str(form, charset)
            else:
                catalog[str(message, charset)] = str(text, charset)
            originals += 8
            translations += 8

    def _parse_head(self, text):
        last = None
        for line in text.split(b'\n'):
            item = line.decode().strip()
            if not item or item.startswith('#-#-#-#-#') and item.endswith('#-#-#-#-#'):
                continue
            key = None
            if ':' in item:
                key, value = item.split(':', 1)
                key, value = key.strip().lower(), value.strip()
                self._info[key] = value
                last = key
            elif last:
                self._info[last] += '\n' + item
            if key == 'content-type':
                self._charset = value.split('charset=')[1]
            elif key == 'plural-forms':
                self.plural = c2py(value.split(';')[1].split('plural=')[1])

    def _found(self, key, n, otherwise):
        missing = object()
        text = self._catalog.get(key, missing)
        if text is missing:
            text = self._catalog.get((key, self.plural(n)), missing)
        return otherwise() if text is missing else text

    def gettext(self, message):
        return self._found(message, 1, lambda: self._fallback.gettext(message)
                           if self._fallback else message)

    def pgettext(self, context, message):
        return self._found(self.CONTEXT % (context, message), 1,
                           lambda: self._fallback.pgettext(context, message)
                           if self._fallback else message)

    def _plural_of(self, key, msgid1, msgid2, n, fallback):
        text = self._catalog.get((key, self.plural(n)))
        if text is not None:
            return text
        if self._fallback:
            return fallback()
        return msgid1 if n == 1 else msgid2

    def ngettext(self, msgid1, msgid2, n):
        return self._plural_of(msgid1, msgid1, msgid2, n,
                               lambda: self._fallback.ngettext(msgid1, msgid2, n))

    def npgettext(self, context, msgid1, msgid2, n):
        return self._plural_of(self.CONTEXT % (context, msgid1), msgid1, msgid2, n,
                               lambda: self._fallback.npgettext(context, msgid1, msgid2, n))


def _variants(name):
    """A locale, and the less and less exact ones that stand in for it."""
    import locale
    name = locale.normalize(name)
    parts = {}
    for mark in '@.':
        name, found, rest = name.partition(mark)
        parts[mark] = found + rest
    language, found, rest = name.partition('_')
    territory = found + rest
    result = []
    for bits in range(8):
        use = (territory if not bits & 4 else '', parts['.'] if not bits & 2 else '',
               parts['@'] if not bits & 1 else '')
        text = language + ''.join(use)
        if text not in result:
            result.append(text)
    return result


def find(domain, localedir=None, languages=None, all=False):
    """The file of a catalog, or all files."""
    localedir = _default_localedir if localedir is None else localedir
    if languages is None:
        languages = []
        for name in ('LANGUAGE', 'LC_ALL', 'LC_MESSAGES', 'LANG'):
            value = os.environ.get(name)
            if value:
                languages = value.split(':')
                break
        if 'C' not in languages:
            languages.append('C')
    found = [] if all else None
    for language in dict.fromkeys(each for name in languages for each in _variants(name)):
        if language == 'C':
            break
        path = os.path.join(localedir, language, 'LC_MESSAGES', '%s.mo' % domain)
        if os.path.exists(path):
            if not all:
                return path
            found.append(path)
    return found


_translations = {}


def translation(domain, localedir=None, languages=None, class_=None, fallback=False):
    """The messages of a domain."""
    class_ = GNUTranslations if class_ is None else class_
    files = find(domain, localedir, languages, all=True)
    if not files:
        if fallback:
            return NullTranslations()
        raise FileNotFoundError(2, 'No translation file found for domain', domain)
    import copy
    result = None
    for path in files:
        key = class_, os.path.abspath(path)
        known = _translations.get(key)
        if known is None:
            with open(path, 'rb') as f:
                known = _translations.setdefault(key, class_(f))
        known = copy.copy(known)
        if result is None:
            result = known
        else:
            result.add_fallback(known)
    return result


def install(domain, localedir=None, *, names=None):
    """Makes _ a builtin that translates."""
    translation(domain, localedir, fallback=True).install(names)


_localedirs = {}
_current_domain = 'messages'


def textdomain(domain=None):
    """The domain of gettext(), which is set if one is given."""
    global _current_domain
    if domain is not None:
        _current_domain = domain
    return _current_domain


def bindtextdomain(domain, localedir=None):
    """The folder of a domain, which is set if one is given."""
    if localedir is not None:
        _localedirs[domain] = localedir
    return _localedirs.get(domain, _default_localedir)


def _of(domain):
    try:
        return translation(domain, _localedirs.get(domain))
    except OSError:
        return None


def dgettext(domain, message):
    found = _of(domain)
    return message if found is None else found.gettext(message)


def dngettext(domain, msgid1, msgid2, n):
    found = _of(domain)
    if found is None:
        return msgid1 if n == 1 else msgid2
    return found.ngettext(msgid1, msgid2, n)


def dpgettext(domain, context, message):
    found = _of(domain)
    return message if found is None else found.pgettext(context, message)


def dnpgettext(domain, context, msgid1, msgid2, n):
    found = _of(domain)
    if found is None:
        return msgid1 if n == 1 else msgid2
    return found.npgettext(context, msgid1, msgid2, n)


def gettext(message):
    return dgettext(_current_domain, message)


def ngettext(msgid1, msgid2, n):
    return dngettext(_current_domain, msgid1, msgid2, n)


def pgettext(context, message):
    return dpgettext(_current_domain, context, message)


def npgettext(context, msgid1, msgid2, n):
    return dnpgettext(_current_domain, context, msgid1, msgid2, n)


Catalog = translation
