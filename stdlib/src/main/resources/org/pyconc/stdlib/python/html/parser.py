"""A parser of HTML that calls methods for what it finds, and makes do with what is not valid."""

__all__ = ['HTMLParser']

import re as _re
from html import unescape as _unescape

_text_end = _re.compile('[&<]')
_start_open = _re.compile('<[a-zA-Z]')
_tag_name = _re.compile(r'([a-zA-Z][^\t\n\r\f />\x00]*)(?:\s|/(?!>))*')
_attribute = _re.compile(
    r'((?<=[\'"\s/])[^\s/>][^\s/=>]*)(\s*=+\s*(\'[^\']*\'|"[^"]*"|(?![\'"])[^>\s]*))?(?:\s|/(?!>))*')
_start_tag_end = _re.compile(
    r'<[a-zA-Z][^\t\n\r\f />\x00]*'
    r'(?:[\s/]*(?:(?<=[\'"\s/])[^\s/>][^\s/=>]*'
    r'(?:\s*=+\s*(?:\'[^\']*\'|"[^"]*"|(?![\'"])[^>\s]*)\s*)?(?:\s|/(?!>))*)*)?\s*')
_end_tag = _re.compile(r'</\s*([a-zA-Z][-.a-zA-Z0-9:_]*)\s*>')
_number_reference = _re.compile(r'&#(?:[0-9]+|[xX][0-9a-fA-F]+)[^0-9a-fA-F]')
_name_reference = _re.compile(r'&([a-zA-Z][-.a-zA-Z0-9]*)[^a-zA-Z0-9]')
_unfinished = _re.compile('&[a-zA-Z#]')
_comment_end = _re.compile(r'--\s*>')
_declaration_name = _re.compile(r'[a-zA-Z][-_.a-zA-Z0-9]*\s*')
_marked_end = _re.compile(r']\s*]\s*>')
_office_end = _re.compile(r']\s*>')


class HTMLParser:
    """Feed it text; override the handle_ methods."""

    CDATA_CONTENT_ELEMENTS = ('script', 'style')

    def __init__(self, *, convert_charrefs=True):
        self.convert_charrefs = convert_charrefs
        self.reset()

    def reset(self):
        """Forgets all that was not handled yet."""
        self.rawdata = ''
        self.lasttag = '???'
        self.interesting = _text_end
        self.cdata_elem = None
        self.lineno = 1
        self.offset = 0

    def feed(self, data):
        """Handles as much of the text as is complete."""
        self.rawdata = self.rawdata + data
        self.goahead(0)

    def close(self):
        """Handles what is left."""
        self.goahead(1)

    def getpos(self):
        """Line (from 1) and offset in it (from 0)."""
        return self.lineno, self.offset

    def updatepos(self, i, j):
        if i >= j:
            return j
        lines = self.rawdata.count('\n', i, j)
        if lines:
            self.lineno += lines
            self.offset = j - (self.rawdata.rindex('\n', i, j) + 1)
        else:
            self.offset += j - i
        return j

    def get_starttag_text(self):
        """The text of the start tag that was opened last."""
        return self.__starttag_text

    __starttag_text = None

    def set_cdata_mode(self, elem):
        self.cdata_elem = elem.lower()
        self.interesting = _re.compile(r'</\s*%s\s*>' % self.cdata_elem, _re.IGNORECASE)

    def clear_cdata_mode(self):
        self.interesting = _text_end
        self.cdata_elem = None

    def _text(self, raw):
        self.handle_data(_unescape(raw) if self.convert_charrefs and not self.cdata_elem else raw)

    def goahead(self, end):
        raw = self.rawdata
        i, n = 0, len(raw)
        while i < n:
            if self.convert_charrefs and not self.cdata_elem:
                j = raw.find('<', i)
                if j < 0:
                    # a reference may go on in the text that comes next
                    amp = raw.rfind('&', max(i, n - 34))
                    if amp >= 0 and not _re.search(r'[\s;]', raw[amp:]):
                        break
                    j = n
            else:
                found = self.interesting.search(raw, i)
                if found:
                    j = found.start()
                elif self.cdata_elem:
                    break
                else:
                    j = n
            if i < j:
                self._text(raw[i:j])
            i = self.updatepos(i, j)
            if i == n:
                break
            if raw[i] == '<':
                k = self._markup(raw, i, n)
                if k is None:
                    break
                if k < 0:
                    if not end:
                        break
                    k = raw.find('>', i + 1)
                    if k < 0:
                        k = raw.find('<', i + 1)
                        if k < 0:
                            k = i + 1
                    else:
                        k += 1
                    self._text(raw[i:k])
                i = self.updatepos(i, k)
            else:
                k = self._reference(raw, i, n)
                if k > 0:
                    i = k
                    continue
                if k < 0:
                    # what follows waits for more text, as does a name of one letter at the end
                    if raw.startswith('&#', i) and ';' in raw[i:]:
                        self.handle_data(raw[i:i + 2])
                        i = self.updatepos(i, i + 2)
                    elif end and n - i == 2 and raw[i + 1] != '#':
                        i = self.updatepos(i, i + 1)
                break
        if end and i < n and not self.cdata_elem:
            self._text(raw[i:n])
            i = self.updatepos(i, n)
        self.rawdata = raw[i:]

    def _markup(self, raw, i, n):
        """Handles what starts with '<': where it ends, -1 if that is not known, None to wait."""
        if _start_open.match(raw, i):
            return self.parse_starttag(i)
        if raw.startswith('</', i):
            return self.parse_endtag(i)
        if raw.startswith('<!--', i):
            return self.parse_comment(i)
        if raw.startswith('<?', i):
            return self.parse_pi(i)
        if raw.startswith('<!', i):
            return self.parse_html_declaration(i)
        if i + 1 < n:
            self.handle_data('<')
            return i + 1
        return None

    def _reference(self, raw, i, n):
        """Handles what starts with '&': where to go on, -1 if it is not complete, 0 to wait."""
        if raw.startswith('&#', i):
            found = _number_reference.match(raw, i)
            if found:
                self.handle_charref(found.group()[2:-1])
                k = found.end()
                return self.updatepos(i, k if raw[k - 1] == ';' else k - 1)
            return -1
        found = _name_reference.match(raw, i)
        if found:
            self.handle_entityref(found.group(1))
            k = found.end()
            return self.updatepos(i, k if raw[k - 1] == ';' else k - 1)
        if _unfinished.match(raw, i):
            return -1
        if i + 1 < n:
            self.handle_data('&')
            return self.updatepos(i, i + 1)
        return 0

    def parse_html_declaration(self, i):
        raw = self.rawdata
        if raw[i:i + 4] == '<!--':
            return self.parse_comment(i)
        if raw[i:i + 3] == '<![':
            return self.parse_marked_section(i)
        if raw[i:i + 9].lower() == '<!doctype':
            end = raw.find('>', i + 9)
            if end == -1:
                return -1
            self.handle_decl(raw[i + 2:end])
            return end + 1
        return self.parse_bogus_comment(i)

    def parse_marked_section(self, i, report=1):
        raw = self.rawdata
        found = _declaration_name.match(raw, i + 3)
        if not found or found.end() == len(raw):
            return -1 if found or i + 3 == len(raw) else self._no_section(i)
        name = found.group().strip().lower()
        if name in ('temp', 'cdata', 'ignore', 'include', 'rcdata'):
            close = _marked_end.search(raw, i + 3)
        elif name in ('if', 'else', 'endif'):
            close = _office_end.search(raw, i + 3)
        else:
            raise AssertionError('unknown status keyword %r in marked section'
                                 % raw[i + 3:found.end()])
        if not close:
            return -1
        if report:
            self.unknown_decl(raw[i + 3:close.start()])
        return close.end()

    def _no_section(self, i):
        raise AssertionError('expected name token at %r' % self.rawdata[i + 3:i + 23])

    def parse_bogus_comment(self, i, report=1):
        end = self.rawdata.find('>', i + 2)
        if end == -1:
            return -1
        if report:
            self.handle_comment(self.rawdata[i + 2:end])
        return end + 1

    def parse_comment(self, i, report=1):
        found = _comment_end.search(self.rawdata, i + 4)
        if not found:
            return -1
        if report:
            self.handle_comment(self.rawdata[i + 4:found.start()])
        return found.end()

    def parse_pi(self, i):
        end = self.rawdata.find('>', i + 2)
        if end < 0:
            return -1
        self.handle_pi(self.rawdata[i + 2:end])
        return end + 1

    def check_for_whole_start_tag(self, i):
        raw = self.rawdata
        j = _start_tag_end.match(raw, i).end()
        following = raw[j:j + 1]
        if following == '>':
            return j + 1
        if following == '/':
            if raw.startswith('/>', j):
                return j + 2
            return -1 if raw.startswith('/', j) and j + 1 == len(raw) else max(j, i + 1)
        if not following or following in 'abcdefghijklmnopqrstuvwxyz=/ABCDEFGHIJKLMNOPQRSTUVWXYZ':
            return -1
        return j if j > i else i + 1

    def parse_starttag(self, i):
        self.__starttag_text = None
        end = self.check_for_whole_start_tag(i)
        if end < 0:
            return end
        raw = self.rawdata
        self.__starttag_text = raw[i:end]
        found = _tag_name.match(raw, i + 1)
        k = found.end()
        self.lasttag = tag = found.group(1).lower()
        attributes = []
        while k < end:
            found = _attribute.match(raw, k)
            if not found:
                break
            name, rest, value = found.group(1, 2, 3)
            if not rest:
                value = None
            elif value[:1] == value[-1:] and value[:1] in ('"', "'"):
                value = value[1:-1]
            attributes.append((name.lower(), _unescape(value) if value else value))
            k = found.end()
        rest = raw[k:end].strip()
        if rest not in ('>', '/>'):
            self.handle_data(raw[i:end])
        elif rest == '/>':
            self.handle_startendtag(tag, attributes)
        else:
            self.handle_starttag(tag, attributes)
            if tag in self.CDATA_CONTENT_ELEMENTS:
                self.set_cdata_mode(tag)
        return end

    def parse_endtag(self, i):
        raw = self.rawdata
        close = raw.find('>', i + 1)
        if close < 0:
            return -1
        end = close + 1
        found = _end_tag.match(raw, i)
        if found:
            tag = found.group(1).lower()
            if self.cdata_elem is not None and tag != self.cdata_elem:
                self.handle_data(raw[i:end])
                return end
            self.handle_endtag(tag)
            self.clear_cdata_mode()
            return end
        if self.cdata_elem is not None:
            self.handle_data(raw[i:end])
            return end
        name = _tag_name.match(raw, i + 2)
        if not name:
            return i + 3 if raw[i:i + 3] == '</>' else self.parse_bogus_comment(i)
        self.handle_endtag(name.group(1).lower())
        return raw.find('>', name.end()) + 1

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_starttag(self, tag, attrs):
        pass

    def handle_endtag(self, tag):
        pass

    def handle_charref(self, name):
        pass

    def handle_entityref(self, name):
        pass

    def handle_data(self, data):
        pass

    def handle_comment(self, data):
        pass

    def handle_decl(self, decl):
        pass

    def handle_pi(self, data):
        pass

    def unknown_decl(self, data):
        pass
