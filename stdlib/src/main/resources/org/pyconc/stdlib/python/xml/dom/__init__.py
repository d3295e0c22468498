"""The document object model: constants and errors; xml.dom.minidom has the nodes."""
import os
import sys

__all__ = ['Node', 'minidom', 'getDOMImplementation', 'registerDOMImplementation']


class Node:
    """The constants of nodes."""

    __slots__ = ()

    ELEMENT_NODE = 1
    ATTRIBUTE_NODE = 2
    TEXT_NODE = 3
    CDATA_SECTION_NODE = 4
    ENTITY_REFERENCE_NODE = 5
    ENTITY_NODE = 6
    PROCESSING_INSTRUCTION_NODE = 7
    COMMENT_NODE = 8
    DOCUMENT_NODE = 9
    DOCUMENT_TYPE_NODE = 10
    DOCUMENT_FRAGMENT_NODE = 11
    NOTATION_NODE = 12


_CODES = ('INDEX_SIZE', 'DOMSTRING_SIZE', 'HIERARCHY_REQUEST', 'WRONG_DOCUMENT',
          'INVALID_CHARACTER', 'NO_DATA_ALLOWED', 'NO_MODIFICATION_ALLOWED', 'NOT_FOUND',
          'NOT_SUPPORTED', 'INUSE_ATTRIBUTE', 'INVALID_STATE', 'SYNTAX', 'INVALID_MODIFICATION',
          'NAMESPACE', 'INVALID_ACCESS', 'VALIDATION')
globals().update((name + '_ERR', number) for number, name in enumerate(_CODES, 1))


class DOMException(Exception):
    """What the methods of nodes refuse."""

    def __init__(self, *args, **kw):
        if self.__class__ is DOMException:
            raise RuntimeError('DOMException should not be instantiated directly')
        Exception.__init__(self, *args, **kw)

    def _get_code(self):
        return self.code


class IndexSizeErr(DOMException):
    code = 1


class DomstringSizeErr(DOMException):
    code = 2


class HierarchyRequestErr(DOMException):
    code = 3


class WrongDocumentErr(DOMException):
    code = 4


class InvalidCharacterErr(DOMException):
    code = 5


class NoDataAllowedErr(DOMException):
    code = 6


class NoModificationAllowedErr(DOMException):
    code = 7


class NotFoundErr(DOMException):
    code = 8


class NotSupportedErr(DOMException):
    code = 9


class InuseAttributeErr(DOMException):
    code = 10


class InvalidStateErr(DOMException):
    code = 11


class SyntaxErr(DOMException):
    code = 12


class InvalidModificationErr(DOMException):
    code = 13


class NamespaceErr(DOMException):
    code = 14


class InvalidAccessErr(DOMException):
    code = 15


class ValidationErr(DOMException):
    code = 16


class UserDataHandler:
    """What happens to a node."""

    NODE_CLONED = 1
    NODE_IMPORTED = 2
    NODE_DELETED = 3
    NODE_RENAMED = 4


XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace'
XMLNS_NAMESPACE = 'http://www.w3.org/2000/xmlns/'
XHTML_NAMESPACE = 'http://www.w3.org/1999/xhtml'
EMPTY_NAMESPACE = None
EMPTY_PREFIX = None

_registered = {}


def registerDOMImplementation(name, factory):
    """Makes an implementation known by its name."""
    _registered[name] = factory


def getDOMImplementation(name=None, features=()):
    """An implementation: minidom's, unless another one is named."""
    if name in _registered:
        return _registered[name]()
    if name is not None and name != 'minidom' and not os.environ.get('PYTHON_DOM'):
        module = __import__(name, {}, {}, ['getDOMImplementation'])
        return module.getDOMImplementation()
    from xml.dom.minidom import getDOMImplementation as of_minidom
    return of_minidom(features)
