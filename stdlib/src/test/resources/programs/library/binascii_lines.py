"""binascii: uuencoded lines, quoted-printable text, CRC-CCITT."""
import binascii
import hashlib
import random

r = random.Random(5)
h = hashlib.md5()
for n in range(1500):
    data = bytes(r.choice(b' \t\r\n=._aZ~\x00\x7f\xff\x01') if r.random() < .7 else 97
                 for i in range(r.randrange(0, r.choice([5, 20, 200]))))
    for i in range(8):
        h.update(binascii.b2a_qp(data, quotetabs=i & 1, istext=i & 2, header=i & 4))
    text = bytes(r.choice(b'=_aF03\r\n g\xff') for i in range(r.randrange(20)))
    h.update(binascii.a2b_qp(text))
    h.update(binascii.a2b_qp(text, True))
    line = binascii.b2a_uu(data[:45])
    h.update(line + binascii.b2a_uu(data[:45], backtick=True))
    assert binascii.a2b_uu(line) == data[:45]
    try:
        h.update(binascii.a2b_uu(bytes(r.choice(b' #`AbM\n\r8a') for i in range(r.randrange(12)))))
    except binascii.Error as e:
        h.update(str(e).encode())
    h.update(str(binascii.crc_hqx(data, n)).encode())
print(h.hexdigest())
print(binascii.crc_hqx(b'123456789', 0), binascii.b2a_uu(b'Cat'), binascii.a2b_uu(''))
print(binascii.a2b_qp('a=3Db_c=\nd', header=True), binascii.b2a_qp('Grüße \n.\n'.encode()), binascii.b2a_qp(b'x' * 100))
for f in (lambda: binascii.b2a_uu(b'x' * 46), lambda: binascii.a2b_uu('!a~'), lambda: binascii.a2b_uu('!86@x'),
          lambda: binascii.a2b_qp('ü'), lambda: binascii.b2a_qp('a')):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
