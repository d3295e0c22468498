"""Text for documents, and handlers that write or pass on."""
import io
import os
from xml.sax import handler, xmlreader


def _replaced(data, pairs):
    for old, new in pairs.items():
        data = data.replace(old, new)
    return data


def escape(data, entities={}):
    """Text with references for what has a meaning."""
    data = data.replace('&', '&amp;').replace('>', '&gt;').replace('<', '&lt;')
    return _replaced(data, entities) if entities else data


def unescape(data, entities={}):
    """The opposite of escape()."""
    data = data.replace('&lt;', '<').replace('&gt;', '>')
    if entities:
        data = _replaced(data, entities)
    return data.replace('&amp;', '&')


def quoteattr(data, entities={}):
    """Text as the value of an attribute, with quotes."""
    data = escape(data, {**entities, '\n': '&#10;', '\r': '&#13;', '\t': '&#9;'})
    if '"' not in data:
        return '"%s"' % data
    if "'" not in data:
        return "'%s'" % data
    return '"%s"' % data.replace('"', '&quot;')


def _text_writer(out, encoding):
    if isinstance(out, io.TextIOBase) or out is None:
        if out is None:
            import sys
            out = sys.stdout
        return out
    if isinstance(out, io.RawIOBase):
        buffer = io.BufferedIOBase()
        buffer.write = out.write
        buffer.writable = lambda: True
    elif isinstance(out, io.BufferedIOBase):
        buffer = out
    else:
        return _Encoding(out, encoding)
    return _Encoding(buffer, encoding)


class _Encoding:
    """Writes text as bytes, with references for what the encoding lacks."""

    def __init__(self, out, encoding):
        self.out = out
        self.encoding = encoding

    def write(self, text):
        self.out.write(text.encode(self.encoding, 'xmlcharrefreplace'))

    def flush(self):
        getattr(self.out, 'flush', lambda: None)()


class XMLGenerator(handler.ContentHandler):
    """Writes what it is told of."""

    def __init__(self, out=None, encoding='iso-8859-1', short_empty_elements=False):
        handler.ContentHandler.__init__(self)
        out = _text_writer(out, encoding)
        self._write = out.write
        self._flush = out.flush
        self._contexts = [{}]
        self._current = self._contexts[-1]
        self._undeclared = []
        self._encoding = encoding
        self._short = short_empty_elements
        self._pending = False

    def _qname(self, name):
        if name[0]:
            if name[0] == 'http://www.w3.org/XML/1998/namespace':
                return 'xml:' + name[1]
            prefix = self._current[name[0]]
            if prefix:
                return prefix + ':' + name[1]
        return name[1]

    def _finish(self, is_end=False):
        if self._pending:
            self._write('>')
            self._pending = False

    def startDocument(self):
        self._write('<?xml version="1.0" encoding="%s"?>\n' % self._encoding)

    def endDocument(self):
        self._flush()

    def startPrefixMapping(self, prefix, uri):
        self._contexts.append(self._current.copy())
        self._current[uri] = prefix
        self._undeclared.append((prefix, uri))

    def endPrefixMapping(self, prefix):
        self._current = self._contexts[-1]
        del self._contexts[-1]

    def _open(self):
        if self._short:
            self._pending = True
        else:
            self._write('>')

    def startElement(self, name, attrs):
        self._finish()
        self._write('<' + name)
        for key, value in attrs.items():
            self._write(' %s=%s' % (key, quoteattr(value)))
        self._open()

    def _close(self, name):
        if self._pending:
            self._write('/>')
            self._pending = False
        else:
            self._write('</%s>' % name)

    def endElement(self, name):
        self._close(name)

    def startElementNS(self, name, qname, attrs):
        self._finish()
        self._write('<' + self._qname(name))
        for prefix, uri in self._undeclared:
            self._write(' xmlns:%s="%s"' % (prefix, uri) if prefix else ' xmlns="%s"' % uri)
        self._undeclared = []
        for key, value in attrs.items():
            self._write(' %s=%s' % (self._qname(key), quoteattr(value)))
        self._open()

    def endElementNS(self, name, qname):
        self._close(self._qname(name))

    def characters(self, content):
        if content:
            self._finish()
            if not isinstance(content, str):
                content = str(content, self._encoding)
            self._write(escape(content))

    def ignorableWhitespace(self, content):
        if content:
            self._finish()
            self._write(content if isinstance(content, str) else str(content, self._encoding))

    def processingInstruction(self, target, data):
        self._finish()
        self._write('<?%s %s?>' % (target, data))


class XMLFilterBase(xmlreader.XMLReader):
    """Stands between a parser and a handler, and passes everything on."""

    def __init__(self, parent=None):
        xmlreader.XMLReader.__init__(self)
        self._parent = parent

    def error(self, exception):
        self._err_handler.error(exception)

    def fatalError(self, exception):
        self._err_handler.fatalError(exception)

    def warning(self, exception):
        self._err_handler.warning(exception)

    def setDocumentLocator(self, locator):
        self._cont_handler.setDocumentLocator(locator)

    def startDocument(self):
        self._cont_handler.startDocument()

    def endDocument(self):
        self._cont_handler.endDocument()

    def startPrefixMapping(self, prefix, uri):
        self._cont_handler.startPrefixMapping(prefix, uri)

    def endPrefixMapping(self, prefix):
        self._cont_handler.endPrefixMapping(prefix)

    def startElement(self, name, attrs):
        self._cont_handler.startElement(name, attrs)

    def endElement(self, name):
        self._cont_handler.endElement(name)

    def startElementNS(self, name, qname, attrs):
        self._cont_handler.startElementNS(name, qname, attrs)

    def endElementNS(self, name, qname):
        self._cont_handler.endElementNS(name, qname)

    def characters(self, content):
        self._cont_handler.characters(content)

    def ignorableWhitespace(self, chars):
        self._cont_handler.ignorableWhitespace(chars)

    def processingInstruction(self, target, data):
        self._cont_handler.processingInstruction(target, data)

    def skippedEntity(self, name):
        self._cont_handler.skippedEntity(name)

    def notationDecl(self, name, publicId, systemId):
        self._dtd_handler.notationDecl(name, publicId, systemId)

    def unparsedEntityDecl(self, name, publicId, systemId, ndata):
        self._dtd_handler.unparsedEntityDecl(name, publicId, systemId, ndata)

    def resolveEntity(self, publicId, systemId):
        return self._ent_handler.resolveEntity(publicId, systemId)

    def parse(self, source):
        self._parent.setContentHandler(self)
        self._parent.setErrorHandler(self)
        self._parent.setEntityResolver(self)
        self._parent.setDTDHandler(self)
        self._parent.parse(source)

    def setLocale(self, locale):
        self._parent.setLocale(locale)

    def getFeature(self, name):
        return self._parent.getFeature(name)

    def setFeature(self, name, state):
        self._parent.setFeature(name, state)

    def getProperty(self, name):
        return self._parent.getProperty(name)

    def setProperty(self, name, value):
        self._parent.setProperty(name, value)

    def getParent(self):
        return self._parent

    def setParent(self, parent):
        self._parent = parent


def prepare_input_source(source, base=''):
    """An InputSource with a stream, of a file's name, a file or an InputSource."""
    if isinstance(source, os.PathLike):
        source = os.fspath(source)
    if isinstance(source, str):
        source = xmlreader.InputSource(source)
    elif hasattr(source, 'read'):
        file = source
        source = xmlreader.InputSource()
        if isinstance(file.read(0), str):
            source.setCharacterStream(file)
        else:
            source.setByteStream(file)
        if isinstance(getattr(file, 'name', None), str):
            source.setSystemId(file.name)
    if source.getCharacterStream() is None and source.getByteStream() is None:
        name = source.getSystemId()
        beside = os.path.join(os.path.dirname(os.path.normpath(base)), name)
        if os.path.isfile(beside):
            source.setSystemId(beside)
            source.setByteStream(open(beside, 'rb'))
        else:
            from urllib import parse, request
            source.setSystemId(parse.urljoin(base, name))
            source.setByteStream(request.urlopen(source.getSystemId()))
        source._opened = True
    return source
