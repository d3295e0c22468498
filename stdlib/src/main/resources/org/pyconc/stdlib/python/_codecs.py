"""What pickles of old protocols name for bytes."""
import codecs


def encode(obj, encoding='utf-8', errors='strict'):
    return codecs.encode(obj, encoding, errors)


def decode(obj, encoding='utf-8', errors='strict'):
    return codecs.decode(obj, encoding, errors)


lookup = codecs.lookup
register = codecs.register
