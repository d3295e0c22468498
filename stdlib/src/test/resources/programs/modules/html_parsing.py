"""html.parser calls methods; html.entities and html.unescape know all names."""
import html
import html.entities
from html.parser import HTMLParser


class Shown(HTMLParser):
    def handle_starttag(self, tag, attrs):
        print('start', tag, attrs, self.getpos(), repr(self.get_starttag_text()))

    def handle_endtag(self, tag):
        print('end', tag, self.getpos())

    def handle_data(self, data):
        print('data', repr(data))

    def handle_comment(self, data):
        print('comment', repr(data))

    def handle_decl(self, decl):
        print('decl', repr(decl))

    def handle_pi(self, data):
        print('pi', repr(data))

    def unknown_decl(self, data):
        print('unknown', repr(data))

    def handle_charref(self, name):
        print('charref', name)

    def handle_entityref(self, name):
        print('entityref', name)


page = '''<!DOCTYPE html>
<html lang=en><head><title>A &amp; B &copy;</title>
<script>if (a < b && c) { document.write("<p>no</p>"); }</script>
<style>p > a { color: red }</style></head>
<body class="x y" data-n='1' hidden>
<!-- a comment --> text<br/>&lt;tag&gt; &#65;&#x42; &nope; &notit;
<p>unclosed <b>bold</i></b> <a href="?a=1&amp;b=2">link</A>
<![CDATA[raw]]> <?php echo 1 ?> < 3 <3 </> </ x> <img src=a.png alt = "b c"/>
</body></html>
'''
for convert in True, False:
    print('--', convert)
    shown = Shown(convert_charrefs=convert)
    shown.feed(page)
    shown.close()

print('-- in pieces')
shown = Shown()
for i in range(0, len(page), 7):
    shown.feed(page[i:i + 7])
shown.close()

print('-- left open')
for text in '<p', '<a href="x', '<!-- never', '</p', '&am', 'x &#6', '<!DOCTYPE', '<?pi', '<![CDATA[':
    shown = Shown()
    shown.feed(text)
    print('fed')
    shown.close()


class Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.links = []

    def handle_starttag(self, tag, attrs):
        if tag == 'a':
            self.links.append(dict(attrs).get('href'))


links = Links()
links.feed('<a href=1>x</a><a>y</a><A HREF="3">')
print(links.links)

print(len(html.entities.html5), len(html.entities.name2codepoint))
print(html.entities.html5['NotEqualTilde;'], html.entities.codepoint2name[0xe9],
      html.entities.entitydefs['euro'])
print(html.unescape('&notin; &notit; &NotEqualTilde; &AMP &#128; &#0; &#xd800; &#1; &#x110000; &#;'))
print(html.unescape('caf&eacute; &lt;b&gt; &hearts;&clubs &Aacutes; &CounterClockwiseContourIntegral;'))
