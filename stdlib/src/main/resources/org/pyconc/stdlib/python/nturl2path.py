"""Paths of Windows in URLs."""


def url2pathname(url):
    """The path that a file's URL, without its scheme, stands for."""
    import string
    import urllib.parse
    url = url.replace(':', '|')
    if '|' not in url:
        if url[:4] == '////':
            url = url[2:]
        return urllib.parse.unquote('\\'.join(url.split('/')))
    before, *after = url.split('|')
    if len(after) != 1 or before[-1] not in string.ascii_letters:
        raise OSError('Bad URL: ' + url)
    parts = [urllib.parse.unquote(each) for each in after[0].split('/') if each]
    path = before[-1].upper() + ':' + ''.join('\\' + each for each in parts)
    return path + '\\' if path.endswith(':') and url.endswith('/') else path


def pathname2url(p):
    """The URL, without its scheme, of a path."""
    import urllib.parse
    if p[:4] == '\\\\?\\':
        p = p[4:]
        if p[:4].upper() == 'UNC\\':
            p = '\\' + p[4:]
        elif p[1:2] != ':':
            raise OSError('Bad path: ' + p)
    drive, colon, rest = p.partition(':')
    if not colon:
        return urllib.parse.quote('/'.join((('\\\\' + p) if p[:2] == '\\\\' else p).split('\\')))
    if len(drive) != 1 or ':' in rest:
        raise OSError('Bad path: ' + p)
    path = '///' + urllib.parse.quote(drive.upper()) + ':'
    return path + ''.join('/' + urllib.parse.quote(each) for each in rest.split('\\') if each)
