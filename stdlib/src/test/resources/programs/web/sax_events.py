import io
import os
import tempfile
import xml.sax
from xml.sax import handler, saxutils, xmlreader

TEXT = '''<?xml version="1.0"?>
<!DOCTYPE a>
<a x="1" xmlns:p="http://p">one<b/><p:c p:y="2">t &amp; u</p:c><!-- c --><![CDATA[<raw>]]><?pi data?>
</a>'''


class Shows(handler.ContentHandler):
    def startDocument(self):
        print('begin', type(self._locator).__name__)

    def endDocument(self):
        print('end')

    def startElement(self, name, attrs):
        print('start', name, sorted(attrs.items()), attrs.getLength(), len(attrs), sorted(attrs.keys()), self._locator and self._locator.getLineNumber())

    def endElement(self, name):
        print('stop', name)

    def characters(self, content):
        print('text', repr(content))

    def processingInstruction(self, target, data):
        print('pi', target, data)

    def startPrefixMapping(self, prefix, uri):
        print('prefix', prefix, uri)

    def endPrefixMapping(self, prefix):
        print('no prefix', prefix)

    def startElementNS(self, name, qname, attrs):
        print('start', name, qname, sorted(attrs.items(), key=str), sorted(attrs.getQNames()))

    def endElementNS(self, name, qname):
        print('stop', name, qname)


class Lexical(handler.LexicalHandler):
    def comment(self, content):
        print('comment', content)

    def startCDATA(self):
        print('cdata')

    def endCDATA(self):
        print('no cdata')

    def startDTD(self, name, public_id, system_id):
        print('dtd', name, public_id, system_id)


xml.sax.parseString(TEXT, Shows())
xml.sax.parseString(TEXT.encode(), Shows())
p = xml.sax.make_parser()
print(p.getFeature(handler.feature_namespaces), p.getFeature(handler.feature_external_ges))
p.setFeature(handler.feature_namespaces, True)
p.setContentHandler(Shows())
p.setProperty(handler.property_lexical_handler, Lexical())
p.parse(io.StringIO(TEXT))
p = xml.sax.make_parser()
p.setContentHandler(Shows())
p.feed('<a><b')
p.feed('>text</b>')
p.feed('</a>')
p.close()
for bad in ('<a><b></a>', '', '<a>&undefined;</a>', '<a', 'text'):
    try:
        xml.sax.parseString(bad, handler.ContentHandler())
    except xml.sax.SAXParseException as e:
        print(e, '|', e.getLineNumber(), e.getColumnNumber(), e.getMessage(), e.getSystemId(), type(e.getException()).__name__)


class Errors(handler.ErrorHandler):
    def fatalError(self, exception):
        print('fatal', exception)
        raise exception


try:
    xml.sax.parseString('<a><b></a>', handler.ContentHandler(), Errors())
except xml.sax.SAXException as e:
    print('after', e)
for wrong in (lambda: p.setFeature('x', 1), lambda: p.getFeature('x'), lambda: p.getProperty('x'), lambda: p.setFeature(handler.feature_validation, 1),
              lambda: p.setLocale('x')):
    try:
        wrong()
    except xml.sax.SAXException as e:
        print(type(e).__name__, e)
print(saxutils.escape('<&>"'), saxutils.escape('"', {'"': '&quot;'}), saxutils.unescape('&lt;&amp;&gt;&quot;', {'&quot;': '"'}))
print(saxutils.quoteattr('a'), saxutils.quoteattr('a"b'), saxutils.quoteattr('a"b\'c\n<'))
for short in (False, True):
    for namespaces in (False, True):
        out = io.BytesIO()
        g = saxutils.XMLGenerator(out, 'us-ascii', short)
        p = xml.sax.make_parser()
        p.setFeature(handler.feature_namespaces, namespaces)
        p.setContentHandler(g)
        p.parse(io.StringIO(TEXT.replace('one', 'on\u00e9')))
        print(out.getvalue().decode())
text = io.StringIO()
g = saxutils.XMLGenerator(text, 'utf-8')
g.startDocument()
g.startElement('r', {'k': 'v<'})
g.characters('a & b')
g.endElement('r')
g.endDocument()
print(text.getvalue())


class Upper(saxutils.XMLFilterBase):
    def startElement(self, name, attrs):
        super().startElement(name.upper(), attrs)

    def endElement(self, name):
        super().endElement(name.upper())


f = Upper(xml.sax.make_parser())
f.setContentHandler(Shows())
f.parse(io.BytesIO(b'<low>x</low>'))
with tempfile.TemporaryDirectory() as top:
    name = os.path.join(top, 'f.xml')
    with open(name, 'w') as o:
        o.write('<f>from a file</f>')
    xml.sax.parse(name, Shows())
    with open(name) as o:
        xml.sax.parse(o, Shows())
    with open(name, 'w') as o:
        o.write('<f>\n <g></f>')
    try:
        xml.sax.parse(name, Shows())
    except xml.sax.SAXParseException as e:
        print(str(e).replace(top, 'TOP'))
a = xmlreader.AttributesImpl({'a': '1'})
print(a['a'], 'a' in a, a.get('b', 2), a.getType('a'), a.getNames(), a.copy().items(), a.getValue('a'))
source = xmlreader.InputSource('sys')
print(source.getSystemId(), source.getByteStream(), source.getEncoding())
