"""Trees of elements."""

import re as _re

__all__ = ['Comment', 'dump', 'Element', 'ElementTree', 'canonicalize', 'fromstring',
           'fromstringlist', 'indent', 'iselement', 'iterparse', 'parse', 'ParseError', 'PI',
           'ProcessingInstruction', 'QName', 'SubElement', 'tostring', 'tostringlist',
           'TreeBuilder', 'VERSION', 'XML', 'XMLID', 'XMLParser', 'XMLPullParser',
           'register_namespace']

VERSION = '1.3.0'


class ParseError(SyntaxError):
    """The document is not well-formed."""


def iselement(element):
    """Whether it looks like an element."""
    return hasattr(element, 'tag')


_path_sign = _re.compile(r'[/*\[@.]')


def _is_plain(path):
    """Whether a path is just a name."""
    return isinstance(path, str) and (
        path.isidentifier() or not _path_sign.search(path[path.find('}') + 1:])
        and path[:3] != '{*}')


class Element:
    """A tag, attributes, text and children."""

    def __init__(self, tag, attrib={}, **extra):
        if not isinstance(attrib, dict):
            raise TypeError('Element() argument 2 must be dict, not %s' % type(attrib).__name__)
        self.tag = tag
        self.attrib = {**attrib, **extra}
        self.text = self.tail = None
        self._children = []

    def __repr__(self):
        return '<%s %r at %#x>' % (self.__class__.__name__, self.tag, id(self))

    def makeelement(self, tag, attrib, /):
        return self.__class__(tag, attrib)

    def __copy__(self):
        new = self.makeelement(self.tag, self.attrib)
        new.text, new.tail = self.text, self.tail
        new._children[:] = self._children
        return new

    def __len__(self):
        return len(self._children)

    def __bool__(self):
        import warnings
        warnings.warn("The behavior of this method will change in future versions.  Use specific "
                      "'len(elem)' or 'elem is not None' test instead.", FutureWarning,
                      stacklevel=2)
        return len(self._children) != 0

    def __getitem__(self, index):
        try:
            return self._children[index]
        except IndexError:
            raise IndexError('child index out of range') from None

    def __setitem__(self, index, element):
        if isinstance(index, slice):
            element = list(element)
            for each in element:
                _require(each)
            self._children[index] = element
            return
        _require(element)
        try:
            self._children[index] = element
        except IndexError:
            raise IndexError('child assignment index out of range') from None

    def __delitem__(self, index):
        try:
            del self._children[index]
        except IndexError:
            raise IndexError('child assignment index out of range') from None

    def append(self, subelement, /):
        """Adds a child."""
        if not isinstance(subelement, Element):
            raise TypeError('append() argument must be xml.etree.ElementTree.Element, not %s'
                            % type(subelement).__name__)
        self._children.append(subelement)

    def extend(self, elements, /):
        for element in elements:
            _require(element)
            self._children.append(element)

    def insert(self, index, subelement, /):
        if not isinstance(subelement, Element):
            raise TypeError('insert() argument 2 must be xml.etree.ElementTree.Element, not %s'
                            % type(subelement).__name__)
        self._children.insert(index, subelement)

    def remove(self, subelement, /):
        for i, child in enumerate(self._children):
            if child is subelement or child == subelement:
                del self._children[i]
                return
        raise ValueError('list.remove(x): x not in list')

    def find(self, path, namespaces=None):
        """The first child that the path finds."""
        if namespaces is None and _is_plain(path):
            for child in self._children:
                if child.tag == path:
                    return child
            return None
        from xml.etree import ElementPath
        return ElementPath.find(self, path, namespaces)

    def findtext(self, path, default=None, namespaces=None):
        found = self.find(path, namespaces)
        return default if found is None else found.text or ''

    def findall(self, path, namespaces=None):
        if namespaces is None and _is_plain(path):
            return [child for child in self._children if child.tag == path]
        from xml.etree import ElementPath
        return ElementPath.findall(self, path, namespaces)

    def iterfind(self, path, namespaces=None):
        from xml.etree import ElementPath
        return ElementPath.iterfind(self, path, namespaces)

    def clear(self):
        self.attrib.clear()
        self._children = []
        self.text = self.tail = None

    def get(self, key, default=None):
        return self.attrib.get(key, default)

    def set(self, key, value, /):
        self.attrib[key] = value

    def keys(self):
        return self.attrib.keys()

    def items(self):
        return self.attrib.items()

    def iter(self, tag=None):
        """The element and all below, or those with that tag."""
        if tag == '*':
            tag = None
        if tag is None or self.tag == tag:
            yield self
        for child in self._children:
            yield from child.iter(tag)

    def itertext(self):
        if not isinstance(self.tag, str) and self.tag is not None:
            return
        if self.text:
            yield self.text
        for child in self._children:
            yield from child.itertext()
            if child.tail:
                yield child.tail


Element.__module__ = 'xml.etree.ElementTree'


def _require(element):
    if not isinstance(element, Element):
        raise TypeError('expected an Element, not "%s"' % type(element).__name__)


def SubElement(parent, tag, attrib={}, **extra):
    """A new element, already a child of the parent."""
    if not isinstance(parent, Element):
        raise TypeError('SubElement() argument 1 must be xml.etree.ElementTree.Element, not %s'
                        % ('None' if parent is None else type(parent).__name__))
    element = parent.makeelement(tag, {**attrib, **extra})
    parent.append(element)
    return element


def Comment(text=None):
    """A comment."""
    element = Element(Comment)
    element.text = text
    return element


def ProcessingInstruction(target, text=None):
    """An instruction for a program."""
    element = Element(ProcessingInstruction)
    element.text = target
    if text:
        element.text += ' ' + text
    return element


PI = ProcessingInstruction


class QName:
    """A name with its namespace."""

    def __init__(self, text_or_uri, tag=None):
        self.text = text_or_uri if not tag else '{%s}%s' % (text_or_uri, tag)

    def __str__(self):
        return self.text

    def __repr__(self):
        return '<%s %r>' % (self.__class__.__name__, self.text)

    def __hash__(self):
        return hash(self.text)

    def __le__(self, other):
        return self.text <= getattr(other, 'text', other)

    def __lt__(self, other):
        return self.text < getattr(other, 'text', other)

    def __ge__(self, other):
        return self.text >= getattr(other, 'text', other)

    def __gt__(self, other):
        return self.text > getattr(other, 'text', other)

    def __eq__(self, other):
        return self.text == getattr(other, 'text', other)


class ElementTree:
    """A document."""

    def __init__(self, element=None, file=None):
        self._root = element
        if file:
            self.parse(file)

    def getroot(self):
        return self._root

    def _setroot(self, element):
        self._root = element

    def parse(self, source, parser=None):
        """Reads a file, or the file of that name."""
        close = False
        if not hasattr(source, 'read'):
            source = open(source, 'rb')
            close = True
        try:
            if parser is None:
                parser = XMLParser()
            while data := source.read(65536):
                parser.feed(data)
            self._root = parser.close()
            return self._root
        finally:
            if close:
                source.close()

    def iter(self, tag=None):
        return self._root.iter(tag)

    def _path(self, path):
        if path[:1] == '/':
            path = '.' + path
            import warnings
            warnings.warn('This search is broken in 1.3 and earlier, and will be fixed in a future '
                          'version.  If you rely on the current behaviour, change it to %r' % path,
                          FutureWarning, stacklevel=3)
        return path

    def find(self, path, namespaces=None):
        return self._root.find(self._path(path), namespaces)

    def findtext(self, path, default=None, namespaces=None):
        return self._root.findtext(self._path(path), default, namespaces)

    def findall(self, path, namespaces=None):
        return self._root.findall(self._path(path), namespaces)

    def iterfind(self, path, namespaces=None):
        return self._root.iterfind(self._path(path), namespaces)

    def write(self, file_or_filename, encoding=None, xml_declaration=None, default_namespace=None,
              method=None, *, short_empty_elements=True):
        """Writes the document into a file."""
        method = method or 'xml'
        if method not in ('xml', 'html', 'text', 'c14n'):
            raise ValueError('unknown method %r' % method)
        if not encoding:
            encoding = 'utf-8' if method == 'c14n' else 'us-ascii'
        lower = encoding.lower()
        text = []
        declared = 'utf-8' if lower == 'unicode' else encoding
        if method == 'xml' and (xml_declaration or xml_declaration is None
                                and lower not in ('utf-8', 'us-ascii', 'unicode')):
            text.append("<?xml version='1.0' encoding='%s'?>\n" % declared)
        if method == 'text':
            text.extend(self._root.itertext())
            text.append(self._root.tail or '')
        else:
            names, prefixes = _namespaces(self._root, default_namespace)
            (_write_html if method == 'html' else _write_xml)(
                text.append, self._root, names, prefixes, short_empty_elements)
        text = ''.join(text)
        if hasattr(file_or_filename, 'write'):
            if lower == 'unicode':
                file_or_filename.write(text)
            else:
                file_or_filename.write(_encoded(text, encoding))
        elif lower == 'unicode':
            with open(file_or_filename, 'w', encoding='utf-8', errors='xmlcharrefreplace') as file:
                file.write(text)
        else:
            data = _encoded(text, encoding)
            with open(file_or_filename, 'wb') as file:
                file.write(data)

    def write_c14n(self, file):
        return self.write(file, method='c14n')


def _encoded(text, encoding):
    data = text.encode(encoding, 'xmlcharrefreplace')
    return data


_namespace_map = {'http://www.w3.org/XML/1998/namespace': 'xml',
                  'http://www.w3.org/1999/xhtml': 'html',
                  'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
                  'http://schemas.xmlsoap.org/wsdl/': 'wsdl',
                  'http://www.w3.org/2001/XMLSchema': 'xs',
                  'http://www.w3.org/2001/XMLSchema-instance': 'xsi',
                  'http://purl.org/dc/elements/1.1/': 'dc'}


def register_namespace(prefix, uri):
    """The prefix that a namespace gets when it is written."""
    if _re.match(r'ns\d+$', prefix):
        raise ValueError('Prefix format reserved for internal use')
    for known, value in list(_namespace_map.items()):
        if known == uri or value == prefix:
            del _namespace_map[known]
    _namespace_map[uri] = prefix


register_namespace._namespace_map = _namespace_map


def _unserializable(text):
    raise TypeError('cannot serialize %r (type %s)' % (text, type(text).__name__))


def _namespaces(root, default=None):
    names, prefixes = {None: None}, {}
    if default:
        prefixes[default] = ''

    def add(name):
        if name in names:
            return
        try:
            if name[:1] == '{':
                uri, tag = name[1:].rsplit('}', 1)
                prefix = prefixes.get(uri)
                if prefix is None:
                    prefix = _namespace_map.get(uri)
                    if prefix is None:
                        prefix = 'ns%d' % len(prefixes)
                    if prefix != 'xml':
                        prefixes[uri] = prefix
                names[name] = '%s:%s' % (prefix, tag) if prefix else tag
            else:
                if default:
                    raise ValueError('cannot use non-qualified names with default_namespace option')
                names[name] = name
        except TypeError:
            _unserializable(name)

    for element in root.iter():
        tag = element.tag
        if isinstance(tag, QName):
            add(tag.text)
        elif isinstance(tag, str):
            add(tag)
        elif tag is not None and tag is not Comment and tag is not PI:
            _unserializable(tag)
        for key, value in element.items():
            add(key.text if isinstance(key, QName) else key)
            if isinstance(value, QName):
                add(value.text)
        if isinstance(element.text, QName):
            add(element.text.text)
    return names, prefixes


def _escape(text):
    try:
        if '&' in text:
            text = text.replace('&', '&amp;')
        if '<' in text:
            text = text.replace('<', '&lt;')
        if '>' in text:
            text = text.replace('>', '&gt;')
        return text
    except (TypeError, AttributeError):
        _unserializable(text)


def _escape_attribute(text):
    text = _escape(text)
    for character, written in (('"', '&quot;'), ('\r', '&#13;'), ('\n', '&#10;'), ('\t', '&#09;')):
        if character in text:
            text = text.replace(character, written)
    return text


def _write_tag(write, tag, element, names, prefixes, escape):
    write('<' + tag)
    items = list(element.items())
    if items or prefixes:
        for uri, prefix in sorted((prefixes or {}).items(), key=lambda item: item[1]):
            write(' xmlns%s="%s"' % (':' + prefix if prefix else '', _escape_attribute(uri)))
        for key, value in items:
            if isinstance(key, QName):
                key = key.text
            value = names[value.text] if isinstance(value, QName) else escape(value)
            write(' %s="%s"' % (names[key], value))


def _write_xml(write, element, names, prefixes, short):
    tag, text = element.tag, element.text
    if tag is Comment:
        write('<!--%s-->' % text)
    elif tag is PI:
        write('<?%s?>' % text)
    else:
        tag = names[tag.text if isinstance(tag, QName) else tag]
        if tag is None:
            if text:
                write(_escape(text))
            for child in element:
                _write_xml(write, child, names, None, short)
        else:
            _write_tag(write, tag, element, names, prefixes, _escape_attribute)
            if text or len(element) or not short:
                write('>')
                if text:
                    write(_escape(text) if not isinstance(text, QName) else names[text.text])
                for child in element:
                    _write_xml(write, child, names, None, short)
                write('</' + tag + '>')
            else:
                write(' />')
    if element.tail:
        write(_escape(element.tail))


_html_empty = {'area', 'base', 'basefont', 'br', 'col', 'embed', 'frame', 'hr', 'img', 'input',
               'isindex', 'link', 'meta', 'param', 'source', 'track', 'wbr'}


def _escape_html(text):
    return _escape_whole(text).replace('>', '&gt;').replace('"', '&quot;')


def _escape_whole(text):
    try:
        return text.replace('&', '&amp;')
    except (TypeError, AttributeError):
        _unserializable(text)


def _write_html(write, element, names, prefixes, short):
    tag, text = element.tag, element.text
    if tag is Comment:
        write('<!--%s-->' % _escape(text))
    elif tag is PI:
        write('<?%s?>' % _escape(text))
    else:
        tag = names[tag.text if isinstance(tag, QName) else tag]
        if tag is None:
            if text:
                write(_escape(text))
            for child in element:
                _write_html(write, child, names, None, short)
        else:
            _write_tag(write, tag, element, names, prefixes, _escape_html)
            write('>')
            lower = tag.lower()
            if text:
                write(text if lower in ('script', 'style') else _escape(text))
            for child in element:
                _write_html(write, child, names, None, short)
            if lower not in _html_empty:
                write('</' + tag + '>')
    if element.tail:
        write(_escape(element.tail))


def tostring(element, encoding=None, method=None, *, xml_declaration=None, default_namespace=None,
             short_empty_elements=True):
    """The element as bytes, or as text if the encoding is 'unicode'."""
    import io
    stream = io.StringIO() if encoding == 'unicode' else io.BytesIO()
    ElementTree(element).write(stream, encoding, xml_declaration=xml_declaration,
                               default_namespace=default_namespace, method=method,
                               short_empty_elements=short_empty_elements)
    return stream.getvalue()


def tostringlist(element, encoding=None, method=None, *, xml_declaration=None,
                 default_namespace=None, short_empty_elements=True):
    return [tostring(element, encoding, method, xml_declaration=xml_declaration,
                     default_namespace=default_namespace,
                     short_empty_elements=short_empty_elements)]


def dump(elem):
    """Prints an element."""
    import sys
    if not isinstance(elem, ElementTree):
        elem = ElementTree(elem)
    elem.write(sys.stdout, encoding='unicode')
    tail = elem.getroot().tail
    if not tail or tail[-1] != '\n':
        sys.stdout.write('\n')


def indent(tree, space='  ', level=0):
    """Puts spaces between elements, so that each has a line."""
    if isinstance(tree, ElementTree):
        tree = tree.getroot()
    if level < 0:
        raise ValueError('Initial indentation level must be >= 0, got %d' % level)
    if not len(tree):
        return
    lines = ['\n' + level * space]

    def indent_children(element, depth):
        if depth + 1 >= len(lines):
            lines.append(lines[depth] + space)
        inner = lines[depth + 1]
        if not element.text or not element.text.strip():
            element.text = inner
        for child in element:
            if len(child):
                indent_children(child, depth + 1)
            if not child.tail or not child.tail.strip():
                child.tail = inner
        if not child.tail.strip():
            child.tail = lines[depth]

    indent_children(tree, 0)


def parse(source, parser=None):
    """Reads a document."""
    tree = ElementTree()
    tree.parse(source, parser)
    return tree


def XML(text, parser=None):
    """The root element of a document."""
    if not parser:
        parser = XMLParser(target=TreeBuilder())
    parser.feed(text)
    return parser.close()


fromstring = XML


def XMLID(text, parser=None):
    """The root element, and a dict of all that have an attribute id."""
    tree = XML(text, parser)
    return tree, {e.get('id'): e for e in tree.iter() if e.get('id')}


def fromstringlist(sequence, parser=None):
    if not parser:
        parser = XMLParser(target=TreeBuilder())
    for text in sequence:
        parser.feed(text)
    return parser.close()


class TreeBuilder:
    """Makes a tree of what a parser finds."""

    def __init__(self, element_factory=None, *, comment_factory=None, pi_factory=None,
                 insert_comments=False, insert_pis=False):
        self._data, self._open, self._last, self._root, self._tail = [], [], None, None, False
        self._factory = element_factory or Element
        self._comment_factory = comment_factory or Comment
        self._pi_factory = pi_factory or ProcessingInstruction
        self.insert_comments, self.insert_pis = insert_comments, insert_pis

    def close(self):
        """The root element."""
        if self._open:
            raise AssertionError('missing end tags')
        if self._root is None:
            raise AssertionError('missing toplevel element')
        return self._root

    def _flush(self):
        if self._data:
            if self._last is not None:
                text = ''.join(self._data)
                if self._tail:
                    self._last.tail = text
                else:
                    self._last.text = text
            self._data = []

    def data(self, data, /):
        self._data.append(data)

    def start(self, tag, attrs, /):
        self._flush()
        self._last = element = self._factory(tag, attrs)
        if self._open:
            self._open[-1].append(element)
        elif self._root is None:
            self._root = element
        self._open.append(element)
        self._tail = False
        return element

    def end(self, tag, /):
        self._flush()
        if not self._open:
            raise IndexError('pop from empty stack')
        self._last = self._open.pop()
        self._tail = True
        return self._last

    def comment(self, text, /):
        return self._single(self._comment_factory, self.insert_comments, text)

    def pi(self, target, text=None, /):
        return self._single(self._pi_factory, self.insert_pis, target, text)

    def _single(self, factory, insert, *args):
        element = factory(*args)
        if insert:
            self._flush()
            self._last = element
            if self._open:
                self._open[-1].append(element)
            self._tail = True
        return element


class XMLParser:
    """Parses a document and tells a target what it finds."""

    def __init__(self, *, target=None, encoding=None):
        import _expat
        self._scanner = _expat.scanner(encoding, '}')
        self.target = TreeBuilder() if target is None else target
        self.entity = {}
        self.version = 'Expat 2.5.0'
        self._events = None
        target = self.target
        self._start, self._end = getattr(target, 'start', None), getattr(target, 'end', None)
        self._data = getattr(target, 'data', None)
        self._other = {
            'comment': getattr(target, 'comment', None), 'instruction': getattr(target, 'pi', None),
            'namespace': getattr(target, 'start_ns', None),
            'namespace end': getattr(target, 'end_ns', None),
            'doctype': getattr(target, 'doctype', None)}

    def feed(self, data, /):
        """Parses a piece of the document."""
        self._parse(data, False)

    def _parse(self, data, final):
        events, found = self._scanner.feed(data, final)
        report = self._events
        for kind, first, second, line, column in events:
            if kind == 'text':
                if self._data is not None:
                    self._data(first)
            elif kind == 'start':
                if self._start is not None:
                    if '}' in first:
                        first = '{' + first
                    if second:
                        for key in second:
                            if '}' in key:
                                second = {'{' + k if '}' in k else k: v for k, v in second.items()}
                                break
                    value = self._start(first, second)
                    if report is not None:
                        report('start', value)
            elif kind == 'end':
                if self._end is not None:
                    value = self._end('{' + first if '}' in first else first)
                    if report is not None:
                        report('end', value)
            elif kind == 'skipped':
                if first in self.entity:
                    if self._data is not None:
                        self._data(self.entity[first])
                else:
                    raise _error('undefined entity &%s;' % first, 11, line, column)
            elif kind in self._other:
                self._rest(kind, first, second, report)
        if found is not None:
            code, name, line, column = found
            if code == 18:
                raise LookupError('unknown encoding: ' + name)
            from xml.parsers.expat import ErrorString
            raise _error(ErrorString(code), code, line, column)

    def _rest(self, kind, first, second, report):
        handler, value = self._other[kind], None
        if kind == 'comment':
            value = None if handler is None else handler(first)
            name = 'comment'
        elif kind == 'instruction':
            value = None if handler is None else handler(first, second or None)
            name = 'pi'
        elif kind == 'namespace':
            name, value = 'start-ns', (first or '', second or '')
            if handler is not None:
                value = handler(*value)
        elif kind == 'namespace end':
            name = 'end-ns'
            if handler is not None:
                value = handler(first or '')
        else:
            if handler is not None:
                system, public, _ = second.split('\0')
                handler(first, public[1:] or None, system[1:] or None)
            return
        if report is not None:
            report(name, value)

    def close(self):
        """Parses what is left; gives what the target's close gives."""
        self._parse(b'', True)
        close = getattr(self.target, 'close', None)
        return None if close is None else close()

    def flush(self):
        """Does nothing: nothing is held back that is complete."""


def _error(text, code, line, column):
    failure = ParseError('%s: line %d, column %d' % (text, line, column))
    failure.code = code
    failure.position = line, column
    return failure


class XMLPullParser:
    """Parses a document; events are asked for."""

    def __init__(self, events=None, *, _parser=None):
        import collections
        self._queue = collections.deque()
        wanted = ('end',) if events is None else tuple(events)
        for event in wanted:
            if event not in ('start', 'end', 'start-ns', 'end-ns', 'comment', 'pi'):
                raise ValueError('unknown event %r' % event)
        self._parser = _parser or XMLParser(target=TreeBuilder())
        queue = self._queue
        self._parser._events = lambda kind, value: (
            queue.append((kind, value)) if kind in wanted else None)

    def feed(self, data):
        if self._parser is None:
            raise ValueError('feed() called after end of stream')
        if data:
            try:
                self._parser.feed(data)
            except SyntaxError as error:
                self._queue.append(error)

    def _close_and_return_root(self):
        parser, self._parser = self._parser, None
        return parser.close()

    def close(self):
        self._close_and_return_root()

    def read_events(self):
        """The events that were not asked for yet."""
        while self._queue:
            event = self._queue.popleft()
            if isinstance(event, Exception):
                raise event
            yield event

    def flush(self):
        """Does nothing: nothing is held back that is complete."""


class _Iterator:
    """What iterparse gives."""

    def __init__(self, steps):
        self._steps = steps
        self.root = None

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._steps)


def iterparse(source, events=None, parser=None):
    """Parses a file while its events are asked for."""
    pull = XMLPullParser(events=events, _parser=parser)
    close = False
    if not hasattr(source, 'read'):
        source = open(source, 'rb')
        close = True

    def steps():
        try:
            while True:
                yield from pull.read_events()
                data = source.read(16 * 1024)
                if not data:
                    break
                pull.feed(data)
            root = pull._close_and_return_root()
            yield from pull.read_events()
            it.root = root
        finally:
            if close:
                source.close()

    it = _Iterator(steps())
    return it


def canonicalize(xml_data=None, *, out=None, from_file=None, with_comments=False, strip_text=False,
                 **options):
    """The document in canonical form: sorted attributes, no empty tags."""
    import io
    if xml_data is None and from_file is None:
        raise ValueError("Either 'xml_data' or 'from_file' must be provided as input")
    builder = TreeBuilder(insert_comments=with_comments, insert_pis=True)
    parser = XMLParser(target=builder)
    if xml_data is not None:
        root = XML(xml_data, parser)
    else:
        root = parse(from_file, parser).getroot()
    for element in root.iter():
        element.attrib = dict(sorted(element.attrib.items()))
        if strip_text:
            element.text = element.text.strip() if element.text else element.text
            element.tail = element.tail.strip() if element.tail else element.tail
    file = io.StringIO() if out is None else out
    names, prefixes = _namespaces(root)
    _write_xml(file.write, root, names, prefixes, False)
    return file.getvalue() if out is None else None
