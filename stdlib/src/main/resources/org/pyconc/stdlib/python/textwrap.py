"""Text in lines of a width."""

__all__ = ['TextWrapper', 'wrap', 'fill', 'dedent', 'indent', 'shorten']

import re

_blank = '\t\n\x0b\x0c\r '


class TextWrapper:
    """Breaks text into lines."""

    _splits = _plain = None
    unicode_whitespace_trans = {ord(c): ord(' ') for c in _blank}
    sentence_end_re = re.compile(r'[a-z][\.\!\?][\"\']?\Z')

    def __init__(self, width=70, initial_indent='', subsequent_indent='', expand_tabs=True,
                 replace_whitespace=True, fix_sentence_endings=False, break_long_words=True,
                 drop_whitespace=True, break_on_hyphens=True, tabsize=8, *, max_lines=None,
                 placeholder=' [...]'):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _split(self, text):
        """Words, blanks between them, and the parts of hyphenated words."""
        chunks = []
        for part in re.split(r'([\t\n\x0b\x0c\r ]+)', text):
            if not part:
                continue
            if not self.break_on_hyphens or part[0] in _blank:
                chunks.append(part)
            else:
                chunks.extend(_hyphenated(part))
        return chunks

    def _handle_long_word(self, reversed_chunks, line, length, width):
        space = 1 if width < 1 else width - length
        if self.break_long_words:
            chunk = reversed_chunks[-1]
            end = space
            if self.break_on_hyphens and len(chunk) > space:
                hyphen = chunk.rfind('-', 0, space)
                if hyphen > 0 and any(c != '-' for c in chunk[:hyphen]):
                    end = hyphen + 1
            line.append(chunk[:end])
            reversed_chunks[-1] = chunk[end:]
        elif not line:
            line.append(reversed_chunks.pop())

    def _wrap_chunks(self, chunks):
        if self.width <= 0:
            raise ValueError('invalid width %r (must be > 0)' % self.width)
        if self.max_lines is not None:
            margin = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(margin) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError('placeholder too large for max width')
        lines = []
        chunks.reverse()
        while chunks:
            line = []
            length = 0
            margin = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(margin)
            if self.drop_whitespace and chunks[-1].strip() == '' and lines:
                del chunks[-1]
            while chunks:
                size = len(chunks[-1])
                if length + size > width:
                    break
                line.append(chunks.pop())
                length += size
            if chunks and len(chunks[-1]) > width:
                self._handle_long_word(chunks, line, length, width)
                length = sum(map(len, line))
            if self.drop_whitespace and line and line[-1].strip() == '':
                length -= len(line[-1])
                del line[-1]
            if not line:
                continue
            is_last = not chunks or self.drop_whitespace and len(chunks) == 1 \
                and not chunks[0].strip()
            if self.max_lines is None or len(lines) + 1 < self.max_lines \
                    or is_last and length <= width:
                lines.append(margin + ''.join(line))
                continue
            while line:
                if line[-1].strip() and length + len(self.placeholder) <= width:
                    line.append(self.placeholder)
                    lines.append(margin + ''.join(line))
                    break
                length -= len(line[-1])
                del line[-1]
            else:
                if lines:
                    before = lines[-1].rstrip()
                    if len(before) + len(self.placeholder) <= self.width:
                        lines[-1] = before + self.placeholder
                        break
                lines.append(margin + self.placeholder.lstrip())
            break
        return lines

    def wrap(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = text.translate(self.unicode_whitespace_trans)
        chunks = self._split(text)
        if self.fix_sentence_endings:
            for i in range(len(chunks) - 1):
                if chunks[i + 1] == ' ' and self.sentence_end_re.search(chunks[i]):
                    chunks[i + 1] = '  '
        return self._wrap_chunks(chunks)

    def fill(self, text):
        return '\n'.join(self.wrap(text))


def _is_letter(c):
    return c.isalpha() or c == '_'


def _goes_on(word, i):
    """Whether two letters follow, perhaps with a hyphen between them."""
    return word[i:i + 1] != '' and _is_letter(word[i]) \
        and any(word[j:j + 1] != '' and _is_letter(word[j])
                for j in ((i + 1, i + 2) if word[i + 1:i + 2] == '-' else (i + 1,)))


def _hyphenated(word):
    """The parts of a word that may stand on different lines."""
    parts = []
    start = 0
    i = 0
    n = len(word)
    while i < n:
        if word[i] != '-':
            i += 1
            continue
        end = i
        while end < n and word[end] == '-':
            end += 1
        if end - i >= 2:
            before = i > 0 and (word[i - 1].isalnum() or word[i - 1] in '_!"\'&.,?')
            after = end < n and (word[end].isalnum() or word[end] == '_')
            if before and after:
                parts.append(word[start:i])
                parts.append(word[i:end])
                start = end
            i = end
            continue
        if i > start and _goes_on(word, i + 1) and i >= 2 and _is_letter(word[i - 1]) \
                and (_is_letter(word[i - 2])
                     or i >= 3 and word[i - 2] == '-' and _is_letter(word[i - 3])):
            parts.append(word[start:i + 1])
            start = i + 1
        i += 1
    if start < n:
        parts.append(word[start:])
    return parts


def wrap(text, width=70, **kwargs):
    """The lines of a paragraph."""
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    """A paragraph in lines, joined."""
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    """As many words as fit."""
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(' '.join(text.strip().split()))


def dedent(text):
    """The text without the blanks that all its lines begin with."""
    margin = None
    lines = text.split('\n')
    for i, line in enumerate(lines):
        content = line.lstrip(' \t')
        if not content:
            lines[i] = ''
            continue
        own = line[:len(line) - len(content)]
        if margin is None:
            margin = own
        else:
            common = 0
            for a, b in zip(margin, own):
                if a != b:
                    break
                common += 1
            margin = margin[:common]
    if margin:
        lines = [line[len(margin):] for line in lines]
    return '\n'.join(lines)


def indent(text, prefix, predicate=None):
    """The text with something before its lines."""
    if predicate is None:
        predicate = str.strip
    return ''.join(prefix + line if predicate(line) else line for line in text.splitlines(True))
