"""The history of what was typed; the dialogue of pyconc keeps its own beside it."""

_history = []
_completer = None
_delimiters = ' \t\n`~!@#$%^&*()-=+[{]}\\|;:\'",<>/?'
_limit = -1


def parse_and_bind(string, /):
    """Takes a line of an init file; has no effect."""


def read_init_file(filename=None, /):
    """Reads an init file; has no effect."""


def get_line_buffer():
    """What has been typed so far: not known."""
    return ''


def insert_text(string, /):
    """Inserts text into the line; has no effect."""


def redisplay():
    """Shows the line anew; has no effect."""


def _file(name):
    import os
    return os.path.expanduser('~/.history') if name is None else name


def read_history_file(filename=None, /):
    """Adds the lines of a file."""
    with open(_file(filename), encoding='utf-8', errors='surrogateescape') as file:
        _history.extend(file.read().splitlines())


def write_history_file(filename=None, /):
    """Writes the history to a file, no more lines than the limit says."""
    lines = _history if _limit < 0 else _history[len(_history) - min(_limit, len(_history)):]
    with open(_file(filename), 'w', encoding='utf-8', errors='surrogateescape') as file:
        file.writelines(line + '\n' for line in lines)


def append_history_file(nelements, filename=None, /):
    """Adds the last lines of the history to a file."""
    with open(_file(filename), 'a', encoding='utf-8', errors='surrogateescape') as file:
        file.writelines(line + '\n' for line in _history[len(_history) - nelements:])


def get_history_length():
    """How many lines are written at most; negative for all."""
    return _limit


def set_history_length(length, /):
    """Sets how many lines are written at most."""
    global _limit
    _limit = length


def get_current_history_length():
    """How many lines the history has."""
    return len(_history)


def get_history_item(index, /):
    """A line of the history, counted from 1; None if there is none."""
    return _history[index - 1] if 0 < index <= len(_history) else None


def add_history(string, /):
    """Adds a line."""
    _history.append(string)


def clear_history():
    """Forgets all lines."""
    _history.clear()


def _check(pos):
    if pos < 0:
        raise ValueError('History index cannot be negative')
    if pos >= len(_history):
        raise ValueError('No history item at position %d' % pos)


def remove_history_item(pos, /):
    """Forgets a line, counted from 0."""
    _check(pos)
    del _history[pos]


def replace_history_item(pos, line, /):
    """Puts another line in the place of one, counted from 0."""
    _check(pos)
    _history[pos] = line


def set_auto_history(enabled, /):
    """Whether lines that are typed are added; has no effect."""


def set_startup_hook(function=None, /):
    """Sets what is called before a line is read; has no effect."""


def set_pre_input_hook(function=None, /):
    """Sets what is called before the first key is read; has no effect."""


def set_completer(function=None, /):
    """Sets the function that completes names; rlcompleter looks for it here."""
    global _completer
    _completer = function


def get_completer():
    """The function that completes names, or None."""
    return _completer


def get_completion_type():
    """What kind of completion is tried: none."""
    return 0


def get_begidx():
    """Where the name to be completed begins."""
    return 0


def get_endidx():
    """Where the name to be completed ends."""
    return 0


def set_completer_delims(string, /):
    """Sets the characters between names."""
    global _delimiters
    _delimiters = string


def get_completer_delims():
    """The characters between names."""
    return _delimiters


def set_completion_display_matches_hook(function=None, /):
    """Sets what shows the names that fit; has no effect."""
