"""The objects of the module traceback: entries, stacks, exceptions as values."""

import sys

from traceback import _carets, _exception_only, _line, _places

_CAUSE = '\nThe above exception was the direct cause of the following exception:\n\n'
_CONTEXT = '\nDuring handling of the above exception, another exception occurred:\n\n'
_REPEATS = 3


class FrameSummary:
    """One entry of a traceback or stack."""

    __slots__ = ('filename', 'lineno', 'end_lineno', 'colno', 'end_colno', 'name', '_line',
                 'locals')

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None,
                 end_lineno=None, colno=None, end_colno=None):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self._line = line
        self.end_lineno = end_lineno
        self.colno = colno
        self.end_colno = end_colno
        if lookup_line:
            self.line
        self.locals = {k: repr(v) for k, v in locals.items()} if locals else None

    @property
    def _original_line(self):
        self.line
        return self._line

    @property
    def line(self):
        if self._line is None:
            if self.lineno is None:
                return None
            import linecache
            self._line = linecache.getline(self.filename, self.lineno)
        return self._line.strip()

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return (self.filename == other.filename and self.lineno == other.lineno
                    and self.name == other.name and self.locals == other.locals)
        if isinstance(other, tuple):
            return (self.filename, self.lineno, self.name, self.line) == other
        return NotImplemented

    def __getitem__(self, index):
        return (self.filename, self.lineno, self.name, self.line)[index]

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __repr__(self):
        return '<FrameSummary file {}, line {} in {}>'.format(
            self.filename, self.lineno, self.name)

    def __len__(self):
        return 4


FrameSummary.__module__ = 'traceback'


def _summary(frame, place, capture_locals):
    lineno, end_lineno, colno, end_colno = place
    code = frame.f_code
    return FrameSummary(
        code.co_filename, lineno, code.co_name, lookup_line=False,
        locals=frame.f_locals if capture_locals else None, line=_line(code, lineno),
        end_lineno=end_lineno, colno=colno, end_colno=end_colno)


def _limited(entries, limit):
    if limit is None:
        limit = getattr(sys, 'tracebacklimit', None)
        if limit is not None and limit < 0:
            limit = 0
    if limit is None:
        return entries
    return entries[:limit] if limit >= 0 else entries[limit:]


class StackSummary(list):
    """The entries of a traceback or stack, the outermost first."""

    @classmethod
    def extract(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        entries = [(frame, (lineno, None, None, None)) for frame, lineno in frame_gen]
        return klass._of(_limited(entries, limit), capture_locals)

    @classmethod
    def _of(klass, entries, capture_locals=False):
        result = klass()
        for frame, place in entries:
            result.append(_summary(frame, place, capture_locals))
        return result

    @classmethod
    def from_list(klass, a_list):
        result = klass()
        for each in a_list:
            if isinstance(each, FrameSummary):
                result.append(each)
            else:
                filename, lineno, name, line = each
                result.append(FrameSummary(filename, lineno, name, line=line))
        return result

    def format_frame_summary(self, frame_summary):
        s = frame_summary
        row = ['  File "{}", line {}, in {}\n'.format(s.filename, s.lineno, s.name)]
        if s.line:
            row.append('    {}\n'.format(s.line))
            if s.colno is not None and s.end_colno is not None:
                row.append(_carets(s._original_line, s.lineno, s.end_lineno, s.colno,
                                   s.end_colno))
        if s.locals:
            for name, value in sorted(s.locals.items()):
                row.append('    {} = {}\n'.format(name, value))
        return ''.join(row)

    def format(self):
        result = []
        last = None
        count = 0

        def repeated():
            if count > _REPEATS:
                hidden = count - _REPEATS
                result.append('  [Previous line repeated {} more time{}]\n'.format(
                    hidden, 's' if hidden > 1 else ''))

        for each in self:
            text = self.format_frame_summary(each)
            if text is None:
                continue
            key = each.filename, each.lineno, each.name
            if key != last or last[1] is None:
                repeated()
                last = key
                count = 0
            count += 1
            if count <= _REPEATS:
                result.append(text)
        repeated()
        return result


StackSummary.__module__ = 'traceback'


def walk_stack(f):
    """Frames and lines from a frame outwards."""
    if f is None:
        f = sys._getframe(1)
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def walk_tb(tb):
    """Frames and lines from a traceback inwards."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def extract_tb(tb, limit=None):
    return StackSummary._of(_limited(_places(tb), limit))


def extract_stack(f=None, limit=None):
    if f is None:
        f = sys._getframe(1)
    entries = list(walk_stack(f))
    if limit is not None:
        entries = entries[:limit] if limit >= 0 else entries[limit:]
    stack = StackSummary.extract(entries)
    stack.reverse()
    return stack


def format_stack(f=None, limit=None):
    return extract_stack(sys._getframe(1) if f is None else f, limit).format()


def print_stack(f=None, limit=None, file=None):
    print_list(extract_stack(sys._getframe(1) if f is None else f, limit), file)


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    if file is None:
        file = sys.stderr
    for item in format_list(extracted_list):
        print(item, file=file, end='')


def clear_frames(tb):
    """Frames hold nothing of their own."""


def print_last(limit=None, file=None, chain=True):
    if not hasattr(sys, 'last_type'):
        raise ValueError('no last exception')
    import traceback
    traceback.print_exception(sys.last_type, sys.last_value, sys.last_traceback, limit, file,
                              chain)


class _Printer:
    """Adds the margins of exception groups."""

    def __init__(self):
        self.depth = 0
        self.close = False

    def emit(self, texts, margin='|'):
        if isinstance(texts, str):
            texts = [texts]
        for text in texts:
            if self.depth:
                prefix = '  ' * self.depth + margin + ' '
                text = ''.join(prefix + line for line in text.splitlines(True))
            yield text


class TracebackException:
    """An exception with its traceback and those that led to it, ready to be printed."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True,
                 capture_locals=False, compact=False, max_group_width=15, max_group_depth=10,
                 _seen=None):
        seen = set() if _seen is None else _seen
        seen.add(id(exc_value))
        self.max_group_width = max_group_width
        self.max_group_depth = max_group_depth
        self.exc_type = exc_type
        self.stack = StackSummary._of(_limited(_places(exc_traceback), limit), capture_locals)
        self._only = _exception_only(exc_value)
        self._str = _safe_str(exc_value)
        self.__notes__ = getattr(exc_value, '__notes__', None)
        if exc_type is not None and issubclass(exc_type, SyntaxError):
            for name in ('filename', 'text', 'offset', 'end_offset', 'msg'):
                setattr(self, name, getattr(exc_value, name))
            self.lineno = None if exc_value.lineno is None else str(exc_value.lineno)
            end = exc_value.end_lineno
            self.end_lineno = None if end is None else str(end)
        options = dict(limit=limit, lookup_lines=lookup_lines, capture_locals=capture_locals,
                       max_group_width=max_group_width, max_group_depth=max_group_depth,
                       _seen=seen)

        def other(value):
            if value is None or id(value) in seen:
                return None
            return TracebackException(type(value), value, value.__traceback__, **options)

        self.__suppress_context__ = (exc_value.__suppress_context__
                                     if exc_value is not None else False)
        self.__cause__ = other(exc_value.__cause__) if exc_value is not None else None
        wanted = exc_value is not None and not (
            compact and (self.__cause__ is not None or self.__suppress_context__))
        self.__context__ = other(exc_value.__context__) if wanted else None
        self.exceptions = None
        if isinstance(exc_value, BaseExceptionGroup):
            self.exceptions = [TracebackException(type(e), e, e.__traceback__, **options)
                               for e in exc_value.exceptions]

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def __eq__(self, other):
        if isinstance(other, TracebackException):
            return self.__dict__ == other.__dict__
        return NotImplemented

    def __str__(self):
        return self._str

    def format_exception_only(self):
        yield from self._only

    def format(self, *, chain=True, _ctx=None):
        printer = _Printer() if _ctx is None else _ctx
        output = []
        exc = self
        if chain:
            while exc:
                if exc.__cause__ is not None:
                    message, previous = _CAUSE, exc.__cause__
                elif exc.__context__ is not None and not exc.__suppress_context__:
                    message, previous = _CONTEXT, exc.__context__
                else:
                    message, previous = None, None
                output.append((message, exc))
                exc = previous
        else:
            output.append((None, exc))
        for message, exc in reversed(output):
            if message is not None:
                yield from printer.emit(message)
            yield from exc._format_one(printer, chain)

    def _format_one(self, printer, chain):
        if self.exceptions is None:
            if self.stack:
                yield from printer.emit('Traceback (most recent call last):\n')
                yield from printer.emit(self.stack.format())
            yield from printer.emit(self._only)
            return
        if printer.depth > self.max_group_depth:
            yield from printer.emit(f'... (max_group_depth is {self.max_group_depth})\n')
            return
        top = printer.depth == 0
        if top:
            printer.depth += 1
        if self.stack:
            yield from printer.emit('Exception Group Traceback (most recent call last):\n',
                                    '+' if top else '|')
            yield from printer.emit(self.stack.format())
        yield from printer.emit(self._only)
        total = len(self.exceptions)
        count = total if total <= self.max_group_width else self.max_group_width + 1
        printer.close = False
        for i in range(count):
            last = i == count - 1
            if last:
                printer.close = True
            cut = i >= self.max_group_width
            yield ('  ' * printer.depth + ('+-' if i == 0 else '  ')
                   + f'+---------------- {"..." if cut else i + 1} ----------------\n')
            printer.depth += 1
            if not cut:
                yield from self.exceptions[i].format(chain=chain, _ctx=printer)
            else:
                rest = total - self.max_group_width
                yield from printer.emit(f'and {rest} more exception{"s" if rest > 1 else ""}\n')
            if last and printer.close:
                yield '  ' * printer.depth + '+------------------------------------\n'
                printer.close = False
            printer.depth -= 1
        if top:
            printer.depth = 0

    def print(self, *, file=None, chain=True):
        if file is None:
            file = sys.stderr
        for line in self.format(chain=chain):
            print(line, file=file, end='')


TracebackException.__module__ = 'traceback'


def _safe_str(value):
    try:
        return str(value)
    except Exception:
        return '<exception str() failed>'


def _format(value, tb, limit, chain):
    if value is None:
        return ['NoneType: None\n']
    return list(TracebackException(type(value), value, tb, limit=limit,
                                   compact=True).format(chain=chain))
