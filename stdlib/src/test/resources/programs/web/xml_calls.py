# xmlrpc: values as XML, a server, faults, several calls at once.
import datetime
import threading
import xmlrpc.client
from xmlrpc.client import Binary, DateTime, Fault, ServerProxy, dumps, loads
from xmlrpc.server import SimpleXMLRPCServer, resolve_dotted_attribute

text = dumps((1, -5, True, 2.5, 'a<&>b', b'bytes', [1, 'two', []], {'k': (1,), '<': 's'},
              datetime.datetime(2024, 2, 3, 4, 5, 6), Binary(b'\0\1'), DateTime('20200101T00:00:00')),
             'name.of')
print(text)
values, name = loads(text)
print(name, values[:5], values[6:8], [str(v) for v in (values[5], *values[8:])])
print(loads(text, use_builtin_types=True)[0][5:10], loads(text, use_datetime=True)[0][8])
print(dumps((None,), allow_none=True), dumps(('x',), methodresponse=True), dumps(Fault(4, 'bad')))
print(dumps(('\xe4',), 'm', encoding='latin-1'))


class Thing:
    def __init__(self):
        self.a = 1


print(dumps((Thing(),)))
loop = []
loop.append(loop)
ring = {}
ring['x'] = ring


class Number(int):
    pass


for wrong in (None,), (2**31,), (loop,), (ring,), ({1: 2},), (1j,), (Number(3),), (object(),), ({1},):
    try:
        print(dumps(wrong))
    except (TypeError, OverflowError) as e:
        print(type(e).__name__, e)
for wrong in ('<params><param><value><boolean>7</boolean></value></param></params>', '<a/>',
              '<params><param>', 'x', '<params><param><value><what/></value></param></params>'):
    try:
        print(loads(wrong))
    except Exception as e:
        print(type(e).__name__, e.args)
print(loads('<params><param><value>plain</value></param><param><value><nil/></value></param>'
            '<param><value><i8>12345678901</i8></value></param><param><value><string/></value>'
            '</param><param><value/></param></params>'))
try:
    loads(dumps(Fault(7, 'told')))
except Fault as fault:
    print(repr(fault), fault.faultCode, fault.faultString)
moment = DateTime(datetime.datetime(2020, 1, 2, 3, 4, 5))
print(moment, moment == '20200102T03:04:05', moment < DateTime('2021'), moment.timetuple()[:6],
      moment == datetime.datetime(2020, 1, 2, 3, 4, 5), DateTime((2020, 1, 1, 0, 0, 0, 0, 0, 0)))
for wrong in (lambda: moment < 5, lambda: Binary('text')):
    try:
        wrong()
    except TypeError as e:
        print(e)
print(moment == 5, Binary(b'x') == b'x', Binary(b'x') == Binary(b'x'), str(Binary(b'\xe4')))


class Service:
    """What is served."""

    class inner:
        @staticmethod
        def deep():
            return 'deep'

    def echo(self, *values):
        """Gives back what it got."""
        return list(values)

    def _private(self):
        return 'secret'


with SimpleXMLRPCServer(('127.0.0.1', 0), logRequests=False, allow_none=True) as server:
    server.register_instance(Service(), allow_dotted_names=True)
    server.register_introspection_functions()
    server.register_multicall_functions()
    server.register_function(pow)
    server.register_function(lambda a, b: a // b, 'divide')

    @server.register_function(name='raise')
    def failing(code):
        raise Fault(code, 'as asked')

    @server.register_function
    def big(n):
        return 'x' * n

    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    url = 'http://%s:%d' % server.server_address
    with ServerProxy(url, allow_none=True) as proxy:
        print(proxy.pow(2, 10), proxy.echo(1, 'two', None, [3.5]), proxy.inner.deep())
        print(proxy.system.listMethods())
        print(proxy.system.methodHelp('echo'), proxy.system.methodSignature('echo'))
        print(len(proxy.big(100000)))
        for call in (lambda: proxy.divide(1, 0), lambda: proxy.nothing(), lambda: proxy._private(),
                     lambda: getattr(proxy, 'raise')(42), lambda: proxy.pow('a')):
            try:
                call()
            except Fault as fault:
                print(repr(fault))
        several = xmlrpc.client.MultiCall(proxy)
        several.pow(2, 3)
        several.divide(1, 0)
        several.inner.deep()
        results = several()
        print(results[0], results[2])
        try:
            list(results)
        except Fault as fault:
            print(fault.faultString)
        print(repr(proxy) == '<ServerProxy for %s:%d/RPC2>' % server.server_address)
        try:
            proxy('nothing')
        except AttributeError as e:
            print(e)
    try:
        ServerProxy(url + '/elsewhere').pow(1, 1)
    except xmlrpc.client.ProtocolError as e:
        print(e.errcode, e.errmsg, e.url.endswith('/elsewhere'), repr(e).startswith('<ProtocolError for'))
    try:
        ServerProxy('ftp://x')
    except OSError as e:
        print(e)
    server.shutdown()
    thread.join()
try:
    resolve_dotted_attribute(Service(), 'inner._x')
except AttributeError as e:
    print(e)
