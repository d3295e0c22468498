"""xml.etree.ElementTree: reading, searching, changing and writing; what is not well-formed."""
import copy
import io
import os
import tempfile
import xml.etree.ElementTree as ET

text = '''<?xml version="1.0" encoding="utf-8"?>
<!-- before -->
<data xmlns:x="urn:x" kind="test">
  <country name="Liechtenstein"><rank updated="yes">2</rank><year>2008</year>
    <neighbor name="Austria" direction="E"/><neighbor name="Switzerland" direction="W"/></country>
  <country name="Singapore"><rank>5</rank><year>2011</year><neighbor name="Malaysia" direction="N"/></country>
  <x:item x:attr="1" plain="2">t&amp;x &lt;t&gt; &#65;&#x42; ü <![CDATA[<raw> & ]]>tail<b/>after</x:item>
  <empty></empty><?proc some data?>
</data>
'''
root = ET.fromstring(text)
print(root.tag, root.attrib, len(root), [c.tag for c in root], repr(root.text))
for country in root.findall('country'):
    print(country.get('name'), country.find('rank').text, country.findtext('year'), country.findtext('no', 'none'))
for path in ('.//neighbor', './/neighbor[@name="Austria"]', 'country[2]', 'country[last()]', 'country[rank]',
             "country[rank='5']/year", './/*[@direction]', 'country/neighbor/..', './country/*', '{urn:x}item',
             'x:item', '{*}item', './/year[.="2008"]', 'country[@name!="Singapore"]', '.', '*', './/rank/../year',
             'country[last()-1]', './/neighbor[1]', 'nothing/here', '{urn:x}*', '{}*', 'country[@name]//'):
    print(path, [(e.tag, e.get('name') or (e.text or '').strip()) for e in root.findall(path, {'x': 'urn:x'})])
for wrong in '/abs', 'country[0]', 'x:item', 'country[position()]', '@name', 'a[last()+1]', '':
    try:
        print(repr(wrong), root.findall(wrong))
    except (SyntaxError, KeyError) as e:
        print(repr(wrong), type(e).__name__, e)
item = root.find('{urn:x}item')
print(item.attrib, repr(item.text), repr(item[0].tail), ''.join(item.itertext()))
print([e.tag for e in root.iter('neighbor')], sum(1 for _ in root.iter()))
print(ET.tostring(item), ET.tostring(root.find('country'), encoding='unicode'))
print(ET.tostring(root[0][0], encoding='utf-8', xml_declaration=True), ET.tostring(item, encoding='latin-1'))

new = ET.Element('root', {'a': '1'}, b='<&">\n\t')
child = ET.SubElement(new, 'child', id='c')
child.text, child.tail = 'x < y & z', 'tail'
new.append(ET.Comment(' note '))
new.append(ET.PI('target', 'data'))
new.insert(0, ET.Element('{http://example.org/ns}first'))
ET.SubElement(new, ET.QName('urn:q', 'name')).set(ET.QName('urn:q', 'k'), 'v')
print(ET.tostring(new, encoding='unicode'))
ET.register_namespace('q', 'urn:q')
print(ET.tostring(new, short_empty_elements=False).decode())
print(ET.tostring(ET.fromstring('<a xmlns="urn:d"><b/></a>'), default_namespace='urn:d'))
ET.indent(new)
ET.dump(new)
print(ET.tostring(ET.fromstring('<p>a<br/>b<script>x &lt; y</script></p>'), method='html'), ET.tostring(item, method='text', encoding='unicode'))
new.remove(child)
print([c.tag if isinstance(c.tag, str) else 'other' for c in new], new[0].tag, new[-1].tag, [c.tag for c in new[:1]])
twin = copy.deepcopy(root)
twin.find('country').set('name', 'changed')
print(root.find('country').get('name'), twin.find('country').get('name'), ET.iselement(root), ET.iselement(1))
print(ET.canonicalize('<z b="2" a="1"><e/></z>'))

path = os.path.join(tempfile.mkdtemp(), 'x.xml')
tree = ET.ElementTree(root)
tree.write(path, encoding='utf-8', xml_declaration=True)
print(open(path, encoding='utf-8').readline().strip(), ET.parse(path).getroot().find('country/year').text)
print([(e, el.tag) for e, el in ET.iterparse(path, ('start', 'end')) if el.tag in ('rank', 'data')])
print([(e, x if isinstance(x, tuple) else x and x.tag) for e, x in ET.iterparse(io.StringIO(text), ('start-ns', 'end-ns'))])
pull = ET.XMLPullParser(['start', 'end'])
for piece in '<a><b at', 'tr="1">te', 'xt</b', '></a>':
    pull.feed(piece)
    print([(k, e.tag, e.attrib) for k, e in pull.read_events()])


class Target:
    def start(self, tag, attrib):
        print('start', tag, attrib)

    def end(self, tag):
        print('end', tag)

    def data(self, data):
        print('data', repr(data))

    def comment(self, text):
        print('comment', text)

    def close(self):
        return 'closed'


parser = ET.XMLParser(target=Target())
parser.feed('<a x="1">text<!--c--></a>')
print(parser.close())
for encoding in 'utf-8', 'utf-16', 'latin-1', 'ascii':
    data = ('<?xml version="1.0" encoding="%s"?><r>ä</r>' % encoding).encode(encoding, 'xmlcharrefreplace')
    print(encoding, ET.fromstring(data).text)
print(ET.fromstring(b'\xef\xbb\xbf<r>\xc3\xa4</r>').text, repr(ET.fromstring('<r>a\r\nb\rc</r>').text),
      repr(ET.fromstring('<r a="1\n2\t3"/>').get('a')))

entity = '<!DOCTYPE r [<!ENTITY e "va&#108;ue"><!ENTITY f "<b>&e;</b>">]><r x="&e;">&e; &f;</r>'
print(ET.tostring(ET.fromstring(entity)))
for wrong in ('', ' ', 'text', '<a>', '<a></b>', '<a', '<a b></a>', '<a b=c/>', '<a b="1" b="2"/>', '<a/><b/>',
              '<a>&nope;</a>', '<a>&#0;</a>', '<a>& b</a>', '<a>\x01</a>', '<a b="<"/>', '<x:a/>', '<a x:b="1"/>',
              '<!-- -- --><a/>', '<a><!-- x</a>', '<a>]]></a>', '<a><![CDATA[x</a>', ' <?xml version="1.0"?><a/>',
              '<1/>', '< a/>', '<a></a', '</a>', '<a/>junk', '<a>\n<b>\n</a>', '<a b="1"c="2"/>', '<a>&#x;</a>', '<a>&x</a>',
              '<!DOCTYPE r [<!ENTITY a "&b;"><!ENTITY b "&a;">]><r>&a;</r>', b'<a>\xff</a>',
              b'<?xml version="1.0" encoding="nothing"?><a/>', '<!DOCTYPE r SYSTEM "http://x/y.dtd"><r>&undefined;</r>',
              '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r>&x;</r>', '<a><?xml version="1.0"?></a>'):
    try:
        print(repr(wrong), ET.tostring(ET.fromstring(wrong)))
    except ET.ParseError as e:
        print(repr(wrong), e, e.code, e.position)
    except LookupError as e:
        print(repr(wrong), e)
bomb = '<!DOCTYPE r [<!ENTITY a0 "%s">%s]><r>&a9;</r>' % (
    'x' * 50, ''.join('<!ENTITY a%d "%s">' % (i, '&a%d;' % (i - 1) * 10) for i in range(1, 10)))
try:
    ET.fromstring(bomb)
except ET.ParseError as e:
    print(str(e).split(':')[0])
for wrong in (lambda: ET.Element('a', 'b'), lambda: new.append('x'), lambda: new[99], lambda: new.remove(ET.Element('q')),
              lambda: ET.tostring(ET.Element(1)), lambda: ET.SubElement(None, 'x'), lambda: ET.tostring(ET.Element('a', b=1)),
              lambda: ET.parse('missing.xml'), lambda: ET.register_namespace('ns1', 'u'), lambda: ET.XMLPullParser(['x']),
              lambda: new.__setitem__(0, 'x')):
    try:
        print(wrong())
    except Exception as e:
        print(type(e).__name__, e)
