# The clients over TLS: http.client, urllib.request, requests.
import http.client
import ssl
import urllib.error
import urllib.request
import warnings
import requests
import _web_server
from _certificates import certificate_file, key_file

warnings.simplefilter('ignore')
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(certificate_file, key_file)
server = _web_server.start(context)
place = '127.0.0.1:%d' % server.server_port
trusting = ssl.create_default_context(cafile=certificate_file)
careless = ssl._create_unverified_context()

connection = http.client.HTTPSConnection(place, context=trusting)
for path in ('/status/200', '/chunked'):
    connection.request('GET', path)
    answer = connection.getresponse()
    print(answer.status, answer.read())
connection.close()
print(urllib.request.urlopen(f'https://{place}/lines', context=trusting).read())
print(urllib.request.urlopen(f'https://{place}/moved/302', context=careless).status)
try:
    urllib.request.urlopen(f'https://{place}/')
except urllib.error.URLError as failure:
    print(type(failure.reason), str(failure).partition(' (_ssl')[0])

print(requests.get(f'https://{place}/gzip', verify=certificate_file).text[:20])
print(requests.post(f'https://{place}/', data='x' * 100000, verify=False).json()['body'].count('x'))
try:
    requests.get(f'https://{place}/')
except requests.exceptions.SSLError as failure:
    print(type(failure), 'certificate verify failed' in str(failure), 'Caused by' in str(failure))
try:
    requests.get(f'https://{place}/', verify='/no/such/file')
except OSError as failure:
    print(type(failure), failure)
with requests.Session() as session:
    session.verify = certificate_file
    session.trust_env = False
    before = len(_web_server.connections)
    print([session.get(f'https://{place}/status/{status}').status_code for status in (200, 404)])
    print(len(_web_server.connections) - before)
try:
    requests.get(f'http://{place}/', timeout=20)
except requests.exceptions.ConnectionError as failure:
    print(type(failure))
