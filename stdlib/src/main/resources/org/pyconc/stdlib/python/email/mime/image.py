"""Data of kind image."""

from email import encoders
from email.mime.nonmultipart import MIMENonMultipart

__all__ = ['MIMEImage']


class MIMEImage(MIMENonMultipart):
    """Data of kind image."""

    def __init__(self, _imagedata, _subtype=None, _encoder=encoders.encode_base64, *, policy=None,
                 **_params):
        if _subtype is None:
            _subtype = _guess(_imagedata)
            if _subtype is None:
                raise TypeError('Could not guess image MIME subtype')
        MIMENonMultipart.__init__(self, 'image', _subtype, policy=policy, **_params)
        self.set_payload(_imagedata)
        _encoder(self)


def _guess(data):
    for kind, start in (('png', b'\x89PNG\r\n\x1a\n'), ('gif', b'GIF87a'), ('gif', b'GIF89a'),
                        ('tiff', b'MM'), ('tiff', b'II'), ('rgb', b'\x01\xda'), ('bmp', b'BM'),
                        ('rast', b'\x59\xa6\x6a\x95'), ('xbm', b'#define '),
                        ('exr', b'\x76\x2f\x31\x01'), ('jpeg', b'\xff\xd8\xff\xdb')):
        if data.startswith(start):
            return kind
    if data[6:10] in (b'JFIF', b'Exif'):
        return 'jpeg'
    if data.startswith(b'RIFF') and data[8:12] == b'WEBP':
        return 'webp'
    if len(data) >= 3 and data[:1] == b'P' and data[1:2] in b'123456' and data[2:3] in b' \t\n\r':
        return {1: 'pbm', 2: 'pgm', 0: 'ppm'}[int(data[1:2]) % 3]
    return None
