"""What names and attributes a text may become."""
import builtins
import inspect
import keyword
import re

__all__ = ['Completer']


class Completer:
    """Completes names, keywords and attributes."""

    def __init__(self, namespace=None):
        if namespace and not isinstance(namespace, dict):
            raise TypeError('namespace must be a dictionary')
        self.use_main_ns = namespace is None
        if namespace is not None:
            self.namespace = namespace

    def complete(self, text, state):
        """The completion with that number, or None."""
        if self.use_main_ns:
            import __main__
            self.namespace = __main__.__dict__
        if not text.strip():
            return '\t' if state == 0 else None
        if state == 0:
            self.matches = self.attr_matches(text) if '.' in text else self.global_matches(text)
        return self.matches[state] if state < len(self.matches) else None

    def _callable_postfix(self, val, word):
        if callable(val):
            word += '('
            try:
                if not inspect.signature(val).parameters:
                    word += ')'
            except ValueError:
                pass
        return word

    def global_matches(self, text):
        """Keywords, names of the namespace and builtins that begin so."""
        matches = []
        seen = {'__builtins__'}
        for word in keyword.kwlist + keyword.softkwlist:
            if word.startswith(text):
                seen.add(word)
                if word in ('finally', 'try'):
                    word += ':'
                elif word not in ('False', 'None', 'True', 'break', 'continue', 'pass', 'else'):
                    word += ' '
                matches.append(word)
        for space in (self.namespace, builtins.__dict__):
            for word, val in list(space.items()):
                if word.startswith(text) and word not in seen:
                    seen.add(word)
                    matches.append(self._callable_postfix(val, word))
        return matches

    def attr_matches(self, text):
        """Attributes of an expression of names that begin so."""
        match = re.match(r'(\w+(\.\w+)*)\.(\w*)', text)
        if not match:
            return []
        expr, attr = match.group(1, 3)
        try:
            thing = eval(expr, self.namespace)
        except Exception:
            return []
        words = set(dir(thing))
        words.discard('__builtins__')
        if hasattr(thing, '__class__'):
            words.add('__class__')
            words.update(get_class_members(thing.__class__))
        hidden = '' if attr.startswith('__') else '__' if attr.startswith('_') else '_'
        matches = []
        while True:
            for word in words:
                if word.startswith(attr) and not (hidden and word.startswith(hidden)
                                                  and hidden != attr):
                    found = '%s.%s' % (expr, word)
                    if isinstance(getattr(type(thing), word, None), property):
                        matches.append(found)
                        continue
                    value = getattr(thing, word, None)
                    matches.append(found if value is None else self._callable_postfix(value, found))
            if matches or not hidden:
                break
            hidden = '__' if hidden == '_' else ''
        matches.sort()
        return matches


def get_class_members(klass):
    """The names of a class and its bases."""
    found = dir(klass)
    for base in getattr(klass, '__bases__', ()):
        found += get_class_members(base)
    return found
