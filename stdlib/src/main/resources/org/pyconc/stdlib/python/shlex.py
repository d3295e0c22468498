"""Words of command lines, and a lexer for languages of that kind."""

__all__ = ['shlex', 'split', 'quote', 'join']

_safe = frozenset('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_@%+=:,./-')

# what the lexer is in the middle of; a quote or an escape character stands for itself
_NOTHING, _WORD, _PUNCTUATION = ' ', 'a', 'c'


class shlex:
    """Takes text apart into words, quoted strings and punctuation."""

    def __init__(self, instream=None, infile=None, posix=False, punctuation_chars=False):
        from io import StringIO
        if isinstance(instream, str):
            instream = StringIO(instream)
        if instream is None:
            import sys
            self.instream, self.infile = sys.stdin, None
        else:
            self.instream, self.infile = instream, infile
        self.posix = posix
        self.eof = None if posix else ''
        self.commenters = '#'
        self.wordchars = 'abcdfeghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_'
        if posix:
            self.wordchars += ''.join(chr(c) for c in range(0xdf, 0x100) if c != 0xf7)
            self.wordchars += ''.join(chr(c) for c in range(0xc0, 0xdf) if c != 0xd7)
        self.whitespace = ' \t\r\n'
        self.whitespace_split = False
        self.quotes = '\'"'
        self.escape = '\\'
        self.escapedquotes = '"'
        self.state = _NOTHING
        self.lineno = 1
        self.debug = 0
        self.token = ''
        self.source = None
        self.pushback, self.filestack = _deque(), _deque()
        if punctuation_chars is True:
            punctuation_chars = '();<>|&'
        self._punctuation_chars = punctuation_chars or ''
        if self._punctuation_chars:
            self._pushback_chars = _deque()
            self.wordchars += '~-./*?='
            for c in self._punctuation_chars:
                self.wordchars = self.wordchars.replace(c, '')

    @property
    def punctuation_chars(self):
        return self._punctuation_chars

    # ---- tokens, and where they come from ----------------------------------------------------

    def push_token(self, tok):
        """Has a token come next."""
        if self.debug >= 1:
            print('shlex: pushing token ' + repr(tok))
        self.pushback.appendleft(tok)

    def push_source(self, newstream, newfile=None):
        """Reads another source first."""
        if isinstance(newstream, str):
            from io import StringIO
            newstream = StringIO(newstream)
        self.filestack.appendleft((self.infile, self.instream, self.lineno))
        self.infile, self.instream, self.lineno = newfile, newstream, 1
        if self.debug:
            print('shlex: pushing to file %s' % (newfile,) if newfile is not None
                  else 'shlex: pushing to stream %s' % (newstream,))

    def pop_source(self):
        """Goes back to the source before."""
        self.instream.close()
        self.infile, self.instream, self.lineno = self.filestack.popleft()
        if self.debug:
            print('shlex: popping to %s, line %d' % (self.instream, self.lineno))
        self.state = _NOTHING

    def get_token(self):
        """The next token; at the end that of the end."""
        if self.pushback:
            token = self.pushback.popleft()
            if self.debug >= 1:
                print('shlex: popping token ' + repr(token))
            return token
        token = self.read_token()
        if self.source is not None:
            while token == self.source:
                spec = self.sourcehook(self.read_token())
                if spec:
                    self.push_source(spec[1], spec[0])
                token = self.get_token()
        while token == self.eof:
            if not self.filestack:
                return self.eof
            self.pop_source()
            token = self.get_token()
        if self.debug >= 1:
            print('shlex: token=' + repr(token) if token != self.eof else 'shlex: token=EOF')
        return token

    def sourcehook(self, newfile):
        """Opens a file that the text wants to be read."""
        if newfile[0] == '"':
            newfile = newfile[1:-1]
        import os.path
        if isinstance(self.infile, str) and not os.path.isabs(newfile):
            newfile = os.path.join(os.path.dirname(self.infile), newfile)
        return newfile, open(newfile, 'r')

    def error_leader(self, infile=None, lineno=None):
        """How a message about the present place begins."""
        return '"%s", line %d: ' % (self.infile if infile is None else infile,
                                    self.lineno if lineno is None else lineno)

    def __iter__(self):
        return self

    def __next__(self):
        token = self.get_token()
        if token == self.eof:
            raise StopIteration
        return token

    # ---- the automaton -----------------------------------------------------------------------

    def _next_char(self):
        if self._punctuation_chars and self._pushback_chars:
            c = self._pushback_chars.pop()
        else:
            c = self.instream.read(1)
        if c == '\n':
            self.lineno += 1
        if self.debug >= 3:
            print('shlex: in state %r I see character: %r' % (self.state, c))
        return c

    def _is_word(self, c):
        return (c in self.wordchars or c in self.quotes
                or (self.whitespace_split and c not in self._punctuation_chars))

    def read_token(self):
        """The next token of the source itself."""
        quoted = False
        escaped = _NOTHING
        while True:
            c = self._next_char()
            state = self.state
            if state is None:
                self.token = ''
                break
            if state == _NOTHING:
                if not c:
                    self.state = None
                    break
                if c in self.whitespace:
                    if self.token or (self.posix and quoted):
                        break
                elif c in self.commenters:
                    self._skip_line()
                elif self.posix and c in self.escape:
                    escaped, self.state = _WORD, c
                elif c in self.wordchars:
                    self.token, self.state = c, _WORD
                elif c in self._punctuation_chars:
                    self.token, self.state = c, _PUNCTUATION
                elif c in self.quotes:
                    if not self.posix:
                        self.token = c
                    self.state = c
                elif self.whitespace_split:
                    self.token, self.state = c, _WORD
                else:
                    self.token = c
                    if self.token or (self.posix and quoted):
                        break
            elif state in self.quotes:
                quoted = True
                if not c:
                    raise ValueError('No closing quotation')
                if c == state:
                    if not self.posix:
                        self.token += c
                        self.state = _NOTHING
                        break
                    self.state = _WORD
                elif self.posix and c in self.escape and state in self.escapedquotes:
                    escaped, self.state = state, c
                else:
                    self.token += c
            elif state in self.escape:
                if not c:
                    raise ValueError('No escaped character')
                if escaped in self.quotes and c != state and c != escaped:
                    self.token += state
                self.token += c
                self.state = escaped
            elif not c:
                self.state = None
                break
            elif c in self.whitespace:
                self.state = _NOTHING
                if self.token or (self.posix and quoted):
                    break
            elif c in self.commenters:
                self._skip_line()
                if self.posix:
                    self.state = _NOTHING
                    if self.token or quoted:
                        break
            elif state == _PUNCTUATION:
                if c in self._punctuation_chars:
                    self.token += c
                    continue
                if c not in self.whitespace:
                    self._pushback_chars.append(c)
                self.state = _NOTHING
                break
            elif self.posix and c in self.quotes:
                self.state = c
            elif self.posix and c in self.escape:
                escaped, self.state = _WORD, c
            elif self._is_word(c):
                self.token += c
            else:
                if self._punctuation_chars:
                    self._pushback_chars.append(c)
                else:
                    self.pushback.appendleft(c)
                self.state = _NOTHING
                if self.token or (self.posix and quoted):
                    break
        token, self.token = self.token, ''
        if self.posix and not quoted and token == '':
            token = None
        if self.debug > 1:
            print('shlex: raw token=' + repr(token) if token else 'shlex: raw token=EOF')
        return token

    def _skip_line(self):
        self.instream.readline()
        self.lineno += 1


def _deque():
    from collections import deque
    return deque()


def split(s, comments=False, posix=True):
    """The words of a command line, as a shell sees them."""
    if s is None:
        import warnings
        warnings.warn("Passing None for 's' to shlex.split() is deprecated.", DeprecationWarning, stacklevel=2)
    lexer = shlex(s, posix=posix)
    lexer.whitespace_split = True
    if not comments:
        lexer.commenters = ''
    return list(lexer)


def quote(s):
    """A word so that a shell takes it as one."""
    if not s:
        return "''"
    if all(c in _safe for c in s):
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"


def join(split_command):
    """The command line of words."""
    return ' '.join(quote(word) for word in split_command)
