import io
import xml.dom
from xml.dom import Node, minidom
from xml.parsers.expat import ExpatError

TEXT = '''<?xml version="1.0" encoding="utf-8"?>
<!-- before -->
<!DOCTYPE catalog SYSTEM "catalog.dtd">
<?style type="x"?>
<catalog xmlns="http://one" xmlns:b="http://two" count="2">
  <book id="b1" b:lang="en">Title &amp; more<b:note>n</b:note> tail</book>
  <book id="b2"><![CDATA[raw <text>]]></book>
  <empty/>
</catalog>
'''
d = minidom.parseString(TEXT)
print(d.toxml())
print(d.nodeName, d.nodeType, d.version, d.encoding, d.standalone, d.doctype.name, d.doctype.systemId, [n.nodeName for n in d.childNodes])
root = d.documentElement
print(root.tagName, root.namespaceURI, root.prefix, root.localName, root.getAttribute('count'), repr(root.getAttribute('none')), root.hasAttribute('count'))
print([b.getAttribute('id') for b in d.getElementsByTagName('book')], len(d.getElementsByTagName('*')), [n.tagName for n in d.getElementsByTagNameNS('http://two', '*')])
book = root.getElementsByTagName('book')[0]
print(sorted(book.attributes.keys()), sorted(book.attributes.items()), book.getAttributeNS('http://two', 'lang'), book.attributes.length)
print([(n.nodeType, n.nodeName, n.nodeValue) for n in book.childNodes], book.firstChild.data, book.lastChild.nodeValue)
print(book.nextSibling, book.nextSibling.nextSibling.tagName, book.parentNode is root, book.ownerDocument is d)
print(repr(book).split(' at ')[0], repr(book.firstChild), book.attributes['id'].value, book.childNodes.item(0) is book.firstChild, book.childNodes.length)
print(root.toxml())
print(minidom.parseString('<a><b>x</b><c/><d>y<e/>z</d></a>').toprettyxml(indent='  '))
print(minidom.parseString('<a>é</a>').toxml('ascii'), minidom.parseString('<a>é</a>').toprettyxml(encoding='utf-8', standalone=True))

impl = minidom.getDOMImplementation()
new = impl.createDocument(None, 'root', None)
top = new.documentElement
for i in range(3):
    item = new.createElement('item')
    item.setAttribute('n', str(i))
    item.setAttribute('q', '<"&\n\t>')
    item.appendChild(new.createTextNode('text <%d> & "more"' % i))
    top.appendChild(item)
top.insertBefore(new.createComment(' c '), top.firstChild)
top.appendChild(new.createCDATASection('<raw>'))
top.appendChild(new.createProcessingInstruction('pi', 'data'))
print(new.toxml())
print(new.toprettyxml())
removed = top.removeChild(top.childNodes[1])
print(removed.parentNode, removed.nextSibling, len(top.childNodes), top.childNodes[0].nextSibling is top.childNodes[1])
old = top.replaceChild(new.createElement('other'), top.childNodes[1])
print(old.tagName, [n.nodeName for n in top.childNodes], top.childNodes[1].previousSibling.nodeName, top.childNodes[1].nextSibling.nodeName)
clone = top.cloneNode(True)
print(clone.toxml() == top.toxml(), clone.parentNode, top.cloneNode(False).toxml())
fragment = new.createDocumentFragment()
fragment.appendChild(new.createElement('f1'))
fragment.appendChild(new.createElement('f2'))
top.appendChild(fragment)
print([n.nodeName for n in top.childNodes], fragment.childNodes)
other = minidom.Document()
other.appendChild(other.importNode(top, True))
print(other.documentElement.tagName, other.documentElement.ownerDocument is other)
text = minidom.parseString('<a>one</a>').documentElement
text.appendChild(text.ownerDocument.createTextNode(' two'))
text.appendChild(text.ownerDocument.createTextNode(''))
print(len(text.childNodes), text.firstChild.wholeText)
text.normalize()
print(len(text.childNodes), text.firstChild.data)
t = text.firstChild
rest = t.splitText(3)
print(t.data, rest.data, len(text.childNodes), t.nextSibling is rest)
t.appendData('X'); t.insertData(0, 'Y'); t.deleteData(1, 1); t.replaceData(0, 1, 'Z')
print(t.data, t.substringData(0, 2), t.length, len(t))
e = minidom.parseString('<a x="1" y="2"/>').documentElement
e.removeAttribute('x')
e.attributes['y'].value = 'changed'
e.attributes['z'] = 'new'
e.setAttributeNS('http://n', 'p:w', 'v')
print(e.toxml(), e.hasAttributes(), e.getAttributeNode('y').name, e.hasAttributeNS('http://n', 'w'), e.getAttributeNode('none'))
dt = impl.createDocumentType('html', '-//W3C//DTD', 'http://dtd')
h = impl.createDocument('http://www.w3.org/1999/xhtml', 'html', dt)
print(h.toxml(), h.doctype is dt)
print(h.toprettyxml())
i = minidom.parseString('<a><b id="k"/></a>')
i.documentElement.firstChild.setIdAttribute('id')
print(i.getElementById('k').tagName, i.getElementById('none'))
for wrong in (lambda: minidom.parseString('<a><b></a>'), lambda: minidom.parseString(''), lambda: top.removeChild(clone), lambda: top.insertBefore(clone, old),
              lambda: new.appendChild(new.createElement('second')), lambda: new.appendChild(new.createTextNode('x')), lambda: e.removeAttribute('none'),
              lambda: t.substringData(99, 1), lambda: t.splitText(-1), lambda: impl.createDocument(None, 'p:a', None), lambda: t.appendChild(t),
              lambda: new.createTextNode(3), lambda: minidom.parse('/no/such'), lambda: new.createComment('a--b').toxml()):
    try:
        print(wrong())
    except (xml.dom.DOMException, ExpatError, ValueError, TypeError, OSError) as x:
        print(type(x).__name__, str(x).split(' at 0x')[0], getattr(x, 'code', None))
with minidom.parse(io.BytesIO(b'<a>from a file</a>')) as f:
    print(f.documentElement.firstChild.data)
print(minidom.parse(io.StringIO('<a>\u20ac</a>')).documentElement.firstChild.data)
print(Node.ELEMENT_NODE, Node.TEXT_NODE, impl.hasFeature('core', '2.0'), impl.hasFeature('x', '1'), xml.dom.getDOMImplementation() is impl)
