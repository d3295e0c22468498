import base64
import binascii
import hashlib
import hmac
import secrets
import uuid


def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, '|', e)


for name in ('md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha3_256'):
    h = hashlib.new(name, b'abc')
    h.update(b'def')
    print(name, h.hexdigest(), h.digest()[:4], h.digest_size, h.block_size, h.name, getattr(hashlib, name)(b'abcdef').hexdigest() == h.hexdigest())
h = hashlib.sha256()
c = h.copy()
h.update(b'x')
print(h.hexdigest() == c.hexdigest(), 'md5' in hashlib.algorithms_available)
attempt(hashlib.md5, 'text')
attempt(hashlib.new, 'nothing')
attempt(h.update, 5)
print(hashlib.pbkdf2_hmac('sha256', b'pass', b'salt', 100).hex(), hashlib.pbkdf2_hmac('sha1', b'p', b's', 2, 8))
print(hmac.new(b'key', b'message', 'sha256').hexdigest(), hmac.new(b'k' * 100, b'm', hashlib.md5).hexdigest(), hmac.digest(b'k', b'm', 'sha1'), hmac.compare_digest('a', 'a'), hmac.compare_digest(b'a', b'b'), hmac.new(b'k', digestmod='md5').name)
attempt(hmac.new, 'k', b'', 'md5')
attempt(hmac.new, b'k')
for data in (b'', b'a', b'ab', b'abc', b'hello world', bytes(range(256))):
    print([e(data) for e in (base64.b64encode, base64.b32encode, base64.b16encode, base64.b85encode, base64.urlsafe_b64encode, base64.encodebytes)])
    print(base64.b64decode(base64.b64encode(data)) == base64.b32decode(base64.b32encode(data)) == base64.b16decode(base64.b16encode(data)) == base64.b85decode(base64.b85encode(data)) == base64.decodebytes(base64.encodebytes(data)) == data)
attempt(base64.b64decode, 'abc')
attempt(base64.b64decode, 'a')
attempt(base64.b64decode, 'ab!c')
attempt(base64.b64decode, 'ab=c', validate=True)
attempt(base64.b64decode, 'é')
attempt(base64.b32decode, 'abc')
attempt(base64.b16decode, 'zz')
attempt(base64.b64encode, 'text')
print(base64.b64decode('YW Jj\n'), base64.b64encode(b'\xff\xfe', b'-_'), base64.b64decode('__4=', '-_'))
print(binascii.hexlify(b'\x01\xab'), binascii.unhexlify('01ab'), binascii.crc32(b'hello'), binascii.crc32(b'lo', binascii.crc32(b'hel')), binascii.hexlify(b'abcd', '-'), binascii.b2a_base64(b'a'))
attempt(binascii.unhexlify, 'abc')
attempt(binascii.unhexlify, 'zz')
u = uuid.UUID('12345678-1234-5678-1234-567812345678')
print(u, repr(u), u.hex, u.int, u.bytes, u.version, u.variant, u.urn, u.fields, u == uuid.UUID(int=u.int), hash(u) == hash(uuid.UUID(bytes=u.bytes)), u.bytes_le)
print(uuid.uuid5(uuid.NAMESPACE_DNS, 'python.org'), uuid.uuid3(uuid.NAMESPACE_URL, 'x'), uuid.uuid4().version, uuid.uuid1().version, len(str(uuid.uuid4())), uuid.uuid4() != uuid.uuid4())
attempt(uuid.UUID, 'x')
attempt(uuid.UUID)
attempt(lambda: setattr(u, 'int', 1))
print(len(secrets.token_hex(8)), len(secrets.token_bytes()), secrets.randbelow(1), secrets.choice([5]), len(secrets.token_urlsafe(3)), secrets.randbits(3) < 8)
