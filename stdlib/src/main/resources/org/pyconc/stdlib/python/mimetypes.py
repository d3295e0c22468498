"""The types of files by their names.

See https://docs.python.org/3.11/library/mimetypes.html
"""

import posixpath

_KINDS = {
    'application': {
        'javascript': '.js .mjs', 'json': '.json', 'manifest+json': '.webmanifest',
        'msword': '.doc .dot .wiz', 'n-triples': '.nt', 'n-quads': '.nq', 'trig': '.trig',
        'octet-stream': '.bin .a .dll .exe .o .obj .so', 'oda': '.oda', 'pdf': '.pdf',
        'pkcs7-mime': '.p7c', 'postscript': '.ps .ai .eps', 'vnd.apple.mpegurl': '.m3u .m3u8',
        'vnd.ms-excel': '.xls .xlb', 'vnd.ms-powerpoint': '.ppt .pot .ppa .pps .pwz',
        'wasm': '.wasm', 'x-bcpio': '.bcpio', 'x-cpio': '.cpio', 'x-csh': '.csh', 'x-dvi': '.dvi',
        'x-gtar': '.gtar', 'x-hdf': '.hdf', 'x-hdf5': '.h5', 'x-latex': '.latex', 'x-mif': '.mif',
        'x-netcdf': '.cdf .nc', 'x-pkcs12': '.p12 .pfx', 'x-pn-realaudio': '.ram',
        'x-python-code': '.pyc .pyo', 'x-sh': '.sh', 'x-shar': '.shar',
        'x-shockwave-flash': '.swf', 'x-sv4cpio': '.sv4cpio', 'x-sv4crc': '.sv4crc',
        'x-tar': '.tar', 'x-tcl': '.tcl', 'x-tex': '.tex', 'x-texinfo': '.texi .texinfo',
        'x-troff': '.roff .t .tr', 'x-troff-man': '.man', 'x-troff-me': '.me',
        'x-troff-ms': '.ms', 'x-ustar': '.ustar', 'x-wais-source': '.src',
        'xml': '.xsl .rdf .wsdl .xpdl', 'zip': '.zip'},
    'audio': {
        '3gpp': '.3gp .3gpp', '3gpp2': '.3g2 .3gpp2', 'aac': '.adts .aac .ass .loas',
        'basic': '.au .snd', 'mpeg': '.mp3 .mp2', 'opus': '.opus', 'x-aiff': '.aif .aifc .aiff',
        'x-pn-realaudio': '.ra', 'x-wav': '.wav'},
    'image': {
        'avif': '.avif', 'bmp': '.bmp', 'gif': '.gif', 'heic': '.heic', 'heif': '.heif',
        'ief': '.ief', 'jpeg': '.jpg .jpe .jpeg', 'png': '.png', 'svg+xml': '.svg',
        'tiff': '.tiff .tif', 'vnd.microsoft.icon': '.ico', 'x-cmu-raster': '.ras',
        'x-portable-anymap': '.pnm', 'x-portable-bitmap': '.pbm', 'x-portable-graymap': '.pgm',
        'x-portable-pixmap': '.ppm', 'x-rgb': '.rgb', 'x-xbitmap': '.xbm', 'x-xpixmap': '.xpm',
        'x-xwindowdump': '.xwd'},
    'message': {'rfc822': '.eml .mht .mhtml .nws'},
    'text': {
        'css': '.css', 'csv': '.csv', 'html': '.html .htm', 'n3': '.n3',
        'plain': '.txt .bat .c .h .ksh .pl .srt', 'richtext': '.rtx',
        'tab-separated-values': '.tsv', 'vtt': '.vtt', 'x-python': '.py', 'x-setext': '.etx',
        'x-sgml': '.sgm .sgml', 'x-vcard': '.vcf', 'xml': '.xml'},
    'video': {
        'mp4': '.mp4', 'mpeg': '.mpeg .m1v .mpa .mpe .mpg', 'quicktime': '.mov .qt',
        'webm': '.webm', 'x-msvideo': '.avi', 'x-sgi-movie': '.movie'}}

types_map = {}
for _kind, _all in _KINDS.items():
    for _name, _endings in _all.items():
        for _ending in _endings.split():
            types_map[_ending] = _kind + '/' + _name
common_types = {'.rtf': 'application/rtf', '.jpg': 'image/jpg', '.mid': 'audio/midi',
                '.midi': 'audio/midi', '.pct': 'image/pict', '.pic': 'image/pict',
                '.pict': 'image/pict', '.webp': 'image/webp', '.xul': 'text/xul'}
encodings_map = {'.gz': 'gzip', '.Z': 'compress', '.bz2': 'bzip2', '.xz': 'xz', '.br': 'br'}
suffix_map = {'.svgz': '.svg.gz', '.tgz': '.tar.gz', '.taz': '.tar.gz', '.tz': '.tar.gz',
              '.tbz2': '.tar.bz2', '.txz': '.tar.xz'}
knownfiles = []
inited = True


def init(files=None):
    pass


def guess_type(url, strict=True):
    """The type and encoding of what an address leads to."""
    url = str(url)
    scheme, colon, rest = url.partition(':')
    if colon and scheme == 'data':
        kind = rest.partition(',')[0].partition(';')[0]
        return (kind if '/' in kind else 'text/plain'), None
    if colon and len(scheme) > 1 and scheme.isalnum():
        url = rest
    base, ending = posixpath.splitext(url)
    while ending in suffix_map:
        base, ending = posixpath.splitext(base + suffix_map[ending])
    encoding = encodings_map.get(ending)
    if encoding is not None:
        base, ending = posixpath.splitext(base)
    ending = ending.lower()
    kind = types_map.get(ending)
    if kind is None and not strict:
        kind = common_types.get(ending)
    return kind, encoding


def guess_all_extensions(type, strict=True):
    found = [ending for ending, kind in types_map.items() if kind == type.lower()]
    if not strict:
        found += [ending for ending, kind in common_types.items() if kind == type.lower()]
    return found


def guess_extension(type, strict=True):
    found = guess_all_extensions(type, strict)
    return found[0] if found else None


def add_type(type, ext, strict=True):
    (types_map if strict else common_types)[ext] = type


class MimeTypes:
    """As the functions of the module."""

    def __init__(self, filenames=(), strict=True):
        self.encodings_map = encodings_map.copy()
        self.suffix_map = suffix_map.copy()

    guess_type = staticmethod(guess_type)
    guess_extension = staticmethod(guess_extension)
    guess_all_extensions = staticmethod(guess_all_extensions)
    add_type = staticmethod(add_type)
