"""Headers of an answer."""


def _quoted(name, value):
    if value is None or value == '':
        return name
    escaped = value.replace('\\', '\\\\').replace('"', '\\"')
    return f'{name}="{escaped}"'


class Headers:
    """A list of names and values that is asked like a mapping; names in any case."""

    def __init__(self, headers=None):
        headers = [] if headers is None else headers
        if type(headers) is not list:
            raise TypeError('Headers must be a list of name/value tuples')
        self._headers = headers

    @staticmethod
    def _text(value):
        if type(value) is str:
            return value
        raise AssertionError(f'Header names/values must be of type str (got {value!r})')

    def __len__(self):
        return len(self._headers)

    def __setitem__(self, name, value):
        del self[name]
        self._headers.append((self._text(name), self._text(value)))

    def __delitem__(self, name):
        name = self._text(name).lower()
        self._headers[:] = [pair for pair in self._headers if pair[0].lower() != name]

    def __getitem__(self, name):
        return self.get(name)

    def __contains__(self, name):
        return self.get(name) is not None

    def get_all(self, name):
        name = self._text(name).lower()
        return [value for key, value in self._headers if key.lower() == name]

    def get(self, name, default=None):
        name = self._text(name).lower()
        for key, value in self._headers:
            if key.lower() == name:
                return value
        return default

    def keys(self):
        return [key for key, _ in self._headers]

    def values(self):
        return [value for _, value in self._headers]

    def items(self):
        return self._headers[:]

    def __repr__(self):
        return f'{self.__class__.__name__}({self._headers!r})'

    def __str__(self):
        return '\r\n'.join([f'{key}: {value}' for key, value in self._headers] + ['', ''])

    def __bytes__(self):
        return str(self).encode('iso-8859-1')

    def setdefault(self, name, value):
        known = self.get(name)
        if known is not None:
            return known
        self._headers.append((self._text(name), self._text(value)))
        return value

    def add_header(self, _name, _value, **_params):
        parts = [] if _value is None else [self._text(_value)]
        for key, value in _params.items():
            key = self._text(key).replace('_', '-')
            parts.append(key if value is None else _quoted(key, self._text(value)))
        self._headers.append((self._text(_name), '; '.join(parts)))
