"""Whether text is a whole statement, or the beginning of one."""
__all__ = ['compile_command', 'Compile', 'CommandCompiler']

PyCF_DONT_IMPLY_DEDENT = 0x200
PyCF_ALLOW_INCOMPLETE_INPUT = 0x4000


def _is_open(text):
    """Whether brackets, a string, a backslash or a block end before they are closed."""
    depth = 0
    i = 0
    lines = text.split('\n')
    while i < len(text):
        c = text[i]
        if c == '#':
            while i < len(text) and text[i] != '\n':
                i += 1
            continue
        if c in '\'"':
            quote = c * 3 if text.startswith(c * 3, i) else c
            i += len(quote)
            while not text.startswith(quote, i):
                if i >= len(text):
                    return len(quote) == 3
                if text[i] == '\n' and len(quote) == 1:
                    return False
                i += 2 if text[i] == '\\' else 1
            i += len(quote)
            continue
        if c in '([{':
            depth += 1
        elif c in ')]}':
            depth -= 1
        i += 1
    if depth > 0 or text.endswith('\\'):
        return True
    last = lines[-1]
    return last.rstrip().endswith(':') or _block_is_missing(text)


def _block_is_missing(text):
    """A block has begun whose first statement, or `except`, may follow."""
    try:
        compile(text + '\n    pass', '<input>', 'exec')
        return True
    except (SyntaxError, ValueError, OverflowError):
        pass
    first = text.lstrip().split(None, 1)
    if first and first[0].startswith(('try', '@')):
        tail = '\nexcept: pass' if first[0].startswith('try') else '\ndef f(): pass'
        try:
            compile(text + tail, '<input>', 'exec')
            return True
        except (SyntaxError, ValueError, OverflowError):
            pass
    return False


def _maybe_compile(compiler, source, filename, symbol):
    for line in source.split('\n'):
        line = line.strip()
        if line and line[0] != '#':
            break
    else:
        if symbol != 'eval':
            source = 'pass'
    try:
        code = compiler(source, filename, symbol)
    except (SyntaxError, ValueError, OverflowError):
        if _is_open(source):
            return None
        return compiler(source, filename, symbol)
    if symbol == 'single' and not source.endswith('\n') and _compound(source):
        return None
    return code


def _compound(source):
    """Whether the last line belongs to a block, which more lines could follow."""
    lines = [line for line in source.split('\n') if line.strip()]
    first = lines[0]
    if len(lines) > 1:
        return lines[-1][0] in ' \t' or first.split(None, 1)[0] in ('if', 'for', 'while', 'try',
                                                                    'with')
    word = first.split(None, 1)[0].rstrip(':')
    return word in ('if', 'for', 'while', 'with', 'def', 'class', 'async', 'try')


def compile_command(source, filename='<input>', symbol='single'):
    """Code; None if more lines are needed; or an error."""
    return _maybe_compile(compile, source, filename, symbol)


class Compile:
    """Compiles, and remembers `from __future__` statements."""

    def __init__(self):
        self.flags = PyCF_DONT_IMPLY_DEDENT | PyCF_ALLOW_INCOMPLETE_INPUT

    def __call__(self, source, filename, symbol):
        return compile(source, filename, symbol)


class CommandCompiler:
    """Like compile_command, with a memory."""

    def __init__(self):
        self.compiler = Compile()

    def __call__(self, source, filename='<input>', symbol='single'):
        return _maybe_compile(self.compiler, source, filename, symbol)
