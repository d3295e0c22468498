"""The part of XPath that find, findall and iterfind know."""

import re as _re

_token = _re.compile(
    r'(\'[^\']*\'|"[^"]*"|::|//?|\.\.|\(\)|!=|[/.*:\[\]\(\)@=])|((?:\{[^}]+\})?[^/\[\]\(\)@!=\s]+)|\s+')


def xpath_tokenizer(pattern, namespaces=None):
    """Pairs of sign and name."""
    default = namespaces.get('') if namespaces else None
    attribute = False
    for found in _token.finditer(pattern):
        sign, tag = found.group(1) or '', found.group(2) or ''
        if tag and tag[0] != '{':
            if ':' in tag:
                prefix, local = tag.split(':', 1)
                try:
                    if not namespaces:
                        raise KeyError
                    yield sign, '{%s}%s' % (namespaces[prefix], local)
                except KeyError:
                    raise SyntaxError('prefix %r not found in prefix map' % prefix) from None
            elif default and not attribute:
                yield sign, '{%s}%s' % (default, tag)
            else:
                yield sign, tag
            attribute = False
        elif sign or tag:
            yield sign, tag
            attribute = sign == '@'


def _matcher(tag):
    """A function that says whether an element has that name."""
    if tag in ('*', '{*}*'):
        return (lambda e: isinstance(e.tag, str)) if tag == '{*}*' else lambda e: True
    if tag[:3] == '{*}':
        rest, end = tag[3:], tag[2:]
        return lambda e: isinstance(e.tag, str) and (e.tag == rest or e.tag.endswith(end))
    if tag[-2:] == '}*':
        if tag == '{}*':
            return lambda e: isinstance(e.tag, str) and e.tag[:1] != '{'
        start = tag[:-1]
        return lambda e: isinstance(e.tag, str) and e.tag.startswith(start)
    if tag[:2] == '{}':
        tag = tag[2:]
    return lambda e: e.tag == tag


def _parents(root):
    return {child: parent for parent in root.iter() for child in parent}


def _children(tag):
    matches = _matcher(tag)

    def select(root, elements):
        for element in elements:
            for child in element:
                if matches(child):
                    yield child
    return select


def _descendants(tag):
    matches = _matcher(tag)

    def select(root, elements):
        for element in elements:
            for each in element.iter():
                if each is not element and matches(each):
                    yield each
    return select


def _itself(root, elements):
    return elements


def _above(root, elements):
    parents, seen = _parents(root), set()
    for element in elements:
        parent = parents.get(element)
        if parent is not None and id(parent) not in seen:
            seen.add(id(parent))
            yield parent


def _predicate(next_token):
    signature, parts = '', []
    while True:
        try:
            sign, tag = next_token()
        except StopIteration:
            return None
        if sign == ']':
            break
        if sign[:1] in ('"', "'") and sign:
            signature += "'"
            parts.append(sign[1:-1])
        else:
            signature += sign or '-'
            parts.append(tag)
    if signature == '@-':
        return lambda root, elements: (e for e in elements if e.get(parts[1]) is not None)
    if signature in ("@-='", "@-!='"):
        key, value = parts[1], parts[-1]
        if '!' in signature:
            return lambda root, elements: (e for e in elements
                                           if e.get(key) is not None and e.get(key) != value)
        return lambda root, elements: (e for e in elements if e.get(key) == value)
    if signature == '-' and not _re.match(r'-?\d+$', parts[0]):
        return lambda root, elements: (e for e in elements if e.find(parts[0]) is not None)
    if signature in (".='", ".!='") or (signature in ("-='", "-!='")
                                        and not _re.match(r'-?\d+$', parts[0])):
        tag, value, wanted = parts[0], parts[-1], '!' not in signature
        if signature[0] == '.':
            return lambda root, elements: (e for e in elements
                                           if (''.join(e.itertext()) == value) == wanted)
        return lambda root, elements: (e for e in elements
                                       if any((''.join(c.itertext()) == value) == wanted
                                              for c in e.findall(tag)))
    if signature in ('-', '-()', '-()-'):
        if signature == '-':
            index = int(parts[0]) - 1
            if index < 0:
                raise SyntaxError('XPath position >= 1 expected')
        else:
            if parts[0] != 'last':
                raise SyntaxError('unsupported function')
            index = -1
            if signature == '-()-':
                try:
                    index = int(parts[2]) - 1
                except ValueError:
                    raise SyntaxError('unsupported expression') from None
                if index > -2:
                    raise SyntaxError('XPath offset from last() must be negative')

        def select(root, elements):
            parents = _parents(root)
            for element in elements:
                try:
                    same = list(parents[element].findall(element.tag))
                    if same[index] is element:
                        yield element
                except (IndexError, KeyError):
                    pass
        return select
    raise SyntaxError('invalid predicate')


_cache = {}


def _steps(path, namespaces):
    key = path, tuple(sorted(namespaces.items())) if namespaces else None
    found = _cache.get(key)
    if found is not None:
        return found
    if path[-1:] == '/':
        path += '*'
    if path[:1] == '/':
        raise SyntaxError('cannot use absolute path on element')
    tokens = iter(xpath_tokenizer(path, namespaces))
    next_token = tokens.__next__
    steps = []
    try:
        token = next_token()
    except StopIteration:
        return steps
    while True:
        try:
            sign, tag = token
            if tag:
                steps.append(_children(tag))
            elif sign == '*':
                steps.append(_children('*'))
            elif sign == '.':
                steps.append(_itself)
            elif sign == '..':
                steps.append(_above)
            elif sign == '//':
                sign, tag = next_token()
                if sign == '*':
                    tag = '*'
                elif sign:
                    raise SyntaxError('invalid descendant')
                steps.append(_descendants(tag))
            elif sign == '[':
                steps.append(_predicate(next_token))
            else:
                raise KeyError(sign)
        except StopIteration:
            raise SyntaxError('invalid path') from None
        try:
            token = next_token()
            if token[0] == '/':
                token = next_token()
        except StopIteration:
            break
    if len(_cache) > 100:
        _cache.clear()
    _cache[key] = steps
    return steps


def iterfind(elem, path, namespaces=None):
    """The elements that the path finds."""
    result = (elem,)
    for step in _steps(path, namespaces):
        result = step(elem, result)
    return iter(result)


def find(elem, path, namespaces=None):
    return next(iterfind(elem, path, namespaces), None)


def findall(elem, path, namespaces=None):
    return list(iterfind(elem, path, namespaces))


def findtext(elem, path, default=None, namespaces=None):
    found = find(elem, path, namespaces)
    return default if found is None else found.text or ''
