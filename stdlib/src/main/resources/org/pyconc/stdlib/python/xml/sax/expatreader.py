"""The parser of xml.sax: over expat. Nothing outside of the document is read."""
from xml.parsers import expat
from xml.sax import handler, xmlreader
from xml.sax._exceptions import (SAXNotRecognizedException, SAXNotSupportedException,
                                 SAXParseException)

version = '0.20'

_FIXED = (handler.feature_validation, handler.feature_external_pes,
          handler.feature_namespace_prefixes)


class ExpatLocator(xmlreader.Locator):
    """Where the parser is."""

    def __init__(self, parser):
        self._ref = parser

    def getColumnNumber(self):
        parser = self._ref._parser
        return None if parser is None else parser.ErrorColumnNumber if self._ref._failed \
            else parser.CurrentColumnNumber

    def getLineNumber(self):
        parser = self._ref._parser
        return 1 if parser is None else parser.ErrorLineNumber if self._ref._failed \
            else parser.CurrentLineNumber

    def getPublicId(self):
        return self._ref._source.getPublicId()

    def getSystemId(self):
        return self._ref._source.getSystemId()


class ExpatParser(xmlreader.IncrementalParser, xmlreader.Locator):
    """A parser."""

    def __init__(self, namespaceHandling=0, bufsize=2 ** 16 - 20):
        xmlreader.IncrementalParser.__init__(self, bufsize)
        self._source = xmlreader.InputSource()
        self._parser = None
        self._namespaces = namespaceHandling
        self._lex_handler = None
        self._parsing = False
        self._failed = False
        self._external_ges = 0
        self._interning = None

    def parse(self, source):
        from xml.sax import saxutils
        source = saxutils.prepare_input_source(source)
        self._source = source
        try:
            self.reset()
            self._cont_handler.setDocumentLocator(ExpatLocator(self))
            xmlreader.IncrementalParser.parse(self, source)
        finally:
            for file in (source.getByteStream(), source.getCharacterStream()):
                if file is not None and getattr(source, '_opened', False):
                    file.close()

    def prepareParser(self, source):
        if source.getSystemId() is not None:
            self._parser.SetBase(source.getSystemId())

    def setContentHandler(self, handler):
        xmlreader.IncrementalParser.setContentHandler(self, handler)
        if self._parsing:
            self._reset_cont_handler()

    def getFeature(self, name):
        if name == handler.feature_namespaces:
            return self._namespaces
        if name == handler.feature_string_interning:
            return self._interning is not None
        if name in _FIXED:
            return 0
        if name == handler.feature_external_ges:
            return self._external_ges
        raise SAXNotRecognizedException("Feature '%s' not recognized" % name)

    def setFeature(self, name, state):
        if self._parsing:
            raise SAXNotSupportedException('Cannot set features while parsing')
        if name == handler.feature_namespaces:
            self._namespaces = state
        elif name == handler.feature_external_ges:
            if state:
                raise SAXNotSupportedException('external entities are never read')
            self._external_ges = 0
        elif name == handler.feature_string_interning:
            self._interning = {} if state else None
        elif name == handler.feature_validation:
            if state:
                raise SAXNotSupportedException('expat does not support validation')
        elif name == handler.feature_external_pes:
            if state:
                raise SAXNotSupportedException(
                    'expat does not read external parameter entities')
        elif name == handler.feature_namespace_prefixes:
            if state:
                raise SAXNotSupportedException(
                    'expat does not report namespace prefixes')
        else:
            raise SAXNotRecognizedException("Feature '%s' not recognized" % name)

    def getProperty(self, name):
        if name == handler.property_lexical_handler:
            return self._lex_handler
        if name == handler.property_interning_dict:
            return self._interning
        if name == handler.property_xml_string:
            raise SAXNotSupportedException('This version of expat does not support getting the '
                                           'XML string')
        raise SAXNotRecognizedException("Property '%s' not recognized" % name)

    def setProperty(self, name, value):
        if name == handler.property_lexical_handler:
            self._lex_handler = value
            if self._parsing:
                self._reset_lex_handler()
        elif name == handler.property_interning_dict:
            self._interning = value
        elif name == handler.property_xml_string:
            raise SAXNotSupportedException("Property '%s' cannot be set" % name)
        else:
            raise SAXNotRecognizedException("Property '%s' not recognized" % name)

    def feed(self, data, isFinal=False):
        if not self._parsing:
            self.reset()
            self._parsing = True
            self._cont_handler.startDocument()
        try:
            self._parser.Parse(data, isFinal)
        except expat.error as e:
            self._failed = True
            found = SAXParseException(expat.ErrorString(e.code), e, ExpatLocator(self))
            self._err_handler.fatalError(found)

    def flush(self):
        pass

    def close(self):
        if self._parser is None:
            return
        try:
            self.feed(b'', True)
            self._cont_handler.endDocument()
            self._parsing = False
        finally:
            self._parsing = False

    def reset(self):
        self._parser = parser = expat.ParserCreate(
            self._source.getEncoding(), ' ' if self._namespaces else None)
        if self._namespaces:
            parser.namespace_prefixes = 1
            parser.StartElementHandler = self.start_element_ns
            parser.EndElementHandler = self.end_element_ns
        else:
            parser.StartElementHandler = self.start_element
            parser.EndElementHandler = self.end_element
        parser.StartNamespaceDeclHandler = self.start_namespace_decl
        parser.EndNamespaceDeclHandler = self.end_namespace_decl
        parser.SkippedEntityHandler = self.skipped_entity_handler
        self._reset_cont_handler()
        self._reset_lex_handler()
        self._parsing = False
        self._failed = False

    def _reset_cont_handler(self):
        self._parser.ProcessingInstructionHandler = self._cont_handler.processingInstruction
        self._parser.CharacterDataHandler = self._cont_handler.characters

    def _reset_lex_handler(self):
        lexical = self._lex_handler
        parser = self._parser
        parser.CommentHandler = lexical and lexical.comment
        parser.StartCdataSectionHandler = lexical and lexical.startCDATA
        parser.EndCdataSectionHandler = lexical and lexical.endCDATA
        parser.StartDoctypeDeclHandler = lexical and (
            lambda name, system, public, internal: lexical.startDTD(name, public, system))
        parser.EndDoctypeDeclHandler = lexical and lexical.endDTD

    def getColumnNumber(self):
        return None if self._parser is None else self._parser.CurrentColumnNumber

    def getLineNumber(self):
        return 1 if self._parser is None else self._parser.CurrentLineNumber

    def getPublicId(self):
        return self._source.getPublicId()

    def getSystemId(self):
        return self._source.getSystemId()

    def start_element(self, name, attrs):
        self._cont_handler.startElement(name, xmlreader.AttributesImpl(attrs))

    def end_element(self, name):
        self._cont_handler.endElement(name)

    def _pair(self, name):
        parts = name.split(' ')
        if len(parts) == 1:
            return (None, name), name
        if len(parts) == 3:
            return tuple(parts[:2]), '%s:%s' % (parts[2], parts[1])
        return tuple(parts), parts[1]

    def start_element_ns(self, name, attrs):
        pair, _ = self._pair(name)
        found, qnames = {}, {}
        for key, value in attrs.items():
            full, qname = self._pair(key)
            found[full] = value
            qnames[full] = qname
        self._cont_handler.startElementNS(pair, None, xmlreader.AttributesNSImpl(found, qnames))

    def end_element_ns(self, name):
        self._cont_handler.endElementNS(self._pair(name)[0], None)

    def start_namespace_decl(self, prefix, uri):
        self._cont_handler.startPrefixMapping(prefix, uri)

    def end_namespace_decl(self, prefix):
        self._cont_handler.endPrefixMapping(prefix)

    def skipped_entity_handler(self, name, is_pe):
        self._cont_handler.skippedEntity('%' + name if is_pe else name)


def create_parser(*args, **kwargs):
    """A parser."""
    return ExpatParser(*args, **kwargs)
