"""email: making, reading and writing messages; headers, addresses and dates; damaged messages."""
import email
import re
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.mime.application import MIMEApplication
from email.mime.image import MIMEImage
from email.mime.base import MIMEBase
from email.mime.message import MIMEMessage
from email import encoders, policy, utils
from email.header import Header, decode_header, make_header
from email.message import EmailMessage, Message
from email.headerregistry import Address, Group
def b(s): return re.sub(r'={15}\d{19}==','BOUNDARY',s)
m=MIMEMultipart('alternative'); m['Subject']='Hällo'; m['From']='a@b.c'; m['To']='x@y.z, "q, w" <e@r.t>'
m.attach(MIMEText('plain text')); m.attach(MIMEText('<p>höher</p>','html')); m.attach(MIMEText('latin é','plain','iso-8859-1'))
print(b(m.as_string()))
p=MIMEApplication(bytes(range(100)),Name='x.bin'); p['Content-Disposition']='attachment; filename="x.bin"'; print(p)
p=MIMEBase('application','pdf'); p.set_payload(b'%PDF-1.4'); encoders.encode_base64(p); p.add_header('Content-Disposition','attachment',filename='größe.pdf'); print(p); print(p.get_filename(), p.get_payload(decode=True))
print(MIMEImage(b'\x89PNG\r\n\x1a\n123'))
try: MIMEImage(b'abc')
except TypeError as e: print(e)
try: MIMEText('x').attach(1)
except Exception as e: print(type(e).__name__, e, isinstance(e,TypeError))
raw='''From nobody Mon
Received: by x
\tcontinued here
From: =?utf-8?q?J=C3=BCrgen?= <j@x.y>
To: a@b.c,
 d@e.f
Subject: =?iso-8859-1?Q?Gr=FC=DFe?= =?utf-8?b?w6TDtg==?= end
Date: Mon, 20 Nov 1995 19:12:08 -0500
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="abc"; charset="us-ascii"

preamble
--abc
Content-Type: text/plain; charset="utf-8"
Content-Transfer-Encoding: quoted-printable

Gr=C3=BC=C3=9Fe=
 weiter

--abc
Content-Type: application/octet-stream; name=x.bin
Content-Transfer-Encoding: base64
Content-Disposition: attachment; filename*=utf-8''gr%C3%B6%C3%9Fe.bin

AAEC
--abc
Content-Type: multipart/alternative; boundary=inner

--inner

one
--inner
Content-Type: text/html

<b>two</b>
--inner--

--abc
Content-Type: message/rfc822

Subject: inside

body
--abc--
epilogue
'''
for pol in (policy.compat32, policy.default):
    m=email.message_from_string(raw, policy=pol)
    print(type(m).__name__, m.keys(), len(m), m.get_unixfrom())
    for k,v in m.items(): print(k, repr(v) if pol is policy.compat32 else str(v), type(v).__name__)
    print(m['subject'], m['nothing'], m.get('x','d'), 'FROM' in m, m.get_all('to'), m.get_boundary(), repr(m.preamble), repr(m.epilogue))
    for part in m.walk(): print(part.get_content_type(), part.is_multipart(), part.get_filename(), part.get_content_charset(), part.get_content_disposition(), repr(part.get_payload(decode=True)), part.defects)
    print(m.as_string()==raw, m.as_string(unixfrom=True)==raw)
    print(m.as_string())
m=email.message_from_string(raw, policy=policy.default)
print(m['from'].addresses[0].display_name, m['from'].addresses[0].addr_spec, [a.username for a in m['to'].addresses], m['date'].datetime, m['content-type'].params['boundary'])
print(m.get_body().get_content_type(), [a.get_filename() for a in m.iter_attachments()], m.get_body(('plain',)).get_content())
print([a.get_content() for a in m.iter_attachments()][0])
print(decode_header('=?iso-8859-1?Q?Gr=FC=DFe?= =?utf-8?b?w6TDtg==?= end'), make_header(decode_header('a =?utf-8?q?=C3=A4?= b')), decode_header('plain'))
print(decode_header(Header('ä','utf-8')))
for a in ['a@b.c','Name <a@b.c>','"Last, First" <l@f.g>','x (comment) <y@z>','<a@b>','','broken','a@b, c@d','=?utf-8?q?=C3=A4?= <a@b>','A B C <a.b@[1.2.3.4]>','g: a@b, c@d;','"q\\"x" <a@b>', 'a@b (c)', 'j@x (a (nested) c)','a b@c','<@r:a@b>','a@b@c', 'x <a@b> trailing', ',,a@b', '<a@b', '"unclosed <a@b>']:
    print(repr(a), utils.parseaddr(a), utils.getaddresses([a]))
print(utils.formataddr(('N a','a@b')), utils.formataddr(('x, y','a@b')), utils.formataddr(('Ä','a@b')), utils.formataddr((None,'a@b')))
for d in ['Mon, 20 Nov 1995 19:12:08 -0500','20 Nov 95 19:12 GMT','Mon Nov 20 19:12:08 1995','','x','Tue, 3 Jun 2008 11:05:30 +0200 (CEST)','Thu, 01-Jan-70 00:00:00 GMT','1 Jan 2020 1:2:3','wed, 3 foo 2000 1:2:3 +0','Wed, 3 Apr 2002 12.34.56.78+0800', '5 Feb 2012 10:00:00 EST']:
    print(d, utils.parsedate_tz(d), utils.parsedate(d))
    try: print(utils.parsedate_to_datetime(d))
    except Exception as e: print(type(e).__name__, e)
print(utils.formatdate(0), utils.formatdate(1e9,usegmt=True), utils.mktime_tz(utils.parsedate_tz('Mon, 20 Nov 1995 19:12:08 -0500')))
print(utils.quote('a"b\\'), utils.unquote('"a\\"b"'), utils.encode_rfc2231('ä b','utf-8','de'), utils.decode_rfc2231("utf-8'de'x"), utils.collapse_rfc2231_value(('utf-8','','Ã¤')))
bad=['','no header at all\nbody','Subject: x\nnot a header\nbody\n',' continuation\nA: b\n\nx','Content-Type: multipart/mixed\n\nno boundary\n','Content-Type: multipart/mixed; boundary=x\n\nnever starts\n','Content-Type: multipart/mixed; boundary=x\n\n--x\n\nopen\n','Content-Type: garbage\n\nx','Content-Transfer-Encoding: base64\n\n!!!notbase64=\n','Content-Transfer-Encoding: base64\n\nYWJj YWI\n',': no name\nA: b\n\nbody','A: b','Content-Type: text/plain; charset=nope\n\nx','Content-Type: multipart/digest; boundary=x\n\n--x\n\nSubject: d\n\nt\n--x--', 'Content-Type: multipart/mixed; boundary=x\r\n\r\npre\r\n--x\r\n\r\na\r\n--x--\r\n', 'Subject: a\n\n--x\n']
for t in bad:
    for pol in (policy.compat32, policy.default):
        m=email.message_from_string(t,policy=pol)
        print(repr(t), m.items(), repr(m.get_payload()) if not m.is_multipart() else [ (x.items(), x.get_content_type(), repr(x.get_payload())if not x.is_multipart() else 'multi') for x in m.get_payload()], repr(m.preamble), repr(m.epilogue), [type(d).__name__ for d in m.defects], repr(m.get_payload(decode=True)), m.get_content_type(), [type(d).__name__ for d in m.defects])
        print(repr(m.as_string()))
m=email.message_from_bytes(b'Subject: caf\xe9\nContent-Type: text/plain; charset=latin-1\n\ncaf\xe9\n')
print(repr(str(m['subject'])), m.get_payload(), m.get_payload(decode=True), m.as_bytes()); print(m.as_string())
m=Message(); m['A']='1'; m['A']='2'; m['b']='x'; del m['b']; m.replace_header('a','3'); print(m.items(), m.get_all('a'))
try: m.replace_header('zz','3')
except KeyError as e: print('KeyError',e)
m.set_payload('grün','utf-8'); print(m); m.set_param('x','y z'); m.set_type('text/html'); m.add_header('X-P','v',a='b',c_d=None); print(m); m.del_param('x'); print(m['content-type'], m.get_params())
m=EmailMessage(); m['From']=Address('Jörg','j','x.de'); m['To']=(Address('A B',addr_spec='ab@c.d'),Address('','e','f.g')); m['Cc']=[Group('team',[Address('x','y','z.de')])]; m['Subject']='s'
m['Date']=utils.parsedate_to_datetime('Mon, 20 Nov 1995 19:12:08 -0500')
m.set_content('text'); m.add_alternative('<p>x</p>',subtype='html'); m.get_payload()[1].add_related(b'img','image','png',cid='<c>'); m.add_attachment('txt',filename='a.txt'); m.add_attachment(b'\0',maintype='application',subtype='x-y',filename='größe.bin')
print(b(m.as_string())); print(b(m.as_bytes(policy=policy.SMTP).decode()))
for k,v in (('To','x@y.z'),('Subject','2'),('X','a\nb')):
    try: m[k]=v
    except ValueError as e: print(e)
try: m.set_content('x')
except Exception as e: print(type(e).__name__,e)
try: EmailMessage().set_content({})
except Exception as e: print(type(e).__name__,e)
print(repr(m['to']), m['from'].addresses, repr(m['cc'].groups), m['cc'].groups[0].display_name)
try: policy.default.clone(foo=1)
except TypeError as e: print(e)
try: policy.default.utf8=1
except AttributeError as e: print(e)
m=MIMEMultipart(); m.attach(MIMEMessage(MIMEText('inner'))); m.preamble='pre'; m.epilogue='epi'; print(b(str(m)))
from email import iterators; iterators._structure(m)
print(list(iterators.body_line_iterator(m)))
