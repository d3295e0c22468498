"""Documents as trees of nodes."""
import io
import xml.dom
from xml.dom import EMPTY_NAMESPACE, EMPTY_PREFIX, XMLNS_NAMESPACE


def _escaped(text):
    return text.replace('&', '&amp;').replace('<', '&lt;').replace('"', '&quot;') \
        .replace('>', '&gt;')


def _write_data(writer, text):
    if text:
        writer.write(_escaped(text))


class NodeList(list):
    """Nodes in order."""

    __slots__ = ()

    def item(self, index):
        return self[index] if 0 <= index < len(self) else None

    length = property(len, doc='The number of nodes in the NodeList.')


class Node(xml.dom.Node):
    """What all nodes have in common."""

    namespaceURI = None
    parentNode = None
    ownerDocument = None
    nextSibling = None
    previousSibling = None
    prefix = EMPTY_PREFIX
    nodeValue = None
    attributes = None
    _may_hold = ()

    def __init__(self):
        self.childNodes = NodeList()

    def __bool__(self):
        return True

    @property
    def firstChild(self):
        return self.childNodes[0] if self.childNodes else None

    @property
    def lastChild(self):
        return self.childNodes[-1] if self.childNodes else None

    @property
    def localName(self):
        return None

    def toxml(self, encoding=None, standalone=None):
        """The text of the node; bytes if there is an encoding."""
        return self.toprettyxml('', '', encoding, standalone)

    def toprettyxml(self, indent='\t', newl='\n', encoding=None, standalone=None):
        """The same with each node on a line of its own."""
        writer = io.StringIO()
        if self.nodeType == Node.DOCUMENT_NODE:
            self.writexml(writer, '', indent, newl, encoding, standalone)
        else:
            self.writexml(writer, '', indent, newl)
        text = writer.getvalue()
        return text if encoding is None else text.encode(encoding, 'xmlcharrefreplace')

    def hasChildNodes(self):
        return bool(self.childNodes)

    def _check_child(self, node):
        if node.nodeType not in self._may_hold:
            raise xml.dom.HierarchyRequestErr('%s cannot be child of %s' % (repr(node), repr(self)))

    def insertBefore(self, newChild, refChild):
        if newChild.nodeType == Node.DOCUMENT_FRAGMENT_NODE:
            for child in tuple(newChild.childNodes):
                self.insertBefore(child, refChild)
            return newChild
        self._check_child(newChild)
        if newChild.parentNode is not None:
            newChild.parentNode.removeChild(newChild)
        if refChild is None:
            self.appendChild(newChild)
            return newChild
        try:
            index = self.childNodes.index(refChild)
        except ValueError:
            raise xml.dom.NotFoundErr() from None
        self.childNodes.insert(index, newChild)
        newChild.nextSibling = refChild
        refChild.previousSibling = newChild
        if index:
            self.childNodes[index - 1].nextSibling = newChild
            newChild.previousSibling = self.childNodes[index - 1]
        else:
            newChild.previousSibling = None
        newChild.parentNode = self
        return newChild

    def appendChild(self, node):
        if node.nodeType == Node.DOCUMENT_FRAGMENT_NODE:
            for child in tuple(node.childNodes):
                self.appendChild(child)
            return node
        self._check_child(node)
        if node.parentNode is not None:
            node.parentNode.removeChild(node)
        return self._append(node)

    def _append(self, node):
        if self.childNodes:
            last = self.childNodes[-1]
            node.previousSibling = last
            last.nextSibling = node
        else:
            node.previousSibling = None
        node.nextSibling = None
        self.childNodes.append(node)
        node.parentNode = self
        return node

    def replaceChild(self, newChild, oldChild):
        if newChild.nodeType == Node.DOCUMENT_FRAGMENT_NODE:
            after = oldChild.nextSibling
            self.removeChild(oldChild)
            return self.insertBefore(newChild, after)
        self._check_child(newChild)
        if newChild is oldChild:
            return None
        if newChild.parentNode is not None:
            newChild.parentNode.removeChild(newChild)
        try:
            index = self.childNodes.index(oldChild)
        except ValueError:
            raise xml.dom.NotFoundErr() from None
        self.childNodes[index] = newChild
        newChild.parentNode = self
        newChild.nextSibling = oldChild.nextSibling
        newChild.previousSibling = oldChild.previousSibling
        oldChild.parentNode = oldChild.nextSibling = oldChild.previousSibling = None
        if newChild.previousSibling:
            newChild.previousSibling.nextSibling = newChild
        if newChild.nextSibling:
            newChild.nextSibling.previousSibling = newChild
        return oldChild

    def removeChild(self, oldChild):
        try:
            self.childNodes.remove(oldChild)
        except ValueError:
            raise xml.dom.NotFoundErr() from None
        if oldChild.nextSibling is not None:
            oldChild.nextSibling.previousSibling = oldChild.previousSibling
        if oldChild.previousSibling is not None:
            oldChild.previousSibling.nextSibling = oldChild.nextSibling
        oldChild.nextSibling = oldChild.previousSibling = oldChild.parentNode = None
        return oldChild

    def normalize(self):
        """Joins texts that stand side by side, and drops empty ones."""
        kept = []
        for child in self.childNodes:
            if child.nodeType == Node.TEXT_NODE:
                if not child.data:
                    child.parentNode = child.nextSibling = child.previousSibling = None
                    continue
                if kept and kept[-1].nodeType == Node.TEXT_NODE:
                    kept[-1].data += child.data
                    child.parentNode = child.nextSibling = child.previousSibling = None
                    continue
            elif child.nodeType == Node.ELEMENT_NODE:
                child.normalize()
            kept.append(child)
        before = None
        for child in kept:
            child.previousSibling = before
            child.nextSibling = None
            if before is not None:
                before.nextSibling = child
            before = child
        self.childNodes[:] = kept

    def cloneNode(self, deep):
        return _clone(self, deep, self.ownerDocument or self)

    def isSupported(self, feature, version):
        return self.ownerDocument.implementation.hasFeature(feature, version)

    def isSameNode(self, other):
        return self is other

    def getInterface(self, feature):
        return self if self.isSupported(feature, None) else None

    def getUserData(self, key):
        return getattr(self, '_user_data', {}).get(key, (None, None))[0]

    def setUserData(self, key, data, handler):
        known = self.__dict__.setdefault('_user_data', {})
        old = known.get(key, (None, None))[0]
        if data is None:
            known.pop(key, None)
        else:
            known[key] = data, handler
        return old

    def unlink(self):
        """Takes the tree apart."""
        self.parentNode = self.ownerDocument = None
        for child in self.childNodes:
            child.unlink()
        self.childNodes = NodeList()
        self.previousSibling = self.nextSibling = None

    def __enter__(self):
        return self

    def __exit__(self, et, ev, tb):
        self.unlink()


def _walk(node):
    """The elements below a node, in the order of the document."""
    for child in node.childNodes:
        if child.nodeType == Node.ELEMENT_NODE:
            yield child
            yield from _walk(child)


_CONTENT = (Node.ELEMENT_NODE, Node.PROCESSING_INSTRUCTION_NODE, Node.COMMENT_NODE, Node.TEXT_NODE,
            Node.CDATA_SECTION_NODE, Node.ENTITY_REFERENCE_NODE, Node.NOTATION_NODE)


class DocumentFragment(Node):
    """Nodes without a common parent."""

    nodeType = Node.DOCUMENT_FRAGMENT_NODE
    nodeName = '#document-fragment'
    _may_hold = _CONTENT


class Attr(Node):
    """An attribute of an element."""

    nodeType = Node.ATTRIBUTE_NODE
    ownerElement = None
    specified = False
    _is_id = False
    _may_hold = (Node.TEXT_NODE, Node.ENTITY_REFERENCE_NODE)

    def __init__(self, qName, namespaceURI=EMPTY_NAMESPACE, localName=None, prefix=None):
        self.ownerElement = None
        self._name = qName
        self.namespaceURI = namespaceURI
        self._prefix = prefix
        if localName is not None:
            self._localName = localName
        self.childNodes = NodeList()
        self.childNodes.append(Text())

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, value):
        element = self.ownerElement
        if element is not None:
            del element._attrs[self._name]
        self._name = value
        if element is not None:
            element._attrs[value] = self

    nodeName = name

    @property
    def value(self):
        return self.childNodes[0].data if self.childNodes else ''

    @value.setter
    def value(self, text):
        self.childNodes[0].data = text

    nodeValue = value

    @property
    def localName(self):
        return getattr(self, '_localName', None) or self._name.split(':', 1)[-1]

    @property
    def prefix(self):
        return self._prefix

    @prefix.setter
    def prefix(self, prefix):
        if prefix == 'xmlns' and self.namespaceURI and self.namespaceURI != XMLNS_NAMESPACE:
            raise xml.dom.NamespaceErr("illegal use of 'xmlns' prefix for the wrong namespace")
        self._prefix = prefix
        self.name = self.localName if prefix is None else '%s:%s' % (prefix, self.localName)

    @property
    def isId(self):
        return self._is_id

    def unlink(self):
        element = self.ownerElement
        if element is not None:
            element._attrs.pop(self._name, None)
            self.ownerElement = None


class NamedNodeMap:
    """The attributes of an element, by their names."""

    def __init__(self, attrs, ownerElement):
        self._attrs = attrs
        self._ownerElement = ownerElement

    def item(self, index):
        try:
            return self[list(self._attrs)[index]]
        except IndexError:
            return None

    def items(self):
        return [(attr.name, attr.value) for attr in self._attrs.values()]

    def itemsNS(self):
        return [((attr.namespaceURI, attr.localName), attr.value) for attr in self._attrs.values()]

    def __contains__(self, key):
        if isinstance(key, str):
            return key in self._attrs
        return self.getNamedItemNS(*key) is not None

    def keys(self):
        return self._attrs.keys()

    def keysNS(self):
        return [(attr.namespaceURI, attr.localName) for attr in self._attrs.values()]

    def values(self):
        return self._attrs.values()

    def get(self, name, value=None):
        return self._attrs.get(name, value)

    def __len__(self):
        return len(self._attrs)

    length = property(__len__, doc='Number of nodes in the NamedNodeMap.')

    def __getitem__(self, key):
        if isinstance(key, tuple):
            found = self.getNamedItemNS(*key)
            if found is None:
                raise KeyError(key)
            return found
        return self._attrs[key]

    def __setitem__(self, key, value):
        if isinstance(value, str):
            node = self._attrs.get(key)
            if node is None:
                node = Attr(key)
                node.ownerDocument = self._ownerElement.ownerDocument
                self.setNamedItem(node)
            node.value = value
        elif isinstance(value, Attr):
            self.setNamedItem(value)
        else:
            raise TypeError('value must be a string or Attr object')

    def __delitem__(self, key):
        node = self[key]
        del self._attrs[node.name]
        node.ownerElement = None

    def getNamedItem(self, name):
        return self._attrs.get(name)

    def getNamedItemNS(self, namespaceURI, localName):
        for attr in self._attrs.values():
            if attr.namespaceURI == namespaceURI and attr.localName == localName:
                return attr
        return None

    def removeNamedItem(self, name):
        node = self.getNamedItem(name)
        if node is None:
            raise xml.dom.NotFoundErr()
        del self[name]
        return node

    def removeNamedItemNS(self, namespaceURI, localName):
        node = self.getNamedItemNS(namespaceURI, localName)
        if node is None:
            raise xml.dom.NotFoundErr()
        del self[node.name]
        return node

    def setNamedItem(self, node):
        if not isinstance(node, Attr):
            raise xml.dom.HierarchyRequestErr('%s cannot be child of %s' % (repr(node), repr(self)))
        old = self._attrs.get(node.name)
        if old:
            old.ownerElement = None
        self._attrs[node.name] = node
        node.ownerElement = self._ownerElement
        return old

    setNamedItemNS = setNamedItem


AttributeList = NamedNodeMap


class Element(Node):
    """An element."""

    nodeType = Node.ELEMENT_NODE
    _may_hold = _CONTENT

    def __init__(self, tagName, namespaceURI=EMPTY_NAMESPACE, prefix=None, localName=None):
        self.parentNode = None
        self.tagName = self.nodeName = tagName
        self.prefix = prefix
        self.namespaceURI = namespaceURI
        self.childNodes = NodeList()
        self.nextSibling = self.previousSibling = None
        self._attrs = {}

    @property
    def localName(self):
        return self.tagName.split(':', 1)[-1]

    @property
    def attributes(self):
        return NamedNodeMap(self._attrs, self)

    def unlink(self):
        for attr in list(self._attrs.values()):
            attr.unlink()
        self._attrs = {}
        Node.unlink(self)

    def getAttribute(self, attname):
        attr = self._attrs.get(attname)
        return '' if attr is None else attr.value

    def getAttributeNS(self, namespaceURI, localName):
        attr = self.getAttributeNodeNS(namespaceURI, localName)
        return '' if attr is None else attr.value

    def setAttribute(self, attname, value):
        attr = self._attrs.get(attname)
        if attr is None:
            attr = Attr(attname)
            attr.ownerDocument = self.ownerDocument
            self.setAttributeNode(attr)
        attr.value = value

    def setAttributeNS(self, namespaceURI, qualifiedName, value):
        prefix, local = _split(qualifiedName)
        attr = self.getAttributeNodeNS(namespaceURI, local)
        if attr is None:
            attr = Attr(qualifiedName, namespaceURI, local, prefix)
            attr.ownerDocument = self.ownerDocument
            self.setAttributeNode(attr)
        elif attr.name != qualifiedName:
            attr._prefix = prefix
            attr.name = qualifiedName
        attr.value = value

    def getAttributeNode(self, attrname):
        return self._attrs.get(attrname)

    def getAttributeNodeNS(self, namespaceURI, localName):
        return self.attributes.getNamedItemNS(namespaceURI, localName)

    def setAttributeNode(self, attr):
        if attr.ownerElement not in (None, self):
            raise xml.dom.InuseAttributeErr('attribute node already owned')
        old = self._attrs.get(attr.name)
        if old is attr:
            return None
        if old is not None:
            self.removeAttributeNode(old)
        self._attrs[attr.name] = attr
        attr.ownerElement = self
        return old

    setAttributeNodeNS = setAttributeNode

    def removeAttribute(self, name):
        attr = self._attrs.get(name)
        if attr is None:
            raise xml.dom.NotFoundErr()
        self.removeAttributeNode(attr)

    def removeAttributeNS(self, namespaceURI, localName):
        attr = self.getAttributeNodeNS(namespaceURI, localName)
        if attr is None:
            raise xml.dom.NotFoundErr()
        self.removeAttributeNode(attr)

    def removeAttributeNode(self, node):
        if node is None or self._attrs.get(node.name) is not node:
            raise xml.dom.NotFoundErr()
        node.unlink()
        node.ownerDocument = self.ownerDocument
        return node

    removeAttributeNodeNS = removeAttributeNode

    def hasAttribute(self, name):
        return name in self._attrs

    def hasAttributeNS(self, namespaceURI, localName):
        return self.getAttributeNodeNS(namespaceURI, localName) is not None

    def hasAttributes(self):
        return bool(self._attrs)

    def setIdAttribute(self, name):
        self.setIdAttributeNode(self.getAttributeNode(name))

    def setIdAttributeNS(self, namespaceURI, localName):
        self.setIdAttributeNode(self.getAttributeNodeNS(namespaceURI, localName))

    def setIdAttributeNode(self, idAttr):
        if idAttr is None or not self.isSameNode(idAttr.ownerElement):
            raise xml.dom.NotFoundErr()
        idAttr._is_id = True

    def getElementsByTagName(self, name):
        return NodeList(each for each in _walk(self) if name == '*' or each.tagName == name)

    def getElementsByTagNameNS(self, namespaceURI, localName):
        return NodeList(each for each in _walk(self)
                        if localName in ('*', each.localName)
                        and namespaceURI in ('*', each.namespaceURI))

    def __repr__(self):
        return '<DOM Element: %s at %#x>' % (self.tagName, id(self))

    def writexml(self, writer, indent='', addindent='', newl=''):
        writer.write(indent + '<' + self.tagName)
        for name, attr in self._attrs.items():
            writer.write(' %s="' % name)
            _write_data(writer, attr.value)
            writer.write('"')
        if not self.childNodes:
            writer.write('/>%s' % newl)
            return
        writer.write('>')
        if len(self.childNodes) == 1 and self.childNodes[0].nodeType in (
                Node.TEXT_NODE, Node.CDATA_SECTION_NODE):
            self.childNodes[0].writexml(writer, '', '', '')
        else:
            writer.write(newl)
            for child in self.childNodes:
                child.writexml(writer, indent + addindent, addindent, newl)
            writer.write(indent)
        writer.write('</%s>%s' % (self.tagName, newl))


def _split(name):
    prefix, colon, local = name.partition(':')
    return (prefix, local) if colon else (None, name)


class Childless:
    """What nodes do that can have no others below them."""

    attributes = None
    childNodes = ()
    firstChild = None
    lastChild = None

    def appendChild(self, node):
        raise xml.dom.HierarchyRequestErr(self.nodeName + ' nodes cannot have children')

    def hasChildNodes(self):
        return False

    def insertBefore(self, newChild, refChild):
        raise xml.dom.HierarchyRequestErr(self.nodeName + ' nodes do not have children')

    def removeChild(self, oldChild):
        raise xml.dom.NotFoundErr(self.nodeName + ' nodes do not have children')

    def normalize(self):
        pass

    def replaceChild(self, newChild, oldChild):
        raise xml.dom.HierarchyRequestErr(self.nodeName + ' nodes do not have children')

    def unlink(self):
        self.parentNode = self.ownerDocument = self.nextSibling = self.previousSibling = None


class ProcessingInstruction(Childless, Node):
    """An instruction for a program."""

    nodeType = Node.PROCESSING_INSTRUCTION_NODE

    def __init__(self, target, data):
        self.target = target
        self.data = data

    @property
    def nodeValue(self):
        return self.data

    @nodeValue.setter
    def nodeValue(self, data):
        self.data = data

    @property
    def nodeName(self):
        return self.target

    def writexml(self, writer, indent='', addindent='', newl=''):
        writer.write('%s<?%s %s?>%s' % (indent, self.target, self.data, newl))


class CharacterData(Childless, Node):
    """Text of some kind."""

    def __init__(self):
        self.data = ''

    @property
    def nodeValue(self):
        return self.data

    @nodeValue.setter
    def nodeValue(self, data):
        self.data = data

    def __len__(self):
        return len(self.data)

    length = property(__len__, doc='Length of the string data.')

    def __repr__(self):
        dots = '...' if len(self.data) > 10 else ''
        return '<DOM %s node "%r%s">' % (self.__class__.__name__, self.data[0:10], dots)

    def _check(self, offset, count=0):
        if offset < 0:
            raise xml.dom.IndexSizeErr('offset cannot be negative')
        if offset >= len(self.data):
            raise xml.dom.IndexSizeErr('offset cannot be beyond end of data')
        if count < 0:
            raise xml.dom.IndexSizeErr('count cannot be negative')

    def substringData(self, offset, count):
        self._check(offset, count)
        return self.data[offset:offset + count]

    def appendData(self, arg):
        self.data += arg

    def insertData(self, offset, arg):
        if offset < 0 or offset >= len(self.data):
            self._check(offset)
        if arg:
            self.data = self.data[:offset] + arg + self.data[offset:]

    def deleteData(self, offset, count):
        self._check(offset, count)
        self.data = self.data[:offset] + self.data[offset + count:]

    def replaceData(self, offset, count, arg):
        self._check(offset, count)
        if count:
            self.data = self.data[:offset] + arg + self.data[offset + count:]


class Text(CharacterData):
    """A text."""

    nodeType = Node.TEXT_NODE
    nodeName = '#text'
    attributes = None

    def splitText(self, offset):
        if offset < 0 or offset > len(self.data):
            raise xml.dom.IndexSizeErr('illegal offset value')
        rest = self.__class__()
        rest.data = self.data[offset:]
        rest.ownerDocument = self.ownerDocument
        if self.parentNode and self in self.parentNode.childNodes:
            if self.nextSibling is None:
                self.parentNode.appendChild(rest)
            else:
                self.parentNode.insertBefore(rest, self.nextSibling)
        self.data = self.data[:offset]
        return rest

    @property
    def wholeText(self):
        parts = [self.data]
        node = self.previousSibling
        while node is not None and node.nodeType in (Node.TEXT_NODE, Node.CDATA_SECTION_NODE):
            parts.insert(0, node.data)
            node = node.previousSibling
        node = self.nextSibling
        while node is not None and node.nodeType in (Node.TEXT_NODE, Node.CDATA_SECTION_NODE):
            parts.append(node.data)
            node = node.nextSibling
        return ''.join(parts)

    def writexml(self, writer, indent='', addindent='', newl=''):
        _write_data(writer, '%s%s%s' % (indent, self.data, newl))


class Comment(CharacterData):
    """A comment."""

    nodeType = Node.COMMENT_NODE
    nodeName = '#comment'

    def __init__(self, data):
        self.data = data

    def writexml(self, writer, indent='', addindent='', newl=''):
        if '--' in self.data:
            raise ValueError("'--' is not allowed in a comment node")
        writer.write('%s<!--%s-->%s' % (indent, self.data, newl))


class CDATASection(Text):
    """A text that is written without references."""

    nodeType = Node.CDATA_SECTION_NODE
    nodeName = '#cdata-section'

    def writexml(self, writer, indent='', addindent='', newl=''):
        if ']]>' in self.data:
            raise ValueError("']]>' not allowed in a CDATA section")
        writer.write('<![CDATA[%s]]>' % self.data)


class DocumentType(Childless, Node):
    """The type of a document."""

    nodeType = Node.DOCUMENT_TYPE_NODE
    publicId = systemId = internalSubset = name = None

    def __init__(self, qualifiedName):
        self.entities = NodeList()
        self.notations = NodeList()
        if qualifiedName:
            self.name = _split(qualifiedName)[1]
        self.nodeName = self.name

    def writexml(self, writer, indent='', addindent='', newl=''):
        writer.write('<!DOCTYPE ' + self.name)
        if self.publicId:
            writer.write("%s  PUBLIC '%s'%s  '%s'" % (newl, self.publicId, newl, self.systemId))
        elif self.systemId:
            writer.write("%s  SYSTEM '%s'" % (newl, self.systemId))
        if self.internalSubset is not None:
            writer.write(' [' + self.internalSubset + ']')
        writer.write('>' + newl)


class DOMImplementation:
    """Makes documents."""

    _features = [(name, version) for name in ('core', 'xml')
                 for version in ('1.0', '2.0', '3.0', None)] + [('ls-load', '3.0'),
                                                                ('ls-load', None)]

    def hasFeature(self, feature, version):
        return (feature.lower(), version or None) in self._features

    def createDocument(self, namespaceURI, qualifiedName, doctype):
        if doctype and doctype.parentNode is not None:
            raise xml.dom.WrongDocumentErr(
                'doctype object owned by another DOM tree')
        document = Document()
        if qualifiedName or namespaceURI or doctype:
            if not qualifiedName:
                raise xml.dom.InvalidCharacterErr('Element with no name')
            prefix, _ = _split(qualifiedName)
            if prefix == 'xml' and namespaceURI != xml.dom.XML_NAMESPACE:
                raise xml.dom.NamespaceErr("illegal use of 'xml' prefix")
            if prefix and not namespaceURI:
                raise xml.dom.NamespaceErr('illegal use of prefix without namespaces')
            element = document.createElementNS(namespaceURI, qualifiedName)
            if doctype:
                document.appendChild(doctype)
            document.appendChild(element)
        if doctype:
            doctype.parentNode = doctype.ownerDocument = document
        document.doctype = doctype
        document.implementation = self
        return document

    def createDocumentType(self, qualifiedName, publicId, systemId):
        made = DocumentType(qualifiedName)
        made.publicId = publicId
        made.systemId = systemId
        return made

    def getInterface(self, feature):
        return self if self.hasFeature(feature, None) else None


class Document(Node):
    """A document."""

    nodeType = Node.DOCUMENT_NODE
    nodeName = '#document'
    implementation = DOMImplementation()
    doctype = None
    encoding = standalone = version = None
    documentURI = None
    strictErrorChecking = False
    errorHandler = None
    actualEncoding = None
    async_ = False
    _may_hold = (Node.ELEMENT_NODE, Node.PROCESSING_INSTRUCTION_NODE, Node.COMMENT_NODE,
                 Node.DOCUMENT_TYPE_NODE)

    def appendChild(self, node):
        self._check_child(node)
        if node.parentNode is not None:
            node.parentNode.removeChild(node)
        if node.nodeType == Node.ELEMENT_NODE and self.documentElement is not None:
            raise xml.dom.HierarchyRequestErr('two document elements disallowed')
        return self._append(node)

    @property
    def documentElement(self):
        for child in self.childNodes:
            if child.nodeType == Node.ELEMENT_NODE:
                return child
        return None

    def unlink(self):
        if self.doctype is not None:
            self.doctype.unlink()
            self.doctype = None
        Node.unlink(self)

    def cloneNode(self, deep):
        if not deep:
            return None
        clone = self.implementation.createDocument(None, None, None)
        clone.encoding, clone.standalone, clone.version = (self.encoding, self.standalone,
                                                           self.version)
        for child in self.childNodes:
            copy = _clone(child, deep, clone)
            clone.childNodes.append(copy)
            if copy.nodeType == Node.DOCUMENT_TYPE_NODE:
                clone.doctype = copy
            copy.parentNode = clone
        return clone

    def _owned(self, node):
        node.ownerDocument = self
        return node

    def createDocumentFragment(self):
        return self._owned(DocumentFragment())

    def createElement(self, tagName):
        return self._owned(Element(tagName))

    def createElementNS(self, namespaceURI, qualifiedName):
        prefix, _ = _split(qualifiedName)
        return self._owned(Element(qualifiedName, namespaceURI, prefix))

    def createTextNode(self, data):
        return self._text(Text(), data)

    def createCDATASection(self, data):
        return self._text(CDATASection(), data)

    def _text(self, node, data):
        if not isinstance(data, str):
            raise TypeError('node contents must be a string')
        node.data = data
        return self._owned(node)

    def createComment(self, data):
        return self._owned(Comment(data))

    def createProcessingInstruction(self, target, data):
        return self._owned(ProcessingInstruction(target, data))

    def createAttribute(self, qName):
        attr = self._owned(Attr(qName))
        attr.value = ''
        return attr

    def createAttributeNS(self, namespaceURI, qualifiedName):
        prefix, local = _split(qualifiedName)
        attr = self._owned(Attr(qualifiedName, namespaceURI, local, prefix))
        attr.value = ''
        return attr

    def getElementById(self, id):
        for element in _walk(self):
            for attr in element._attrs.values():
                if attr._is_id and attr.value == id:
                    return element
        return None

    def getElementsByTagName(self, name):
        return Element.getElementsByTagName(self, name)

    def getElementsByTagNameNS(self, namespaceURI, localName):
        return Element.getElementsByTagNameNS(self, namespaceURI, localName)

    def isSupported(self, feature, version):
        return self.implementation.hasFeature(feature, version)

    def importNode(self, node, deep):
        if node.nodeType == Node.DOCUMENT_NODE:
            raise xml.dom.NotSupportedErr('cannot import document nodes')
        if node.nodeType == Node.DOCUMENT_TYPE_NODE:
            raise xml.dom.NotSupportedErr('cannot import document type nodes')
        return _clone(node, deep, self)

    def writexml(self, writer, indent='', addindent='', newl='', encoding=None, standalone=None):
        declared = []
        if encoding:
            declared.append('encoding="%s"' % encoding)
        if standalone is not None:
            declared.append('standalone="%s"' % ('yes' if standalone else 'no'))
        writer.write('<?xml version="1.0" %s?>%s' % (' '.join(declared), newl))
        for node in self.childNodes:
            node.writexml(writer, indent, addindent, newl)

    def renameNode(self, n, namespaceURI, name):
        if n.ownerDocument is not self:
            raise xml.dom.WrongDocumentErr(
                'cannot rename nodes from other documents;\n'
                'expected %s,\nfound %s' % (self, n.ownerDocument))
        if n.nodeType not in (Node.ELEMENT_NODE, Node.ATTRIBUTE_NODE):
            raise xml.dom.NotSupportedErr('renameNode() only applies to element and attribute nodes')
        prefix, local = _split(name)
        if n.nodeType == Node.ATTRIBUTE_NODE:
            n._prefix, n._localName = prefix, local
            n.name = name
        else:
            n.prefix = prefix
            n.tagName = n.nodeName = name
        n.namespaceURI = namespaceURI
        return n


def _clone(node, deep, document):
    kind = node.nodeType
    if kind == Node.ELEMENT_NODE:
        clone = document.createElementNS(node.namespaceURI, node.nodeName)
        for attr in node._attrs.values():
            clone.setAttributeNS(attr.namespaceURI, attr.nodeName, attr.value)
            clone._attrs[attr.nodeName].specified = attr.specified
    elif kind == Node.DOCUMENT_FRAGMENT_NODE:
        clone = document.createDocumentFragment()
    elif kind == Node.TEXT_NODE:
        return document.createTextNode(node.data)
    elif kind == Node.CDATA_SECTION_NODE:
        return document.createCDATASection(node.data)
    elif kind == Node.PROCESSING_INSTRUCTION_NODE:
        return document.createProcessingInstruction(node.target, node.data)
    elif kind == Node.COMMENT_NODE:
        return document.createComment(node.data)
    elif kind == Node.ATTRIBUTE_NODE:
        clone = document.createAttributeNS(node.namespaceURI, node.nodeName)
        clone.specified = True
        clone.value = node.value
        return clone
    elif kind == Node.DOCUMENT_TYPE_NODE:
        clone = document.implementation.createDocumentType(node.name, node.publicId, node.systemId)
        clone.ownerDocument = document
        clone.internalSubset = node.internalSubset
        return clone
    else:
        raise xml.dom.NotSupportedErr('Cannot clone node %s' % repr(node))
    if deep:
        for child in node.childNodes:
            clone.appendChild(_clone(child, deep, document))
    return clone


class _Builder:
    """Makes a document of what expat tells."""

    def __init__(self):
        from xml.parsers import expat
        self.parser = parser = expat.ParserCreate(namespace_separator=' ')
        parser.namespace_prefixes = True
        parser.buffer_text = True
        parser.ordered_attributes = True
        parser.specified_attributes = True
        self.document = self.current = Document()
        self.in_cdata = False
        self.declared = []
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.text
        parser.CommentHandler = self.comment
        parser.ProcessingInstructionHandler = self.instruction
        parser.StartCdataSectionHandler = self.begin_cdata
        parser.EndCdataSectionHandler = self.end_cdata
        parser.XmlDeclHandler = self.declaration
        parser.StartDoctypeDeclHandler = self.doctype
        parser.StartNamespaceDeclHandler = self.namespace

    def namespace(self, prefix, uri):
        self.declared.append((prefix, uri))

    def _parts(self, name):
        parts = name.split(' ')
        if len(parts) == 3:
            uri, local, prefix = parts
            return uri, local, prefix, prefix + ':' + local
        if len(parts) == 2:
            return parts[0], parts[1], EMPTY_PREFIX, parts[1]
        return EMPTY_NAMESPACE, name, EMPTY_PREFIX, name

    def start(self, name, attributes):
        uri, local, prefix, qualified = self._parts(name)
        element = self.document._owned(Element(qualified, uri, prefix, local))
        self.current._append(element)
        self.current = element
        for prefix, uri in self.declared:
            if prefix:
                attr = Attr('xmlns:' + prefix, XMLNS_NAMESPACE, prefix, 'xmlns')
            else:
                attr = Attr('xmlns', XMLNS_NAMESPACE, 'xmlns', EMPTY_PREFIX)
            self._set(element, attr, uri or '')
        self.declared = []
        for i in range(0, len(attributes), 2):
            uri, local, prefix, qualified = self._parts(attributes[i])
            self._set(element, Attr(qualified, uri, local, prefix), attributes[i + 1])

    def _set(self, element, attr, value):
        attr.ownerDocument = self.document
        attr.value = value
        attr.ownerElement = element
        attr.specified = True
        element._attrs[attr.name] = attr

    def end(self, name):
        self.current = self.current.parentNode

    def text(self, data):
        last = self.current.lastChild
        if self.in_cdata:
            if not self.continues:
                node = CDATASection()
                node.data = data
                self.current._append(self.document._owned(node))
                self.continues = True
            else:
                last.data += data
            return
        if last is not None and last.nodeType == Node.TEXT_NODE:
            last.data += data
            return
        node = Text()
        node.data = data
        self.current._append(self.document._owned(node))

    def begin_cdata(self):
        self.in_cdata = True
        self.continues = False

    def end_cdata(self):
        self.in_cdata = False

    def comment(self, data):
        self.current._append(self.document.createComment(data))

    def instruction(self, target, data):
        self.current._append(self.document.createProcessingInstruction(target, data))

    def declaration(self, version, encoding, standalone):
        self.document.version = version
        self.document.encoding = encoding
        if standalone >= 0:
            self.document.standalone = bool(standalone)

    def doctype(self, name, system, public, has_subset):
        made = self.document.implementation.createDocumentType(name, public, system)
        made.ownerDocument = self.document
        self.document._append(made)
        self.document.doctype = made


def parse(file, parser=None, bufsize=None):
    """The document in a file."""
    builder = _Builder()
    if isinstance(file, str):
        with open(file, 'rb') as f:
            builder.parser.Parse(f.read(), True)
    else:
        data = file.read()
        builder.parser.Parse(data, True)
    return builder.document


def parseString(string, parser=None):
    """The document that a text stands for."""
    builder = _Builder()
    builder.parser.Parse(string, True)
    return builder.document


def getDOMImplementation(features=None):
    """What makes documents."""
    if features:
        if isinstance(features, str):
            words = features.split()
            features = []
            while words:
                name = words.pop(0)
                features.append((name, words.pop(0) if words and words[0][0].isdigit() else None))
        for name, version in features:
            if not Document.implementation.hasFeature(name, version):
                return None
    return Document.implementation
