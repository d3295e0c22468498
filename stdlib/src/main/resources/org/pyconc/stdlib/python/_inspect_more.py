"""The parts of inspect about frames, source text and arguments."""

import sys
import types
from collections import namedtuple

from inspect import (Parameter, isclass, iscode, isframe, isfunction, isgenerator, ismethod,
                     ismodule, isroutine, istraceback, iscoroutine, signature, unwrap)
from _inspect import class_block, code_block, code_text

# ---- frames ------------------------------------------------------------------------------------

_Traceback = namedtuple('_Traceback', 'filename lineno function code_context index')
_FrameInfo = namedtuple('_FrameInfo', ('frame',) + _Traceback._fields)


class Traceback(_Traceback):
    """Where a frame is."""

    def __new__(cls, filename, lineno, function, code_context, index, *, positions=None):
        instance = super().__new__(cls, filename, lineno, function, code_context, index)
        instance.positions = positions
        return instance

    def __repr__(self):
        return ('Traceback(filename={!r}, lineno={!r}, function={!r}, code_context={!r}, '
                'index={!r}, positions={!r})'.format(*self, self.positions))


class FrameInfo(_FrameInfo):
    """A frame, and where it is."""

    def __new__(cls, frame, filename, lineno, function, code_context, index, *, positions=None):
        instance = super().__new__(cls, frame, filename, lineno, function, code_context, index)
        instance.positions = positions
        return instance

    def __repr__(self):
        return ('FrameInfo(frame={!r}, filename={!r}, lineno={!r}, function={!r}, '
                'code_context={!r}, index={!r}, positions={!r})'.format(*self, self.positions))


for _each in (Traceback, FrameInfo):
    _each.__module__ = 'inspect'


def currentframe():
    """The frame of the caller."""
    return sys._getframe(1)


def getframeinfo(frame, context=1):
    """File, line, function and lines of context of a frame or traceback."""
    if istraceback(frame):
        lineno = frame.tb_lineno
        frame = frame.tb_frame
    elif isframe(frame):
        lineno = frame.f_lineno
    else:
        raise TypeError('{!r} is not a frame or traceback object'.format(frame))
    filename = getsourcefile(frame) or getfile(frame)
    lines = index = None
    if context > 0:
        start = lineno - 1 - context // 2
        try:
            lines, _ = findsource(frame)
        except OSError:
            pass
        else:
            start = max(0, min(start, len(lines) - context))
            lines = lines[start:start + context]
            index = lineno - 1 - start
    return Traceback(filename, lineno, frame.f_code.co_name, lines, index)


def getouterframes(frame, context=1):
    found = []
    while frame:
        info = getframeinfo(frame, context)
        found.append(FrameInfo(frame, *info, positions=info.positions))
        frame = frame.f_back
    return found


def getinnerframes(tb, context=1):
    found = []
    while tb:
        info = getframeinfo(tb, context)
        found.append(FrameInfo(tb.tb_frame, *info, positions=info.positions))
        tb = tb.tb_next
    return found


def stack(context=1):
    """The frames from the caller outwards."""
    return getouterframes(sys._getframe(1), context)


def trace(context=1):
    """The frames from here to where the exception that is being handled was raised."""
    handled = sys.exc_info()[1]
    return getinnerframes(handled.__traceback__ if handled else None, context)


ArgInfo = namedtuple('ArgInfo', 'args varargs keywords locals')
Arguments = namedtuple('Arguments', 'args varargs varkw')


def getargs(co):
    if not iscode(co):
        raise TypeError('{!r} is not a code object'.format(co))
    count = co.co_argcount
    keyword_only = co.co_kwonlyargcount
    names = list(co.co_varnames)
    at = count + keyword_only
    varargs = varkw = None
    if co.co_flags & 4:
        varargs = names[at]
        at += 1
    if co.co_flags & 8:
        varkw = names[at]
    return Arguments(names[:count + keyword_only], varargs, varkw)


def getargvalues(frame):
    return ArgInfo(*getargs(frame.f_code), frame.f_locals)


def formatargvalues(args, varargs, varkw, locals, formatarg=str,
                    formatvarargs=lambda name: '*' + name, formatvarkw=lambda name: '**' + name,
                    formatvalue=lambda value: '=' + repr(value)):
    specs = [formatarg(name) + formatvalue(locals[name]) for name in args]
    if varargs:
        specs.append(formatvarargs(varargs) + formatvalue(locals[varargs]))
    if varkw:
        specs.append(formatvarkw(varkw) + formatvalue(locals[varkw]))
    return '(' + ', '.join(specs) + ')'


# ---- source ------------------------------------------------------------------------------------

def _code_of(object):
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        object = object.__code__
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        object = object.f_code
    return object if iscode(object) else None


def getfile(object):
    """The file in which something was written."""
    if ismodule(object):
        if getattr(object, '__file__', None):
            return object.__file__
        raise TypeError('{!r} is a built-in module'.format(object))
    if isclass(object):
        module = sys.modules.get(getattr(object, '__module__', None))
        if getattr(module, '__file__', None):
            return module.__file__
        if object.__module__ == '__main__':
            raise OSError('source code not available')
        raise TypeError('{!r} is a built-in class'.format(object))
    code = _code_of(object)
    if code is not None:
        return code.co_filename
    raise TypeError('module, class, method, function, traceback, frame, or code object was '
                    'expected, got {}'.format(type(object).__name__))


def getmodulename(path):
    name = path.rpartition('/')[2]
    return name[:-3] if name.endswith('.py') else None


def getsourcefile(object):
    filename = getfile(object)
    import os
    return filename if os.path.exists(filename) else None


def getabsfile(object, _filename=None):
    import os
    return os.path.normcase(os.path.abspath(_filename or getsourcefile(object)
                                            or getfile(object)))


def getmodule(object, _filename=None):
    """The module that something was defined in, or None."""
    if ismodule(object):
        return object
    if hasattr(object, '__module__'):
        return sys.modules.get(object.__module__)
    try:
        filename = getfile(object)
    except (TypeError, OSError):
        return None
    for module in list(sys.modules.values()):
        if ismodule(module) and getattr(module, '__file__', None) == filename:
            return module
    return None


def findsource(object):
    """All lines of the file, and the index of the first line of the object."""
    lines, first, _ = _find(object)
    return lines, first


def _find(object):
    code = _code_of(object)
    if code is None:
        filename = getfile(object)
        import linecache
        lines = linecache.getlines(filename)
    elif code.co_filename.startswith('<') and code.co_filename.endswith('>'):
        lines = None
    else:
        lines = code_text(code).splitlines(True)
        if lines and not lines[-1].endswith('\n'):
            lines[-1] += '\n'
    if not lines:
        raise OSError('could not get source code')
    if ismodule(object):
        return lines, 0, len(lines)
    if code is None:
        block = class_block(''.join(lines), object.__qualname__)
        if block is None:
            raise OSError('could not find class definition')
        return lines, block[0] - 1, block[1]
    if code.co_name == '<module>':
        return lines, 0, len(lines)
    first, last = code_block(code)
    return lines, first - 1, last


def _with_comments(lines, first, last):
    """The block with the comments at its end that belong to it."""
    margin = None
    for line in lines[first + 1:last]:
        if line.strip():
            margin = len(line) - len(line.lstrip())
            break
    if margin:
        at = last
        while at < len(lines):
            line = lines[at]
            text = line.strip()
            if text:
                if not text.startswith('#') or len(line) - len(line.lstrip()) < margin:
                    break
                last = at + 1
            at += 1
    return lines[first:last]


def getsourcelines(object):
    """The lines of the object's source, and the number of the first one."""
    object = unwrap(object) if callable(object) else object
    lines, first, last = _find(object)
    if istraceback(object):
        object = object.tb_frame
    if ismodule(object) or (isframe(object) and object.f_code.co_name == '<module>'):
        return lines, 0
    return _with_comments(lines, first, last), first + 1


def getsource(object):
    """The text of the object's source."""
    return ''.join(getsourcelines(object)[0])


def getblock(lines):
    return lines


def indentsize(line):
    expanded = line.expandtabs()
    return len(expanded) - len(expanded.lstrip())


def getcomments(object):
    """The comments right above the object's source, or None."""
    try:
        lines, at = findsource(object)
    except (OSError, TypeError):
        return None
    if ismodule(object):
        start = 1 if lines and lines[0][:2] == '#!' else 0
        while start < len(lines) and lines[start].strip() in ('', '#'):
            start += 1
        end = start
        while end < len(lines) and lines[end].startswith('#'):
            end += 1
        return ''.join(line.expandtabs() for line in lines[start:end]) or None
    margin = indentsize(lines[at])
    found = []
    at -= 1
    while at >= 0 and lines[at].lstrip().startswith('#') and indentsize(lines[at]) == margin:
        found.insert(0, lines[at].expandtabs().lstrip())
        at -= 1
    return ''.join(found) or None


# ---- classes -----------------------------------------------------------------------------------

def inherited_doc(object):
    """The documentation of what an object overrides, or None."""
    if isclass(object):
        for base in object.__mro__:
            if base is not types.__class__ and base.__module__ != 'builtins':
                doc = base.__dict__.get('__doc__')
                if doc is not None:
                    return doc
        return None
    if ismethod(object):
        name = object.__func__.__name__
        owner = object.__self__ if isclass(object.__self__) else object.__self__.__class__
    elif isfunction(object):
        name = object.__name__
        owner = _owner(object)
    elif isinstance(object, property):
        name = object.fget.__name__ if object.fget else None
        owner = _owner(object.fget) if object.fget else None
    else:
        return None
    if owner is None:
        return None
    for base in owner.__mro__:
        try:
            doc = getattr(base, name).__doc__
        except AttributeError:
            continue
        if doc is not None:
            return doc
    return None


def _owner(function):
    found = sys.modules.get(function.__module__)
    for name in function.__qualname__.split('.')[:-1]:
        found = getattr(found, name, None)
    return found if isclass(found) else None


_missing = object()


def getattr_static(obj, attr, default=_missing):
    """An attribute as it is stored, without descriptors or hooks."""
    if not isinstance(obj, type):
        own = getattr(obj, '__dict__', {})
        classes = type(obj).__mro__
        for each in classes:
            if attr in each.__dict__:
                found = each.__dict__[attr]
                if attr not in own or hasattr(type(found), '__set__'):
                    return found
                break
        if attr in own:
            return own[attr]
    else:
        for each in obj.__mro__:
            if attr in each.__dict__:
                return each.__dict__[attr]
        for each in type(obj).__mro__:
            if attr in each.__dict__:
                return each.__dict__[attr]
    if default is not _missing:
        return default
    raise AttributeError(attr)


def getmembers_static(object, predicate=None):
    found = []
    for name in dir(object):
        value = getattr_static(object, name, _missing)
        if value is not _missing and (predicate is None or predicate(value)):
            found.append((name, value))
    return sorted(found, key=lambda pair: pair[0])


Attribute = namedtuple('Attribute', 'name kind defining_class object')


def classify_class_attrs(cls):
    """What the attributes of a class are and where they come from."""
    found = []
    for name in sorted(dir(cls)):
        for home in cls.__mro__:
            if name in home.__dict__:
                break
        else:
            continue
        value = home.__dict__[name]
        if isinstance(value, (staticmethod, types.BuiltinMethodType)):
            kind = 'static method'
        elif isinstance(value, (classmethod, types.ClassMethodDescriptorType)):
            kind = 'class method'
        elif isinstance(value, property):
            kind = 'property'
        elif isroutine(value):
            kind = 'method'
        else:
            kind = 'data'
        found.append(Attribute(name, kind, home, value))
    return found


def walktree(classes, children, parent):
    results = []
    classes.sort(key=lambda c: (c.__module__, c.__name__))
    for c in classes:
        results.append((c, c.__bases__))
        if c in children:
            results.append(walktree(children[c], children, c))
    return results


def getclasstree(classes, unique=False):
    """The classes as nested lists by inheritance."""
    children = {}
    roots = []
    for c in classes:
        if c.__bases__:
            for parent in c.__bases__:
                if c not in children.setdefault(parent, []):
                    children[parent].append(c)
                if unique and parent in classes:
                    break
        elif c not in roots:
            roots.append(c)
    for parent in children:
        if parent not in classes:
            roots.append(parent)
    return walktree(roots, children, None)


def isgetsetdescriptor(object):
    return isinstance(object, types.GetSetDescriptorType)


def ismemberdescriptor(object):
    return isinstance(object, types.MemberDescriptorType)


def ismethodwrapper(object):
    return isinstance(object, types.MethodWrapperType)


# ---- arguments ---------------------------------------------------------------------------------

FullArgSpec = namedtuple(
    'FullArgSpec', 'args varargs varkw defaults kwonlyargs kwonlydefaults annotations')


def getfullargspec(func):
    """Names and defaults of a function's parameters."""
    try:
        function = func.__func__ if ismethod(func) else func
        found = signature(function, follow_wrapped=False)
    except Exception as e:
        raise TypeError('unsupported callable') from e
    args, kwonlyargs, defaults, kwdefaults, annotations = [], [], (), {}, {}
    varargs = varkw = None
    if found.return_annotation is not found.empty:
        annotations['return'] = found.return_annotation
    for p in found.parameters.values():
        if p.kind in (Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD):
            args.append(p.name)
            if p.default is not p.empty:
                defaults += (p.default,)
        elif p.kind == Parameter.VAR_POSITIONAL:
            varargs = p.name
        elif p.kind == Parameter.KEYWORD_ONLY:
            kwonlyargs.append(p.name)
            if p.default is not p.empty:
                kwdefaults[p.name] = p.default
        else:
            varkw = p.name
        if p.annotation is not p.empty:
            annotations[p.name] = p.annotation
    return FullArgSpec(args, varargs, varkw, defaults or None, kwonlyargs, kwdefaults or None,
                       annotations)


def getcallargs(func, /, *positional, **named):
    """The parameters of a function with the values that a call would give them."""
    if ismethod(func) and func.__self__ is not None:
        positional = (func.__self__,) + positional
        func = func.__func__
    found = signature(func)
    bound = found.bind(*positional, **named).arguments
    parameters = list(found.parameters.values())
    given = [p.name for p in parameters[:len(positional)] if p.kind < 2]
    result = {name: bound[name] for name in given}
    for p in parameters:
        if p.kind == Parameter.VAR_POSITIONAL:
            result[p.name] = bound.get(p.name, ())
        elif p.kind == Parameter.VAR_KEYWORD:
            result[p.name] = bound.get(p.name, {})
    result.update((name, bound[name]) for name in named if name in bound)
    for p in parameters:
        if p.name not in result:
            result[p.name] = p.default
    return result


ClosureVars = namedtuple('ClosureVars', 'nonlocals globals builtins unbound')


def getclosurevars(func):
    """The variables from outside that a function uses."""
    if ismethod(func):
        func = func.__func__
    if not isfunction(func):
        raise TypeError('{!r} is not a Python function'.format(func))
    code = func.__code__
    nonlocals = {}
    for name, cell in zip(code.co_freevars, func.__closure__ or ()):
        try:
            nonlocals[name] = cell.cell_contents
        except ValueError:
            pass
    import builtins
    own, known, unbound = {}, {}, set()
    for name in code.co_names:
        if name in ('None', 'True', 'False'):
            continue
        if name in func.__globals__:
            own[name] = func.__globals__[name]
        elif hasattr(builtins, name):
            known[name] = getattr(builtins, name)
        else:
            unbound.add(name)
    return ClosureVars(nonlocals, own, known, unbound)


def getgeneratorlocals(generator):
    if not isgenerator(generator):
        raise TypeError('{!r} is not a Python generator'.format(generator))
    frame = generator.gi_frame
    return frame.f_locals if frame is not None else {}


def getcoroutinelocals(coroutine):
    frame = coroutine.cr_frame
    return frame.f_locals if frame is not None else {}


def formatannotation(annotation, base_module=None):
    if getattr(annotation, '__module__', None) == 'typing':
        return repr(annotation).replace('typing.', '')
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ('builtins', base_module):
            return annotation.__qualname__
        return annotation.__module__ + '.' + annotation.__qualname__
    return repr(annotation)


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    """A new dict with the annotations of a class, module or callable."""
    if isclass(obj):
        found = obj.__dict__.get('__annotations__')
        module = sys.modules.get(getattr(obj, '__module__', None))
        own_globals, own_locals = getattr(module, '__dict__', None), dict(vars(obj))
    elif ismodule(obj):
        found = getattr(obj, '__annotations__', None)
        own_globals, own_locals = obj.__dict__, None
    elif callable(obj):
        found = getattr(obj, '__annotations__', None)
        own_globals, own_locals = getattr(obj, '__globals__', None), None
    else:
        raise TypeError(f'{obj!r} is not a module, class, or callable.')
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise ValueError(f'{obj!r}.__annotations__ is neither a dict nor None')
    if not eval_str:
        return dict(found)
    globals = own_globals if globals is None else globals
    locals = own_locals if locals is None else locals
    return {name: eval(value, globals, locals) if isinstance(value, str) else value
            for name, value in found.items()}
