"""A parser that calls handlers. Nothing outside of the document is read."""

import re as _re
import _expat
from types import SimpleNamespace as _Names

__all__ = ['ErrorString', 'ExpatError', 'ParserCreate', 'XMLParserType', 'error', 'errors', 'model']

EXPAT_VERSION = 'expat_2.5.0'
version_info = (2, 5, 0)
native_encoding = 'UTF-8'
features = []

_messages = {
    1: 'out of memory', 2: 'syntax error', 3: 'no element found',
    4: 'not well-formed (invalid token)', 5: 'unclosed token', 6: 'partial character',
    7: 'mismatched tag', 8: 'duplicate attribute', 9: 'junk after document element',
    10: 'illegal parameter entity reference', 11: 'undefined entity',
    12: 'recursive entity reference', 13: 'asynchronous entity',
    14: 'reference to invalid character number', 15: 'reference to binary entity',
    16: 'reference to external entity in attribute',
    17: 'XML or text declaration not at start of entity', 18: 'unknown encoding',
    19: 'encoding specified in XML declaration is incorrect', 20: 'unclosed CDATA section',
    21: 'error in processing external entity reference', 22: 'document is not standalone',
    23: 'unexpected parser state - please send a bug report',
    24: 'entity declared in parameter entity',
    25: 'requested feature requires XML_DTD support in Expat',
    26: 'cannot change setting once parsing has begun', 27: 'unbound prefix',
    28: 'must not undeclare prefix', 29: 'incomplete markup in parameter entity',
    30: 'XML declaration not well-formed', 31: 'text declaration not well-formed',
    32: 'illegal character(s) in public id', 33: 'parser suspended', 34: 'parser not suspended',
    35: 'parsing aborted', 36: 'parsing finished', 37: 'cannot suspend in external parameter entity',
    43: 'limit on input amplification factor (from DTD and entities) breached'}

errors = _Names(
    messages=_messages, codes={text: code for code, text in _messages.items()},
    XML_ERROR_SYNTAX=_messages[2], XML_ERROR_NO_ELEMENTS=_messages[3],
    XML_ERROR_INVALID_TOKEN=_messages[4], XML_ERROR_UNCLOSED_TOKEN=_messages[5],
    XML_ERROR_TAG_MISMATCH=_messages[7], XML_ERROR_DUPLICATE_ATTRIBUTE=_messages[8],
    XML_ERROR_JUNK_AFTER_DOC_ELEMENT=_messages[9], XML_ERROR_UNDEFINED_ENTITY=_messages[11],
    XML_ERROR_RECURSIVE_ENTITY_REF=_messages[12], XML_ERROR_BAD_CHAR_REF=_messages[14],
    XML_ERROR_UNKNOWN_ENCODING=_messages[18], XML_ERROR_UNCLOSED_CDATA_SECTION=_messages[20],
    XML_ERROR_UNBOUND_PREFIX=_messages[27], XML_ERROR_FINISHED=_messages[36])
model = _Names(XML_CTYPE_EMPTY=1, XML_CTYPE_ANY=2, XML_CTYPE_MIXED=3, XML_CTYPE_NAME=4,
               XML_CTYPE_CHOICE=5, XML_CTYPE_SEQ=6)


class ExpatError(Exception):
    """The document is not well-formed."""


ExpatError.__module__ = 'xml.parsers.expat'
error = ExpatError


def ErrorString(code):
    """The words for the number of an error."""
    return _messages.get(code)


def _failure(found):
    code, name, line, column = found
    if code == 18:
        return LookupError('unknown encoding: ' + name)
    failure = ExpatError('%s: line %d, column %d' % (_messages[code], line, column))
    failure.code, failure.lineno, failure.offset = code, line, column
    return failure


_handlers = ('StartElementHandler EndElementHandler ProcessingInstructionHandler '
             'CharacterDataHandler UnparsedEntityDeclHandler NotationDeclHandler '
             'StartNamespaceDeclHandler EndNamespaceDeclHandler CommentHandler '
             'StartCdataSectionHandler EndCdataSectionHandler DefaultHandler DefaultHandlerExpand '
             'NotStandaloneHandler ExternalEntityRefHandler StartDoctypeDeclHandler '
             'EndDoctypeDeclHandler EntityDeclHandler XmlDeclHandler ElementDeclHandler '
             'AttlistDeclHandler SkippedEntityHandler').split()


class XMLParserType:
    """A parser."""

    def __init__(self, encoding, separator, intern):
        self._scanner = _expat.scanner(encoding, separator)
        self._finished = False
        self._base = None
        self.intern = {} if intern is None else intern
        self.buffer_text = self.ordered_attributes = self.specified_attributes = False
        self._prefixes = False
        self.buffer_size, self.buffer_used = 8192, 0
        self.ErrorCode = self.ErrorByteIndex = 0
        self.CurrentLineNumber = self.ErrorLineNumber = 1
        self.CurrentColumnNumber = self.ErrorColumnNumber = 0
        self.CurrentByteIndex = 0
        self._text = []
        for name in _handlers:
            setattr(self, name, None)

    @property
    def namespace_prefixes(self):
        return self._prefixes

    @namespace_prefixes.setter
    def namespace_prefixes(self, keeps):
        self._prefixes = bool(keeps)
        self._scanner.keep_prefixes(keeps)

    def Parse(self, data, isfinal=False, /):
        """Parses a piece of the document."""
        if self._finished:
            failure = ExpatError('parsing finished: line %d, column %d'
                                 % (self.CurrentLineNumber, self.CurrentColumnNumber))
            failure.code, failure.lineno, failure.offset = (36, self.CurrentLineNumber,
                                                            self.CurrentColumnNumber)
            raise failure
        events, found = self._scanner.feed(data, isfinal)
        for event in events:
            self.CurrentLineNumber, self.CurrentColumnNumber = event[3:]
            self._handle(*event[:3])
        if isfinal or found:
            self._flush()
            self._finished = True
        if found:
            failure = _failure(found)
            if found[0] == 18:
                raise failure
            self.ErrorCode, self.ErrorLineNumber, self.ErrorColumnNumber = (
                failure.code, failure.lineno, failure.offset)
            self.CurrentLineNumber, self.CurrentColumnNumber = found[2:]
            raise failure
        return 1

    def ParseFile(self, file, /):
        """Parses a file."""
        while True:
            data = file.read(65536)
            if not isinstance(data, (bytes, bytearray, str)):
                raise TypeError('read() did not return a bytes object (type=%.400s)'
                                % type(data).__name__)
            if not data:
                return self.Parse(b'', True)
            self.Parse(data, False)

    def _flush(self):
        if self._text:
            text = ''.join(self._text)
            self._text = []
            self.CharacterDataHandler(text)

    def _handle(self, kind, first, second):
        if kind == 'text':
            handler = self.CharacterDataHandler
            if handler is None:
                self._default(first)
            elif self.buffer_text:
                self._text.append(first)
            else:
                for part in _re.split('(\n)', first):
                    if part:
                        handler(part)
            return
        if self._text:
            self._flush()
        if kind == 'start':
            if self.StartElementHandler is not None:
                if self.ordered_attributes:
                    second = [x for pair in second.items() for x in pair]
                self.StartElementHandler(first, second)
        elif kind == 'end':
            if self.EndElementHandler is not None:
                self.EndElementHandler(first)
        elif kind == 'instruction':
            if self.ProcessingInstructionHandler is not None:
                self.ProcessingInstructionHandler(first, second)
            else:
                self._default('<?%s %s?>' % (first, second))
        elif kind == 'comment':
            if self.CommentHandler is not None:
                self.CommentHandler(first)
            else:
                self._default('<!--%s-->' % first)
        elif kind == 'cdata':
            if self.StartCdataSectionHandler is not None:
                self.StartCdataSectionHandler()
        elif kind == 'cdata end':
            if self.EndCdataSectionHandler is not None:
                self.EndCdataSectionHandler()
        elif kind == 'namespace':
            if self.StartNamespaceDeclHandler is not None:
                self.StartNamespaceDeclHandler(first or None, second or None)
        elif kind == 'namespace end':
            if self.EndNamespaceDeclHandler is not None:
                self.EndNamespaceDeclHandler(first or None)
        elif kind == 'declaration':
            if self.XmlDeclHandler is not None:
                found = dict(_re.findall(r'(\w+)\s*=\s*["\']([^"\']*)["\']', first))
                alone = found.get('standalone')
                self.XmlDeclHandler(found.get('version'), found.get('encoding'),
                                    -1 if alone is None else int(alone == 'yes'))
        elif kind == 'doctype':
            if self.StartDoctypeDeclHandler is not None:
                system, public, internal = second.split('\0')
                self.StartDoctypeDeclHandler(first, system[1:] or None, public[1:] or None,
                                             int(internal))
        elif kind == 'doctype end':
            if self.EndDoctypeDeclHandler is not None:
                self.EndDoctypeDeclHandler()
        elif kind == 'entity':
            if self.EntityDeclHandler is not None:
                self.EntityDeclHandler(first, 0, second, None, None, None, None)
        elif kind == 'skipped':
            if self.SkippedEntityHandler is not None:
                self.SkippedEntityHandler(first, 0)
            else:
                self._default('&%s;' % first)

    def _default(self, text):
        handler = self.DefaultHandlerExpand or self.DefaultHandler
        if handler is not None:
            handler(text)

    def GetInputContext(self):
        return None

    def GetBase(self):
        return self._base

    def SetBase(self, base, /):
        self._base = base

    def SetParamEntityParsing(self, flag, /):
        return 1

    def UseForeignDTD(self, flag=True, /):
        """Does nothing: nothing outside of the document is read."""


XMLParserType.__name__ = XMLParserType.__qualname__ = 'xmlparser'
XMLParserType.__module__ = 'pyexpat'


def ParserCreate(encoding=None, namespace_separator=None, intern=None):
    """A parser."""
    for name, value in (('encoding', encoding), ('namespace_separator', namespace_separator)):
        if value is not None and not isinstance(value, str):
            raise TypeError('ParserCreate() argument %r must be str or None, not %s'
                            % (name, type(value).__name__))
    if namespace_separator is not None and len(namespace_separator) > 1:
        raise ValueError('namespace_separator must be at most one character, omitted, or None')
    return XMLParserType(encoding, namespace_separator, intern)
