"""Reports what a profiler has found out."""
import marshal
import os
import re
import sys
import time
from dataclasses import dataclass
from enum import StrEnum
from functools import cmp_to_key

__all__ = ['Stats', 'SortKey', 'FunctionProfile', 'StatsProfile']


class SortKey(StrEnum):
    """What figures can be sorted by."""

    CALLS = 'calls', 'ncalls'
    CUMULATIVE = 'cumulative', 'cumtime'
    FILENAME = 'filename', 'module'
    LINE = 'line'
    NAME = 'name'
    NFL = 'nfl'
    PCALLS = 'pcalls'
    STDNAME = 'stdname'
    TIME = 'time', 'tottime'

    def __new__(cls, *values):
        member = str.__new__(cls, values[0])
        member._value_ = values[0]
        for other in values[1:]:
            cls._value2member_map_[other] = member
        member._all_values = values
        return member


@dataclass(unsafe_hash=True)
class FunctionProfile:
    """The figures of a function."""

    ncalls: str
    tottime: float
    percall_tottime: float
    cumtime: float
    percall_cumtime: float
    file_name: str
    line_number: int


@dataclass(unsafe_hash=True)
class StatsProfile:
    """The figures of a program."""

    total_tt: float
    func_profiles: dict


# What a row is sorted by: (primitive calls, calls, own, total, file, line, name, printed name).
_ORDERS = {
    'calls': (((1, -1),), 'call count'),
    'ncalls': (((1, -1),), 'call count'),
    'cumtime': (((3, -1),), 'cumulative time'),
    'cumulative': (((3, -1),), 'cumulative time'),
    'filename': (((4, 1),), 'file name'),
    'line': (((5, 1),), 'line number'),
    'module': (((4, 1),), 'file name'),
    'name': (((6, 1),), 'function name'),
    'nfl': (((6, 1), (4, 1), (5, 1)), 'name/file/line'),
    'pcalls': (((0, -1),), 'primitive call count'),
    'stdname': (((7, 1),), 'standard name'),
    'time': (((2, -1),), 'internal time'),
    'tottime': (((2, -1),), 'internal time'),
}
_NUMBERED = {-1: 'stdname', 0: 'calls', 1: 'time', 2: 'cumulative'}


class Stats:
    """The figures of one or more profiles."""

    def __init__(self, *args, stream=None):
        self.stream = stream or sys.stdout
        self.init(args[0] if args else None)
        self.add(*args[1:])

    def init(self, arg):
        self.all_callees = None
        self.files = []
        self.fcn_list = None
        self.total_tt = 0
        self.total_calls = 0
        self.prim_calls = 0
        self.max_name_len = 0
        self.top_level = set()
        self.stats = {}
        self.sort_arg_dict = {}
        self.sort_type = None
        self.load_stats(arg)
        self.get_top_level_stats()

    def load_stats(self, arg):
        if arg is None:
            self.stats = {}
            return
        if isinstance(arg, str):
            with open(arg, 'rb') as f:
                self.stats = marshal.load(f)
            try:
                arg = time.ctime(os.stat(arg).st_mtime) + '    ' + arg
            except OSError:
                pass
            self.files = [arg]
        elif hasattr(arg, 'create_stats'):
            arg.create_stats()
            self.stats = arg.stats
            arg.stats = {}
        if not self.stats:
            raise TypeError('Cannot create or construct a %r object from %r'
                            % (self.__class__, arg))

    def get_top_level_stats(self):
        for func, (primitive, calls, own, total, callers) in self.stats.items():
            self.total_calls += calls
            self.prim_calls += primitive
            self.total_tt += own
            if ('jprofile', 0, 'profiler') in callers:
                self.top_level.add(func)
            self.max_name_len = max(self.max_name_len, len(func_std_string(func)))

    def add(self, *arg_list):
        """Adds the figures of others."""
        for item in reversed(arg_list):
            other = item if isinstance(item, Stats) else type(self)(item)
            self.files += other.files
            self.total_calls += other.total_calls
            self.prim_calls += other.prim_calls
            self.total_tt += other.total_tt
            self.top_level |= other.top_level
            self.max_name_len = max(self.max_name_len, other.max_name_len)
            self.fcn_list = None
            for func, figures in other.stats.items():
                known = self.stats.get(func, (0, 0, 0, 0, {}))
                self.stats[func] = add_func_stats(known, figures)
        return self

    def dump_stats(self, filename):
        """Writes the figures into a file."""
        with open(filename, 'wb') as f:
            marshal.dump(self.stats, f)

    def get_sort_arg_defs(self):
        """What can be sorted by, with all unambiguous beginnings."""
        if not self.sort_arg_dict:
            found = {}
            for word, entry in _ORDERS.items():
                for end in range(1, len(word) + 1):
                    found.setdefault(word[:end], []).append((word, entry))
            for text, entries in found.items():
                exact = [entry for word, entry in entries if word == text]
                if exact or len(entries) == 1:
                    self.sort_arg_dict[text] = exact[0] if exact else entries[0][1]
        return self.sort_arg_dict

    def sort_stats(self, *field):
        """Sorts by one or more columns."""
        if not field:
            self.fcn_list = 0
            return self
        if len(field) == 1 and isinstance(field[0], int):
            field = [_NUMBERED[field[0]]]
        elif len(field) >= 2:
            for arg in field[1:]:
                if type(arg) != type(field[0]):
                    raise TypeError("Can't have mixed argument type")
        known = self.get_sort_arg_defs()
        order = []
        self.sort_type = ''
        joint = ''
        for word in field:
            if isinstance(word, SortKey):
                word = word.value
            parts, name = known[word]
            order += parts
            self.sort_type += joint + name
            joint = ', '
        rows = [figures[:4] + func + (func_std_string(func), func)
                for func, figures in self.stats.items()]

        def compare(one, other):
            for index, sign in order:
                if one[index] < other[index]:
                    return -sign
                if one[index] > other[index]:
                    return sign
            return 0

        rows.sort(key=cmp_to_key(compare))
        self.fcn_list = [row[-1] for row in rows]
        return self

    def reverse_order(self):
        """Turns the order round."""
        if self.fcn_list:
            self.fcn_list.reverse()
        return self

    def strip_dirs(self):
        """Leaves the folders out of the names of files."""
        stripped = {}
        longest = 0
        for func, (primitive, calls, own, total, callers) in self.stats.items():
            new = func_strip_path(func)
            longest = max(longest, len(func_std_string(new)))
            by = {}
            for caller, figures in callers.items():
                name = func_strip_path(caller)
                by[name] = _sum(by[name], figures) if name in by else figures
            row = primitive, calls, own, total, by
            stripped[new] = add_func_stats(stripped[new], row) if new in stripped else row
        self.top_level = {func_strip_path(func) for func in self.top_level}
        self.max_name_len = longest
        self.stats = stripped
        self.fcn_list = None
        self.all_callees = None
        return self

    def calc_callees(self):
        if self.all_callees:
            return
        self.all_callees = callees = {}
        for func, (*_, callers) in self.stats.items():
            callees.setdefault(func, {})
            for caller, figures in callers.items():
                callees.setdefault(caller, {})[func] = figures

    def eval_print_amount(self, sel, list, msg):
        """What a restriction leaves of the functions."""
        if isinstance(sel, str):
            try:
                pattern = re.compile(sel)
            except re.error:
                return list, msg + '   <Invalid regular expression %r>\n' % sel
            left = [func for func in list if pattern.search(func_std_string(func))]
        elif isinstance(sel, float) and 0.0 <= sel < 1.0:
            left = list[:int(len(list) * sel + .5)]
        elif isinstance(sel, int) and 0 <= sel < len(list):
            left = list[:sel]
        else:
            left = list
        if len(left) != len(list):
            msg += '   List reduced from %r to %r due to restriction <%r>\n' % (
                len(list), len(left), sel)
        return left, msg

    def get_print_list(self, sel_list):
        width = self.max_name_len
        if self.fcn_list:
            found = self.fcn_list[:]
            msg = '   Ordered by: ' + self.sort_type + '\n'
        else:
            found = list(self.stats)
            msg = '   Random listing order was used\n'
        for sel in sel_list:
            found, msg = self.eval_print_amount(sel, found, msg)
        if not found:
            return 0, found
        print(msg, file=self.stream)
        if len(found) < len(self.stats):
            width = max(len(func_std_string(func)) for func in found)
        return width + 2, found

    def get_stats_profile(self):
        """The figures as a StatsProfile."""
        funcs = self.fcn_list[:] if self.fcn_list else list(self.stats)
        if not funcs:
            return StatsProfile(0, {})
        profiles = {}
        for func in funcs:
            primitive, calls, own, total, _ = self.stats[func]
            file, line, name = func
            text = str(calls) if calls == primitive else '%d/%d' % (calls, primitive)
            profiles[name] = FunctionProfile(
                text, float(f8(own)), -1 if not calls else float(f8(own / calls)), float(f8(total)),
                -1 if not primitive else float(f8(total / primitive)), file, line)
        return StatsProfile(float(f8(self.total_tt)), profiles)

    def print_stats(self, *amount):
        """Prints a row for each function."""
        for name in self.files:
            print(name, file=self.stream)
        if self.files:
            print(file=self.stream)
        for func in self.top_level:
            print(' ' * 8, func_get_function_name(func), file=self.stream)
        print(' ' * 8, self.total_calls, 'function calls', end=' ', file=self.stream)
        if self.total_calls != self.prim_calls:
            print('(%d primitive calls)' % self.prim_calls, end=' ', file=self.stream)
        print('in %.3f seconds' % self.total_tt, file=self.stream)
        print(file=self.stream)
        _, found = self.get_print_list(amount)
        if found:
            self.print_title()
            for func in found:
                self.print_line(func)
            print(file=self.stream)
            print(file=self.stream)
        return self

    def print_callees(self, *amount):
        """Prints whom each function has called."""
        width, found = self.get_print_list(amount)
        if found:
            self.calc_callees()
            self.print_call_heading(width, 'called...')
            for func in found:
                self.print_call_line(width, func, self.all_callees.get(func, {}))
            print(file=self.stream)
            print(file=self.stream)
        return self

    def print_callers(self, *amount):
        """Prints by whom each function was called."""
        width, found = self.get_print_list(amount)
        if found:
            self.print_call_heading(width, 'was called by...')
            for func in found:
                self.print_call_line(width, func, self.stats[func][4], '<-')
            print(file=self.stream)
            print(file=self.stream)
        return self

    def print_call_heading(self, name_size, column_title):
        print('Function '.ljust(name_size) + column_title, file=self.stream)
        for *_, callers in self.stats.values():
            if callers:
                if isinstance(next(iter(callers.values())), tuple):
                    print(' ' * name_size + '    ncalls  tottime  cumtime', file=self.stream)
                return

    def print_call_line(self, name_size, source, call_dict, arrow='->'):
        print(func_std_string(source).ljust(name_size) + arrow, end=' ', file=self.stream)
        if not call_dict:
            print(file=self.stream)
            return
        indent = ''
        for func in sorted(call_dict):
            name = func_std_string(func)
            value = call_dict[func]
            if isinstance(value, tuple):
                calls, primitive, own, total = value
                text = '%d/%d' % (calls, primitive) if calls != primitive else '%d' % calls
                print('%s%s %s %s  %s' % (indent, text.rjust(7), f8(own), f8(total), name),
                      file=self.stream)
            else:
                print('%s%s(%r) %s' % (indent, name, value, f8(self.stats[func][3])),
                      file=self.stream)
            indent = ' ' * (name_size + 3)

    def print_title(self):
        print('   ncalls  tottime  percall  cumtime  percall', end=' ', file=self.stream)
        print('filename:lineno(function)', file=self.stream)

    def print_line(self, func):
        primitive, calls, own, total, _ = self.stats[func]
        text = str(calls) if calls == primitive else '%d/%d' % (calls, primitive)
        print(text.rjust(9), f8(own), end=' ', file=self.stream)
        print(f8(own / calls) if calls else ' ' * 8, f8(total), end=' ', file=self.stream)
        print(f8(total / primitive) if primitive else ' ' * 8, func_std_string(func),
              file=self.stream)


def func_strip_path(func_name):
    file, line, name = func_name
    return os.path.basename(file), line, name


def func_get_function_name(func):
    return func[2]


def func_std_string(func_name):
    """The place of a function, as it is printed."""
    if func_name[:2] == ('~', 0):
        name = func_name[2]
        return '{%s}' % name[1:-1] if name.startswith('<') and name.endswith('>') else name
    return '%s:%d(%s)' % func_name


def _sum(one, other):
    return tuple(a + b for a, b in zip(one, other)) if isinstance(one, tuple) else one + other


def add_func_stats(target, source):
    """The sums of two rows."""
    return tuple(a + b for a, b in zip(target[:4], source[:4])) + (add_callers(target[4], source[4]),)


def add_callers(target, source):
    """The callers of two rows."""
    found = dict(target)
    for func, figures in source.items():
        found[func] = _sum(found[func], figures) if func in found else figures
    return found


def count_calls(callers):
    """How many calls there are in all."""
    return sum(callers.values())


def f8(x):
    return '%8.3f' % x
