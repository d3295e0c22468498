"""Documents as events."""
import io
from xml.sax import handler, xmlreader
from xml.sax._exceptions import (SAXException, SAXNotRecognizedException, SAXNotSupportedException,
                                 SAXParseException, SAXReaderNotAvailable)
from xml.sax.handler import ContentHandler, ErrorHandler
from xml.sax.xmlreader import InputSource

default_parser_list = ['xml.sax.expatreader']


def parse(source, handler, errorHandler=ErrorHandler()):
    """Tells a handler what is in a file."""
    parser = make_parser()
    parser.setContentHandler(handler)
    parser.setErrorHandler(errorHandler)
    parser.parse(source)


def parseString(string, handler, errorHandler=ErrorHandler()):
    """Tells a handler what is in a text."""
    parser = make_parser()
    parser.setContentHandler(handler)
    parser.setErrorHandler(ErrorHandler() if errorHandler is None else errorHandler)
    source = InputSource()
    if isinstance(string, str):
        source.setCharacterStream(io.StringIO(string))
    else:
        source.setByteStream(io.BytesIO(string))
    parser.parse(source)


def make_parser(parser_list=()):
    """A parser."""
    for name in [*parser_list, *default_parser_list]:
        try:
            module = __import__(name, {}, {}, ['create_parser'])
            return module.create_parser()
        except (ImportError, SAXReaderNotAvailable):
            pass
    raise SAXReaderNotAvailable('No parsers found', None)
