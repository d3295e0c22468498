"""The debugger of the command line."""
import _tracing
import bdb
import cmd
import code
import linecache
import os
import pprint
import re
import sys
import traceback

__all__ = ['run', 'pm', 'Pdb', 'runeval', 'runctx', 'runcall', 'set_trace', 'post_mortem', 'help']

line_prefix = '\n-> '


class Restart(Exception):
    """The program is to be run again."""


def find_function(funcname, filename):
    """Name, file and first line of a function in a file."""
    pattern = re.compile(r'(async\s+)?def\s+%s\s*[(]' % re.escape(funcname))
    try:
        with open(filename, encoding='utf-8') as f:
            for number, line in enumerate(f, 1):
                if pattern.match(line):
                    return funcname, filename, number
    except OSError:
        pass
    return None


class Pdb(bdb.Bdb, cmd.Cmd):
    """A debugger that reads commands."""

    def __init__(self, completekey='tab', stdin=None, stdout=None, skip=None, nosigint=False,
                 readrc=True):
        bdb.Bdb.__init__(self, skip=skip)
        cmd.Cmd.__init__(self, completekey, stdin, stdout)
        if stdout:
            self.use_rawinput = 0
        self.prompt = '(Pdb) '
        self.aliases = {}
        self.displaying = {}
        self.mainpyfile = ''
        self._wait_for_mainpyfile = False
        self.commands = {}
        self.rcLines = []
        self.forget()

    def sigint_handler(self, signum, frame):
        self.message('\nProgram interrupted. (Use \'cont\' to resume).')
        self.set_step()
        self.set_trace(frame)

    def reset(self):
        bdb.Bdb.reset(self)
        self.forget()

    def forget(self):
        self.lineno = None
        self.stack = []
        self.curindex = 0
        self.curframe = None
        self.tb_lineno = {}

    def setup(self, f, tb):
        self.forget()
        self.stack, self.curindex = self.get_stack(f, tb)
        while tb:
            self.tb_lineno[tb.tb_frame] = tb.tb_lineno
            tb = tb.tb_next
        self.curframe = self.stack[self.curindex][0]
        self.curframe_locals = self.curframe.f_locals

    # ---- what is told ------------------------------------------------------------------------

    def user_call(self, frame, argument_list):
        if self._wait_for_mainpyfile:
            return
        if self.stop_here(frame):
            self.message('--Call--')
            self.interaction(frame, None)

    def user_line(self, frame):
        if self._wait_for_mainpyfile:
            if self.mainpyfile != self.canonic(frame.f_code.co_filename) or frame.f_lineno <= 0:
                return
            self._wait_for_mainpyfile = False
        self.interaction(frame, None)

    def user_return(self, frame, return_value):
        if self._wait_for_mainpyfile:
            return
        self._returned = return_value
        self.message('--Return--')
        self.interaction(frame, None, {'__return__': return_value})

    def user_exception(self, frame, exc_info):
        if self._wait_for_mainpyfile:
            return
        kind, value, trace = exc_info
        prefix = 'Internal ' if not trace and kind is StopIteration else ''
        text = traceback.format_exception_only(kind, value)[-1].strip()
        self.message('%s%s' % (prefix, text))
        self.interaction(frame, trace, {'__exception__': (kind, value)})

    def interaction(self, frame, traceback, more=None):
        self.setup(frame, traceback)
        if more:
            self.curframe_locals = {**self.curframe_locals, **more}
        self._more = more or {}
        self.print_stack_entry(self.stack[self.curindex])
        self._displayed()
        self._cmdloop()
        self.forget()

    def _displayed(self):
        for expr, old in list(self.displaying.get(self.curframe, {}).items()):
            new = self._getval_except(expr)
            if new is not old and new != old:
                self.displaying[self.curframe][expr] = new
                self.message('display %s: %r  [old: %r]' % (expr, new, old))

    def _cmdloop(self):
        while True:
            try:
                self.allow_kbdint = True
                self.cmdloop()
                self.allow_kbdint = False
                break
            except KeyboardInterrupt:
                self.message('--KeyboardInterrupt--')

    # ---- output ------------------------------------------------------------------------------

    def message(self, msg):
        print(msg, file=self.stdout)

    def error(self, msg):
        print('***', msg, file=self.stdout)

    def print_stack_entry(self, frame_lineno, prompt_prefix=line_prefix):
        mark = '> ' if frame_lineno[0] is self.curframe else '  '
        text = self.format_stack_entry(frame_lineno, prompt_prefix)
        if frame_lineno[0] is self.curframe and '__return__' in getattr(self, '_more', ()) \
                and '->' not in text.partition(line_prefix)[0]:
            import reprlib
            head, sep, rest = text.partition(prompt_prefix)
            text = head + '->' + reprlib.repr(self._more['__return__']) + sep + rest
        self.message(mark + text)

    def print_stack_trace(self):
        try:
            for entry in self.stack:
                self.print_stack_entry(entry)
        except KeyboardInterrupt:
            pass

    # ---- reading commands --------------------------------------------------------------------

    def default(self, line):
        if line[:1] == '!':
            line = line[1:].strip()
        variables, globals = self.curframe_locals, self.curframe.f_globals
        try:
            compiled = code.compile_command(line + '\n', '<stdin>', 'single')
            if compiled is None:
                compiled = compile(line + '\n', '<stdin>', 'single')
            before = sys.stdin, sys.stdout, sys.displayhook
            try:
                sys.stdin, sys.stdout, sys.displayhook = self.stdin, self.stdout, self.displayhook
                exec(compiled, globals, variables)
            finally:
                sys.stdin, sys.stdout, sys.displayhook = before
        except BaseException:
            self._error_exc()

    def displayhook(self, obj):
        if obj is not None:
            self.message(repr(obj))

    def precmd(self, line):
        if not line.strip():
            return line
        words = line.split()
        while words[0] in self.aliases:
            line = self.aliases[words[0]]
            for i, word in enumerate(words[1:], 1):
                line = line.replace('%' + str(i), word)
            line = line.replace('%*', ' '.join(words[1:]))
            words = line.split()
        if words[0] != 'alias':
            marker = line.find(';;')
            if marker >= 0:
                self.cmdqueue.insert(0, line[marker + 2:].lstrip())
                line = line[:marker].rstrip()
        return line

    def _getval(self, arg):
        try:
            return eval(arg, self.curframe.f_globals, self.curframe_locals)
        except BaseException:
            self._error_exc()
            raise

    def _getval_except(self, arg, frame=None):
        try:
            if frame is None:
                return eval(arg, self.curframe.f_globals, self.curframe_locals)
            return eval(arg, frame.f_globals, frame.f_locals)
        except BaseException as e:
            return _raised(traceback.format_exception_only(type(e), e)[-1].strip())

    def _error_exc(self):
        kind, value = sys.exc_info()[:2]
        self.error(traceback.format_exception_only(kind, value)[-1].strip())

    # ---- breakpoints -------------------------------------------------------------------------

    def do_break(self, arg, temporary=False):
        """b(reak) [ ([filename:]lineno | function) [, condition] ]
        Without argument, list all breaks."""
        if not arg:
            if self.breaks:
                self.message('Num Type         Disp Enb   Where')
                for bp in bdb.Breakpoint.bpbynumber:
                    if bp:
                        self.message(bp.bpformat())
            return
        place, comma, cond = arg.partition(',')
        place, cond = place.rstrip(), cond.strip() if comma else None
        filename = funcname = None
        name, colon, number = place.rpartition(':')
        if colon:
            filename = self.lookupmodule(name.rstrip())
            if not filename:
                self.error('%r not found from sys.path' % name.rstrip())
                return
            try:
                lineno = int(number.lstrip())
            except ValueError:
                self.error('Bad lineno: %s' % number.lstrip())
                return
        else:
            try:
                lineno = int(place)
            except ValueError:
                found = self._function(place)
                if found is None:
                    self.error('The specified object %r is not a function or was not found along '
                               'sys.path.' % place)
                    return
                funcname, filename, lineno = found
        if not filename:
            filename = self.defaultFile()
        line = self.checkline(filename, lineno)
        if line:
            problem = self.set_break(filename, line, temporary, cond, funcname)
            if problem:
                self.error(problem)
            else:
                bp = self.get_breaks(filename, line)[-1]
                self.message('Breakpoint %d at %s:%d' % (bp.number, bp.file, bp.line))

    def _function(self, text):
        try:
            func = eval(text, self.curframe.f_globals, self.curframe_locals)
        except Exception:
            func = text
        func = getattr(func, '__func__', func)
        target = getattr(func, '__code__', None)
        if target is not None:
            return target.co_name, target.co_filename, target.co_firstlineno
        return find_function(text, self.defaultFile())

    def defaultFile(self):
        filename = self.curframe.f_code.co_filename
        if filename == '<string>' and self.mainpyfile:
            filename = self.mainpyfile
        return filename

    do_b = do_break

    def do_tbreak(self, arg):
        """tbreak [ ([filename:]lineno | function) [, condition] ]
        Same arguments as break, but sets a temporary breakpoint."""
        self.do_break(arg, True)

    def checkline(self, filename, lineno):
        """The line if something can stop there, else 0."""
        line = linecache.getline(filename, lineno, self.curframe.f_globals if self.curframe else None)
        if not line:
            self.message('End of file')
            return 0
        line = line.strip()
        if not line or line[0] == '#' or line[:3] in ('"""', "'''"):
            self.error('Blank or comment')
            return 0
        return lineno

    def _numbered(self, arg):
        for each in arg.split():
            try:
                yield self.get_bpbynumber(each)
            except ValueError as e:
                self.error(e)

    def do_enable(self, arg):
        """enable bpnumber [bpnumber ...]
        Enables the breakpoints given as a space separated list."""
        for bp in self._numbered(arg):
            bp.enable()
            self.message('Enabled %s' % bp)

    def do_disable(self, arg):
        """disable bpnumber [bpnumber ...]
        Disables the breakpoints given as a space separated list."""
        for bp in self._numbered(arg):
            bp.disable()
            self.message('Disabled %s' % bp)

    def do_condition(self, arg):
        """condition bpnumber [condition]
        Set a new condition for the breakpoint, or remove it."""
        number, _, cond = arg.partition(' ')
        for bp in self._numbered(number):
            bp.cond = cond or None
            if cond:
                self.message('New condition set for breakpoint %d.' % bp.number)
            else:
                self.message('Breakpoint %d is now unconditional.' % bp.number)

    def do_ignore(self, arg):
        """ignore bpnumber [count]
        Set the ignore count for the breakpoint."""
        number, _, count = arg.partition(' ')
        try:
            count = int(count)
        except ValueError:
            count = 0
        for bp in self._numbered(number):
            bp.ignore = count
            if count > 0:
                many = '%d crossings' % count if count > 1 else '1 crossing'
                self.message('Will ignore next %s of breakpoint %d.' % (many, bp.number))
            else:
                self.message('Will stop next time breakpoint %d is reached.' % bp.number)

    def do_clear(self, arg):
        """cl(ear) [filename:lineno | bpnumber ...]
        Clear breakpoints."""
        if not arg:
            try:
                reply = input('Clear all breaks? ')
            except EOFError:
                reply = 'no'
            if reply.strip().lower() in ('y', 'yes'):
                gone = [bp for bp in bdb.Breakpoint.bpbynumber if bp]
                self.clear_all_breaks()
                for bp in gone:
                    self.message('Deleted %s' % bp)
            return
        if ':' in arg:
            filename, _, number = arg.rpartition(':')
            try:
                lineno = int(number)
            except ValueError:
                self.error('Invalid line number (%s)' % arg)
                return
            gone = self.get_breaks(filename, lineno)
            gone = gone[:] if gone else []
            problem = self.clear_break(filename, lineno)
            if problem:
                self.error(problem)
            for bp in gone:
                self.message('Deleted %s' % bp)
            return
        for bp in self._numbered(arg):
            self.clear_bpbynumber(bp.number)
            self.message('Deleted %s' % bp)

    do_cl = do_clear

    # ---- the stack ---------------------------------------------------------------------------

    def do_where(self, arg):
        """w(here)
        Print a stack trace, with the most recent frame at the bottom."""
        self.print_stack_trace()

    do_w = do_bt = do_where

    def _select_frame(self, number):
        self.curindex = number
        self.curframe = self.stack[number][0]
        self.curframe_locals = self.curframe.f_locals
        self.print_stack_entry(self.stack[number])
        self.lineno = None

    def _count(self, arg):
        try:
            return int(arg or 1)
        except ValueError:
            self.error('Invalid frame count (%s)' % arg)
            return None

    def do_up(self, arg):
        """u(p) [count]
        Move the current frame count levels up in the stack trace."""
        if self.curindex == 0:
            self.error('Oldest frame')
            return
        count = self._count(arg)
        if count is not None:
            self._select_frame(0 if count < 0 else max(0, self.curindex - count))

    do_u = do_up

    def do_down(self, arg):
        """d(own) [count]
        Move the current frame count levels down in the stack trace."""
        if self.curindex + 1 == len(self.stack):
            self.error('Newest frame')
            return
        count = self._count(arg)
        if count is not None:
            last = len(self.stack) - 1
            self._select_frame(last if count < 0 else min(last, self.curindex + count))

    do_d = do_down

    # ---- going on ----------------------------------------------------------------------------

    def do_until(self, arg):
        """unt(il) [lineno]
        Continue until a line with a greater number is reached."""
        lineno = None
        if arg:
            try:
                lineno = int(arg)
            except ValueError:
                self.error('Error in argument: %r' % arg)
                return None
            if lineno <= self.curframe.f_lineno:
                self.error('"until" line number is smaller than current line number')
                return None
        self.set_until(self.curframe, lineno)
        return 1

    do_unt = do_until

    def do_step(self, arg):
        """s(tep)
        Execute the current line, stop at the first possible occasion."""
        self.set_step()
        return 1

    do_s = do_step

    def do_next(self, arg):
        """n(ext)
        Continue execution until the next line in the current function is reached or it returns."""
        self.set_next(self.curframe)
        return 1

    do_n = do_next

    def do_return(self, arg):
        """r(eturn)
        Continue execution until the current function returns."""
        self.set_return(self.curframe)
        return 1

    do_r = do_return

    def do_continue(self, arg):
        """c(ont(inue))
        Continue execution, only stop when a breakpoint is encountered."""
        self.set_continue()
        return 1

    do_c = do_cont = do_continue

    def do_run(self, arg):
        """run [args...]
        Restart the debugged program."""
        if arg:
            import shlex
            sys.argv[1:] = shlex.split(arg)
        raise Restart

    do_restart = do_run

    def do_quit(self, arg):
        """q(uit)
        Quit from the debugger. The program being executed is aborted."""
        self._user_requested_quit = True
        self.set_quit()
        return 1

    do_q = do_exit = do_quit

    def do_EOF(self, arg):
        """EOF
        Handles the receipt of EOF as a command."""
        self.message('')
        return self.do_quit(arg)

    # ---- looking -----------------------------------------------------------------------------

    def do_args(self, arg):
        """a(rgs)
        Print the argument list of the current function."""
        target = self.curframe.f_code
        variables = self.curframe_locals
        count = target.co_argcount + target.co_kwonlyargcount
        count += bool(target.co_flags & 4) + bool(target.co_flags & 8)
        for name in target.co_varnames[:count]:
            if name in variables:
                self.message('%s = %r' % (name, variables[name]))
            else:
                self.message('%s = *** undefined ***' % (name,))

    do_a = do_args

    def do_retval(self, arg):
        """retval
        Print the return value for the last return of a function."""
        if '__return__' in self.curframe_locals:
            self.message(repr(self.curframe_locals['__return__']))
        else:
            self.error('Not yet returned!')

    do_rv = do_retval

    def do_p(self, arg):
        """p expression
        Print the value of the expression."""
        try:
            self.message(repr(self._getval(arg)))
        except BaseException:
            pass

    def do_pp(self, arg):
        """pp expression
        Pretty-print the value of the expression."""
        try:
            self.message(pprint.pformat(self._getval(arg)))
        except BaseException:
            pass

    def do_whatis(self, arg):
        """whatis arg
        Print the type of the argument."""
        try:
            value = self._getval(arg)
        except BaseException:
            return
        inner = getattr(value, '__func__', value)
        if hasattr(value, '__self__') and hasattr(inner, '__code__'):
            self.message('Method %s' % inner.__code__.co_name)
        elif hasattr(value, '__code__'):
            self.message('Function %s' % value.__code__.co_name)
        elif isinstance(value, type):
            self.message('Class %s.%s' % (value.__module__, value.__qualname__))
        else:
            self.message(type(value))

    def do_list(self, arg):
        """l(ist) [first [,last] | .]
        List source code for the current file."""
        self.lastcmd = 'list'
        last = None
        if arg and arg != '.':
            try:
                if ',' in arg:
                    first, last = (int(each.strip()) for each in arg.split(','))
                    if last < first:
                        last = first + last
                else:
                    first = max(1, int(arg.strip()) - 5)
            except ValueError:
                self.error('Error in argument: %r' % arg)
                return
        elif self.lineno is None or arg == '.':
            first = max(1, self.curframe.f_lineno - 5)
        else:
            first = self.lineno + 1
        if last is None:
            last = first + 10
        filename = self.curframe.f_code.co_filename
        lines = linecache.getlines(filename, self.curframe.f_globals)
        self._print_lines(lines[first - 1:last], first, self.get_file_breaks(filename),
                          self.curframe)
        self.lineno = min(last, len(lines))
        if len(lines) < last:
            self.message('[EOF]')

    do_l = do_list

    def do_longlist(self, arg):
        """longlist | ll
        List the whole source code for the current function or frame."""
        import inspect
        filename = self.curframe.f_code.co_filename
        if self.curframe.f_code.co_name == '<module>':
            lines, first = linecache.getlines(filename, self.curframe.f_globals), 1
        else:
            try:
                lines, first = inspect.getsourcelines(self.curframe.f_code)
            except OSError as e:
                self.error(e)
                return
        self._print_lines(lines, first, self.get_file_breaks(filename), self.curframe)

    do_ll = do_longlist

    def do_source(self, arg):
        """source expression
        Try to get source code for the given object and display it."""
        import inspect
        try:
            value = self._getval(arg)
        except BaseException:
            return
        try:
            lines, first = inspect.getsourcelines(value)
        except (OSError, TypeError) as e:
            self.error(e)
            return
        self._print_lines(lines, first)

    def _print_lines(self, lines, start, breaks=(), frame=None):
        current = exception = -1
        if frame is not None:
            current = frame.f_lineno
            exception = self.tb_lineno.get(frame, -1)
        for number, line in enumerate(lines, start):
            text = str(number).rjust(3)
            if len(text) < 4:
                text += ' '
            text += 'B' if number in breaks else ' '
            if number == current:
                text += '->'
            elif number == exception:
                text += '>>'
            self.message(text + '\t' + line.rstrip())

    def do_display(self, arg):
        """display [expression]
        Display the value of the expression if it changed, each time execution stops."""
        if not arg:
            self.message('Currently displaying:')
            for expr, value in self.displaying.get(self.curframe, {}).items():
                self.message('%s: %r' % (expr, value))
            return
        value = self._getval_except(arg)
        self.displaying.setdefault(self.curframe, {})[arg] = value
        self.message('display %s: %r' % (arg, value))

    def do_undisplay(self, arg):
        """undisplay [expression]
        Do not display the expression any more in the current frame."""
        if not arg:
            self.displaying.pop(self.curframe, None)
            return
        try:
            del self.displaying.get(self.curframe, {})[arg]
        except KeyError:
            self.error('not displaying %s' % arg)

    def do_interact(self, arg):
        """interact
        Start an interactive interpreter whose global namespace contains all the names."""
        code.interact('*interactive*', local={**self.curframe.f_globals, **self.curframe_locals})

    def do_alias(self, arg):
        """alias [name [command]]
        Create an alias called 'name' that executes 'command'."""
        words = arg.split()
        if not words:
            for name in sorted(self.aliases):
                self.message('%s = %s' % (name, self.aliases[name]))
        elif len(words) == 1:
            if words[0] in self.aliases:
                self.message('%s = %s' % (words[0], self.aliases[words[0]]))
        else:
            self.aliases[words[0]] = ' '.join(words[1:])

    def do_unalias(self, arg):
        """unalias name
        Delete the specified alias."""
        self.aliases.pop(arg.split()[0] if arg else '', None)

    def do_help(self, arg):
        """h(elp)
        Without argument, print the list of available commands."""
        if not arg:
            return cmd.Cmd.do_help(self, arg)
        command = getattr(self, 'do_' + arg, None)
        if command is None or not command.__doc__:
            self.error('No help for %r' % arg)
        else:
            self.message('\n'.join(line.strip() if i == 0 else line
                                   for i, line in enumerate(command.__doc__.rstrip().split('\n'))))
        return None

    do_h = do_help

    def lookupmodule(self, filename):
        """The file of a name: as it is, or with .py on sys.path."""
        if os.path.isabs(filename) and os.path.exists(filename):
            return filename
        if os.path.exists(filename):
            return self.canonic(filename)
        found = os.path.join(sys.path[0], filename)
        if os.path.exists(found) and self.canonic(found) == self.mainpyfile:
            return found
        if os.path.splitext(filename)[1] == '':
            filename += '.py'
        if os.path.isabs(filename):
            return filename
        for folder in sys.path:
            full = os.path.join(folder, filename)
            if os.path.exists(full):
                return full
        return None

    # ---- a program ---------------------------------------------------------------------------

    def _runscript(self, filename):
        import __main__
        self._wait_for_mainpyfile = True
        self._user_requested_quit = False
        self.mainpyfile = self.canonic(filename)
        with open(filename, 'rb') as f:
            compiled = compile(f.read(), self.mainpyfile, 'exec')
        space = {'__name__': '__main__', '__file__': self.mainpyfile,
                 '__builtins__': __main__.__dict__.get('__builtins__')}
        self.run(compiled, space)


class _raised:
    def __init__(self, text):
        self.text = text

    def __repr__(self):
        return '** raised %s **' % self.text

    def __eq__(self, other):
        return isinstance(other, _raised) and self.text == other.text


def run(statement, globals=None, locals=None):
    """Debugs a statement."""
    Pdb().run(statement, globals, locals)


def runeval(expression, globals=None, locals=None):
    """Debugs an expression; its value."""
    return Pdb().runeval(expression, globals, locals)


def runctx(statement, globals, locals):
    """The same as run()."""
    run(statement, globals, locals)


def runcall(*args, **kwds):
    """Debugs a call; what it returns."""
    return Pdb().runcall(*args, **kwds)


def set_trace(*, header=None):
    """Stops where it is called."""
    debugger = Pdb()
    if header is not None:
        debugger.message(header)
    debugger.set_trace(_caller())


def _caller():
    frame = sys._getframe()
    while frame.f_code.co_filename == __file__:
        frame = frame.f_back
    return frame


def _hook(*args, **kws):
    """What breakpoint() does unless the program says otherwise."""
    name = os.environ.get('PYTHONBREAKPOINT')
    if not name:
        return set_trace(*args, **kws)
    if name == '0':
        return None
    module, dot, function = name.rpartition('.')
    try:
        if dot and not module:
            raise ImportError('nothing in front of the dot')
        __import__(module or 'builtins')
        hook = getattr(sys.modules[module or 'builtins'], function)
    except (ImportError, AttributeError, ValueError):
        import warnings
        warnings.warn('Ignoring unimportable $PYTHONBREAKPOINT: "%s"' % name, RuntimeWarning,
                      stacklevel=2)
        return None
    return hook(*args, **kws)


def post_mortem(t=None):
    """Looks at where an exception was raised."""
    if t is None:
        t = sys.exc_info()[2]
    if t is None:
        raise ValueError('A valid traceback must be passed if no exception is being handled')
    debugger = Pdb()
    debugger.reset()
    debugger.interaction(None, t)


def pm():
    """Looks at where the last exception of the interactive interpreter was raised."""
    post_mortem(sys.last_traceback)


def help():
    """Prints what commands there are."""
    Pdb().do_help('')


def main():
    """Debugs a program: pdb FILE ARGUMENT..."""
    import getopt
    options, args = getopt.getopt(sys.argv[1:], 'mhc:', ['help', 'command='])
    if not args or any(name in ('-h', '--help') for name, _ in options):
        print('usage: pdb.py [-c command] ... pyfile [arg] ...')
        sys.exit(2)
    name = args[0]
    if not os.path.exists(name):
        print('Error:', name, 'does not exist')
        sys.exit(1)
    sys.argv[:] = args
    sys.path[0] = os.path.dirname(os.path.realpath(name))
    debugger = Pdb()
    debugger.cmdqueue += [value for key, value in options if key in ('-c', '--command')]
    while True:
        try:
            debugger._runscript(name)
            if debugger._user_requested_quit:
                break
            print('The program finished and will be restarted')
        except Restart:
            print('Restarting', name, 'with arguments:')
            print('\t' + ' '.join(sys.argv[1:]))
        except SystemExit as e:
            print('The program exited via sys.exit(). Exit status:', e)
        except SyntaxError:
            traceback.print_exc()
            sys.exit(1)
        except BaseException:
            traceback.print_exc()
            print('Uncaught exception. Entering post mortem debugging')
            print("Running 'cont' or 'step' will restart the program")
            debugger.interaction(None, sys.exc_info()[2])
            print('Post mortem debugger finished. The ' + name + ' will be restarted')
        if debugger._user_requested_quit:
            break


if __name__ == '__main__':
    import pdb
    pdb.main()
