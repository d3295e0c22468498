"""Names and passwords of hosts, from a .netrc file."""
import os
import stat

__all__ = ['netrc', 'NetrcParseError']

_SPACE = '\n\t\r '


class NetrcParseError(Exception):
    """A file does not have the form of a .netrc file."""

    def __init__(self, msg, filename=None, lineno=None):
        self.filename = filename
        self.lineno = lineno
        self.msg = msg
        Exception.__init__(self, msg)

    def __str__(self):
        return '%s (%s, line %s)' % (self.msg, self.filename, self.lineno)


class _Words:
    """The words of a file; quotes and backslashes keep blanks in them."""

    def __init__(self, text):
        self.text = text
        self.at = 0
        self.lineno = 1
        self.returned = []

    def _char(self):
        c = self.text[self.at:self.at + 1]
        self.at += 1
        if c == '\n':
            self.lineno += 1
        return c

    def rest_of_line(self):
        while (c := self._char()) not in ('', '\n'):
            pass

    def line(self):
        """The rest of a line, empty at the end of the file."""
        start = self.at
        self.rest_of_line()
        return self.text[start:self.at]

    def give_back(self, word):
        self.returned.append(word)

    def next(self):
        if self.returned:
            return self.returned.pop()
        while (c := self._char()) and c in _SPACE:
            pass
        if not c:
            return ''
        word = ''
        if c == '"':
            while (c := self._char()) and c != '"':
                word += self._char() if c == '\\' else c
            return word
        while c and c not in _SPACE:
            word += self._char() if c == '\\' else c
            c = self._char()
        return word


class netrc:
    """What a .netrc file says: hosts and macros."""

    def __init__(self, file=None):
        is_default = file is None
        if is_default:
            file = os.path.join(os.path.expanduser('~'), '.netrc')
        self.hosts = {}
        self.macros = {}
        try:
            with open(file, encoding='utf-8') as f:
                text = f.read()
        except UnicodeDecodeError:
            with open(file, encoding='locale') as f:
                text = f.read()
        self._parse(file, _Words(text), is_default)

    def _parse(self, file, words, is_default):
        while True:
            before = words.lineno
            word = words.next()
            if not word:
                return
            if word[0] == '#':
                if words.lineno == before:
                    words.rest_of_line()
                continue
            if word == 'machine':
                entry = words.next()
            elif word == 'default':
                entry = 'default'
            elif word == 'macdef':
                self._macro(file, words)
                continue
            else:
                raise NetrcParseError('bad toplevel token %r' % word, file, words.lineno)
            if not entry:
                raise NetrcParseError('missing %r name' % word, file, words.lineno)
            self._entry(file, words, entry, is_default)

    def _macro(self, file, words):
        name = words.next()
        self.macros[name] = lines = []
        while True:
            line = words.line()
            if not line:
                raise NetrcParseError('Macro definition missing null line terminator.', file,
                                      words.lineno)
            if line == '\n':
                return
            lines.append(line)

    def _entry(self, file, words, entry, is_default):
        known = {'login': '', 'account': '', 'password': ''}
        self.hosts[entry] = {}
        while True:
            before = words.lineno
            word = words.next()
            if word.startswith('#'):
                if words.lineno == before:
                    words.rest_of_line()
            elif word in ('', 'machine', 'default', 'macdef'):
                break
            elif word in ('login', 'user'):
                known['login'] = words.next()
            elif word in ('account', 'password'):
                known[word] = words.next()
            else:
                raise NetrcParseError('bad follower token %r' % word, file, words.lineno)
        self.hosts[entry] = known['login'], known['account'], known['password']
        if is_default and known['login'] != 'anonymous':
            self._check_owner(file, words)
        words.give_back(word)

    def _check_owner(self, file, words):
        status = os.stat(file)
        if status.st_uid != os.getuid():
            raise NetrcParseError('~/.netrc file owner (uid %s) does not match current user (uid %s)'
                                  % (status.st_uid, os.getuid()))
        if status.st_mode & (stat.S_IRWXG | stat.S_IRWXO):
            raise NetrcParseError('~/.netrc access too permissive: access permissions must '
                                  'restrict access to only the owner', file, words.lineno)

    def authenticators(self, host):
        """Login, account and password for a host, or None."""
        return self.hosts.get(host, self.hosts.get('default'))

    def __repr__(self):
        text = ''
        for host, (login, account, password) in self.hosts.items():
            text += f'machine {host}\n\tlogin {login}\n'
            if account:
                text += f'\taccount {account}\n'
            text += f'\tpassword {password}\n'
        for name, lines in self.macros.items():
            text += f'macdef {name}\n' + ''.join(lines) + '\n'
        return text


if __name__ == '__main__':
    print(netrc())
