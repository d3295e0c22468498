"""What a site's robots.txt allows."""
import collections
import urllib.parse

__all__ = ['RobotFileParser']

RequestRate = collections.namedtuple('RequestRate', 'requests seconds')


class RobotFileParser:
    """Answers questions about one robots.txt."""

    def __init__(self, url=''):
        self.entries = []
        self.sitemaps = []
        self.default_entry = None
        self.disallow_all = self.allow_all = False
        self.last_checked = 0
        self.set_url(url)

    def mtime(self):
        """When it was read last."""
        return self.last_checked

    def modified(self):
        """It was read now."""
        import time
        self.last_checked = time.time()

    def set_url(self, url):
        self.url = url
        self.host, self.path = urllib.parse.urlparse(url)[1:3]

    def read(self):
        """Gets the file and reads it."""
        import urllib.error
        import urllib.request
        try:
            answer = urllib.request.urlopen(self.url)
        except urllib.error.HTTPError as error:
            if error.code in (401, 403):
                self.disallow_all = True
            elif 400 <= error.code < 500:
                self.allow_all = True
        else:
            self.parse(answer.read().decode('utf-8').splitlines())

    def parse(self, lines):
        """Reads the lines of a robots.txt."""
        entry, has_agent, has_rule = Entry(), False, False
        self.modified()
        for line in lines:
            if not line:
                if has_rule:
                    self._add_entry(entry)
                    entry = Entry()
                elif has_agent:
                    entry = Entry()
                has_agent = has_rule = False
            line = line.partition('#')[0].strip()
            key, colon, value = line.partition(':')
            if not colon:
                continue
            key, value = key.strip().lower(), urllib.parse.unquote(value.strip())
            if key == 'user-agent':
                if has_rule:
                    self._add_entry(entry)
                    entry, has_rule = Entry(), False
                entry.useragents.append(value)
                has_agent = True
            elif key == 'sitemap':
                self.sitemaps.append(value)
            elif not (has_agent or has_rule):
                continue
            elif key in ('allow', 'disallow'):
                entry.rulelines.append(RuleLine(value, key == 'allow'))
                has_agent, has_rule = False, True
            elif key == 'crawl-delay':
                if value.strip().isdigit():
                    entry.delay = int(value)
                has_agent, has_rule = False, True
            elif key == 'request-rate':
                numbers = value.split('/')
                if len(numbers) == 2 and all(n.strip().isdigit() for n in numbers):
                    entry.req_rate = RequestRate(*map(int, numbers))
                has_agent, has_rule = False, True
        if has_rule:
            self._add_entry(entry)

    def _add_entry(self, entry):
        if '*' not in entry.useragents:
            self.entries.append(entry)
        elif self.default_entry is None:
            self.default_entry = entry

    def _entry(self, useragent):
        for entry in self.entries:
            if entry.applies_to(useragent):
                return entry
        return self.default_entry

    def can_fetch(self, useragent, url):
        """Whether that program may read that address."""
        if self.disallow_all:
            return False
        if self.allow_all:
            return True
        if not self.last_checked:
            return False
        parts = urllib.parse.urlparse(urllib.parse.unquote(url))
        url = urllib.parse.quote(urllib.parse.urlunparse(('', '') + tuple(parts[2:]))) or '/'
        entry = self._entry(useragent)
        return entry is None or entry.allowance(url)

    def _of_entry(self, useragent, name):
        if not self.mtime():
            return None
        entry = self._entry(useragent)
        return None if entry is None else getattr(entry, name)

    def crawl_delay(self, useragent):
        """Seconds to wait between two requests, or None."""
        return self._of_entry(useragent, 'delay')

    def request_rate(self, useragent):
        """RequestRate(requests, seconds), or None."""
        return self._of_entry(useragent, 'req_rate')

    def site_maps(self):
        """Addresses of site maps, or None."""
        return self.sitemaps or None

    def __str__(self):
        entries = self.entries + ([self.default_entry] if self.default_entry is not None else [])
        return '\n\n'.join(map(str, entries))


class RuleLine:
    """One path and whether it may be read."""

    def __init__(self, path, allowance):
        if path == '' and not allowance:
            allowance = True
        path = urllib.parse.urlunparse(urllib.parse.urlparse(path))
        self.path, self.allowance = urllib.parse.quote(path), allowance

    def applies_to(self, filename):
        return self.path == '*' or filename.startswith(self.path)

    def __str__(self):
        return ('Allow' if self.allowance else 'Disallow') + ': ' + self.path


class Entry:
    """The rules for some programs."""

    def __init__(self):
        self.useragents, self.rulelines = [], []
        self.delay = self.req_rate = None

    def __str__(self):
        lines = ['User-agent: ' + agent for agent in self.useragents]
        if self.delay is not None:
            lines.append('Crawl-delay: %s' % self.delay)
        if self.req_rate is not None:
            lines.append('Request-rate: %s/%s' % self.req_rate)
        return '\n'.join(lines + list(map(str, self.rulelines)))

    def applies_to(self, useragent):
        useragent = useragent.split('/')[0].lower()
        return any(agent == '*' or agent.lower() in useragent for agent in self.useragents)

    def allowance(self, filename):
        for line in self.rulelines:
            if line.applies_to(filename):
                return line.allowance
        return True
