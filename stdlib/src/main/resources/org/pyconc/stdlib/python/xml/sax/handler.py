"""What programs subclass to be told of a document, and the names of features."""

version = '2.0beta'

feature_namespaces = 'http://xml.org/sax/features/namespaces'
feature_namespace_prefixes = 'http://xml.org/sax/features/namespace-prefixes'
feature_string_interning = 'http://xml.org/sax/features/string-interning'
feature_validation = 'http://xml.org/sax/features/validation'
feature_external_ges = 'http://xml.org/sax/features/external-general-entities'
feature_external_pes = 'http://xml.org/sax/features/external-parameter-entities'
all_features = [feature_namespaces, feature_namespace_prefixes, feature_string_interning,
                feature_validation, feature_external_ges, feature_external_pes]
property_lexical_handler = 'http://xml.org/sax/properties/lexical-handler'
property_declaration_handler = 'http://xml.org/sax/properties/declaration-handler'
property_dom_node = 'http://xml.org/sax/properties/dom-node'
property_xml_string = 'http://xml.org/sax/properties/xml-string'
property_encoding = 'http://www.python.org/sax/properties/encoding'
property_interning_dict = 'http://www.python.org/sax/properties/interning-dict'
all_properties = [property_lexical_handler, property_dom_node, property_declaration_handler,
                  property_xml_string, property_encoding, property_interning_dict]


class ErrorHandler:
    """What happens with errors."""

    def error(self, exception):
        raise exception

    def fatalError(self, exception):
        raise exception

    def warning(self, exception):
        print(exception)


class ContentHandler:
    """Is told of what is in a document."""

    def __init__(self):
        self._locator = None

    def setDocumentLocator(self, locator):
        self._locator = locator

    def startDocument(self):
        """The document begins."""

    def endDocument(self):
        """The document ends."""

    def startPrefixMapping(self, prefix, uri):
        """A prefix stands for a namespace from here on."""

    def endPrefixMapping(self, prefix):
        """It does no more."""

    def startElement(self, name, attrs):
        """An element begins."""

    def endElement(self, name):
        """An element ends."""

    def startElementNS(self, name, qname, attrs):
        """An element begins, with namespaces."""

    def endElementNS(self, name, qname):
        """An element ends, with namespaces."""

    def characters(self, content):
        """Text, or a part of it."""

    def ignorableWhitespace(self, whitespace):
        """Blanks that do not count."""

    def processingInstruction(self, target, data):
        """An instruction."""

    def skippedEntity(self, name):
        """An entity that was not read."""


class DTDHandler:
    """Is told of declarations."""

    def notationDecl(self, name, publicId, systemId):
        """A notation."""

    def unparsedEntityDecl(self, name, publicId, systemId, ndata):
        """An entity that is not parsed."""


class EntityResolver:
    """Says where entities are."""

    def resolveEntity(self, publicId, systemId):
        return systemId


class LexicalHandler:
    """Is told of what does not change the meaning."""

    def comment(self, content):
        """A comment."""

    def startDTD(self, name, public_id, system_id):
        """The type of the document begins."""

    def endDTD(self):
        """The type of the document ends."""

    def startCDATA(self):
        """A CDATA section begins."""

    def endCDATA(self):
        """A CDATA section ends."""
