"""The class Scanner of re."""
import re


class Scanner:
    """Cuts a text into tokens: the first of the patterns that matches says what to do."""

    def __init__(self, lexicon, flags=0):
        self.lexicon = lexicon
        self._actions = {}
        groups = 0
        for phrase, action in lexicon:
            self._actions[groups + 1] = action
            groups += 1 + re.compile(phrase, flags).groups
        self.scanner = re.compile('|'.join('(%s)' % phrase for phrase, action in lexicon), flags)

    def scan(self, string):
        result = []
        at = 0
        while True:
            match = self.scanner.match(string, at)
            if match is None or match.end() == at:
                return result, string[at:]
            at = match.end()
            action = self._actions[match.lastindex]
            if callable(action):
                self.match = match
                action = action(self, match.group())
            if action is not None:
                result.append(action)


Scanner.__module__ = 're'
