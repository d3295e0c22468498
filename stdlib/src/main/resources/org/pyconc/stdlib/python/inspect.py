"""What there is to know about live objects."""

import sys
import types

__all__ = ['Parameter', 'Signature', 'signature', 'isfunction', 'ismethod', 'isclass', 'ismodule',
           'isbuiltin', 'isroutine', 'isgenerator', 'isgeneratorfunction', 'iscoroutine',
           'iscoroutinefunction', 'isasyncgen', 'isasyncgenfunction', 'isawaitable', 'iscode',
           'istraceback', 'isframe', 'isabstract', 'ismethoddescriptor', 'isdatadescriptor',
           'getmembers', 'getdoc', 'cleandoc', 'getmodule', 'getmro', 'unwrap', 'currentframe',
           'stack', 'trace', 'getframeinfo', 'getsource', 'getsourcelines', 'getsourcefile',
           'getfile', 'getouterframes', 'getinnerframes', 'getfullargspec', 'getcallargs',
           'getclosurevars', 'getattr_static', 'get_annotations', 'BoundArguments',
           'getgeneratorstate', 'getcoroutinestate', 'GEN_CREATED', 'GEN_RUNNING',
           'GEN_SUSPENDED', 'GEN_CLOSED', 'CORO_CREATED', 'CORO_RUNNING', 'CORO_SUSPENDED',
           'CORO_CLOSED']

GEN_CREATED, GEN_RUNNING = 'GEN_CREATED', 'GEN_RUNNING'
GEN_SUSPENDED, GEN_CLOSED = 'GEN_SUSPENDED', 'GEN_CLOSED'
CORO_CREATED, CORO_RUNNING = 'CORO_CREATED', 'CORO_RUNNING'
CORO_SUSPENDED, CORO_CLOSED = 'CORO_SUSPENDED', 'CORO_CLOSED'
_VARARGS, _VARKEYWORDS, _GENERATOR, _COROUTINE, _ASYNC_GENERATOR = 4, 8, 0x20, 0x80, 0x200
_BUILTIN = types.BuiltinFunctionType


def isfunction(value):
    return isinstance(value, types.FunctionType)


def ismethod(value):
    return isinstance(value, types.MethodType)


def isclass(value):
    return isinstance(value, type)


def ismodule(value):
    return isinstance(value, types.ModuleType)


def isbuiltin(value):
    return isinstance(value, _BUILTIN)


def iscode(value):
    return isinstance(value, types.CodeType)


def istraceback(value):
    return isinstance(value, types.TracebackType)


def isframe(value):
    return isinstance(value, types.FrameType)


def isgenerator(value):
    return isinstance(value, types.GeneratorType)


def iscoroutine(value):
    return isinstance(value, types.CoroutineType)


def isasyncgen(value):
    return isinstance(value, types.AsyncGeneratorType)


def isawaitable(value):
    if isinstance(value, types.GeneratorType):
        return bool(value.gi_code.co_flags & CO_ITERABLE_COROUTINE)
    return isinstance(value, types.CoroutineType) or hasattr(type(value), '__await__')


def _is_partial(value):
    # whoever has one has imported functools; a mock has every attribute
    functools = sys.modules.get('functools')
    return functools is not None and isinstance(value, functools.partial)


def _has_flag(function, flag):
    while True:
        if ismethod(function):
            function = function.__func__
        elif _is_partial(function):
            function = function.func
        else:
            break
    return isfunction(function) and bool(function.__code__.co_flags & flag)


def isgeneratorfunction(value):
    return _has_flag(value, _GENERATOR)


def iscoroutinefunction(value):
    return _has_flag(value, _COROUTINE)


def isasyncgenfunction(value):
    return _has_flag(value, _ASYNC_GENERATOR)


def ismethoddescriptor(value):
    if isclass(value) or ismethod(value) or isfunction(value):
        return False
    return hasattr(type(value), '__get__') and not hasattr(type(value), '__set__')


def isdatadescriptor(value):
    if isclass(value) or ismethod(value) or isfunction(value):
        return False
    return hasattr(type(value), '__set__') or hasattr(type(value), '__delete__')


def isroutine(value):
    return isbuiltin(value) or isfunction(value) or ismethod(value) or ismethoddescriptor(value)


def isabstract(value):
    return isclass(value) and bool(getattr(value, '__abstractmethods__', None))


def getmro(cls):
    return cls.__mro__


def getmembers(object, predicate=None):
    """Names and values of all attributes, sorted by name."""
    names = dir(object)
    found = []
    for name in names:
        try:
            member = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(member):
            found.append((name, member))
    found.sort(key=lambda pair: pair[0])
    return found


def cleandoc(doc):
    """The text without the indentation that its lines share."""
    lines = doc.expandtabs().split('\n')
    indents = [len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()]
    margin = min(indents, default=0)
    lines = [lines[0].lstrip()] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return '\n'.join(lines)


def getdoc(object):
    """The documentation string without indentation; methods inherit it."""
    try:
        doc = object.__doc__
    except AttributeError:
        return None
    if doc is None:
        from _inspect_more import inherited_doc
        doc = inherited_doc(object)
    return cleandoc(doc) if isinstance(doc, str) else None


_MORE = frozenset((
    'ArgInfo', 'Attribute', 'BlockFinder', 'ClosureVars', 'EndOfBlock', 'FrameInfo',
    'FullArgSpec', 'Traceback', 'classify_class_attrs', 'currentframe', 'findsource',
    'formatannotation', 'formatargvalues', 'get_annotations', 'getabsfile', 'getargvalues',
    'getattr_static', 'getblock', 'getcallargs', 'getclasstree', 'getclosurevars',
    'getcomments', 'getcoroutinelocals', 'getfile', 'getframeinfo', 'getfullargspec',
    'getgeneratorlocals', 'getinnerframes', 'getmembers_static', 'getmodule', 'getmodulename',
    'getouterframes', 'getsource', 'getsourcefile', 'getsourcelines', 'indentsize',
    'isgetsetdescriptor', 'ismemberdescriptor', 'ismethodwrapper', 'stack', 'trace', 'walktree'))
CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS, CO_NESTED = 1, 2, 4, 8, 16
CO_GENERATOR, CO_NOFREE, CO_COROUTINE, CO_ITERABLE_COROUTINE = 32, 64, 128, 256
CO_ASYNC_GENERATOR, TPFLAGS_IS_ABSTRACT = 512, 1 << 20


def __getattr__(name):
    if name not in _MORE:
        raise AttributeError(f"module 'inspect' has no attribute '{name}'")
    import _inspect_more
    value = getattr(_inspect_more, name)
    globals()[name] = value
    return value


def unwrap(func, *, stop=None):
    """The function under all wrappers made with functools.wraps."""
    seen = {id(func)}
    while hasattr(func, '__wrapped__') and not (stop is not None and stop(func)):
        func = func.__wrapped__
        if id(func) in seen:
            raise ValueError(f'wrapper loop when unwrapping {func!r}')
        seen.add(id(func))
    return func



def getgeneratorstate(generator):
    if generator.gi_running:
        return GEN_RUNNING
    if getattr(generator, 'gi_suspended', False):
        return GEN_SUSPENDED
    return GEN_CLOSED if generator.gi_frame is None else GEN_CREATED


def getcoroutinestate(coroutine):
    if coroutine.cr_running:
        return CORO_RUNNING
    if getattr(coroutine, 'cr_suspended', False):
        return CORO_SUSPENDED
    return CORO_CLOSED if coroutine.cr_frame is None else CORO_CREATED


class _empty:
    """Marks what is not there."""


_KIND_NAMES = ('POSITIONAL_ONLY', 'POSITIONAL_OR_KEYWORD', 'VAR_POSITIONAL', 'KEYWORD_ONLY',
               'VAR_KEYWORD')
_KIND_WORDS = ('positional-only', 'positional or keyword', 'variadic positional', 'keyword-only',
               'variadic keyword')


class _ParameterKind(int):
    @property
    def name(self):
        return _KIND_NAMES[self]

    @property
    def description(self):
        return _KIND_WORDS[self]

    def __str__(self):
        return _KIND_NAMES[self]

    def __repr__(self):
        return f'<_ParameterKind.{_KIND_NAMES[self]}: {int(self)}>'


def formatannotation(annotation, base_module=None):
    if getattr(annotation, '__module__', None) == 'typing':
        return _without_typing(repr(annotation))
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ('builtins', base_module):
            return annotation.__qualname__
        return f'{annotation.__module__}.{annotation.__qualname__}'
    return repr(annotation)


def _without_typing(text):
    """Words lose a `typing.` in front."""
    parts = text.split('typing.')
    made = parts[0]
    for part in parts[1:]:
        made += part if not (made[-1:].isalnum() or made[-1:] in ('_', '.')) else 'typing.' + part
    return made


class Parameter:
    """One parameter of a signature."""

    POSITIONAL_ONLY = _ParameterKind(0)
    POSITIONAL_OR_KEYWORD = _ParameterKind(1)
    VAR_POSITIONAL = _ParameterKind(2)
    KEYWORD_ONLY = _ParameterKind(3)
    VAR_KEYWORD = _ParameterKind(4)
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        self._name, self._kind = name, kind
        self._default, self._annotation = default, annotation

    name = property(lambda self: self._name)
    kind = property(lambda self: self._kind)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)

    def replace(self, **changes):
        return Parameter(changes.get('name', self._name), changes.get('kind', self._kind),
                         default=changes.get('default', self._default),
                         annotation=changes.get('annotation', self._annotation))

    def __str__(self):
        text = self._name
        annotated = self._annotation is not _empty
        if annotated:
            text += f': {formatannotation(self._annotation)}'
        if self._default is not _empty:
            text += f' = {self._default!r}' if annotated else f'={self._default!r}'
        if self._kind == 2:
            return '*' + text
        return '**' + text if self._kind == 4 else text

    def __repr__(self):
        return f'<Parameter "{self}">'

    def __eq__(self, other):
        return isinstance(other, Parameter) and (
            (self._name, self._kind, self._default, self._annotation)
            == (other._name, other._kind, other._default, other._annotation))

    def __hash__(self):
        return hash((self._name, self._kind))


class BoundArguments:
    """Arguments sorted to the parameters that they fill."""

    def __init__(self, signature, arguments):
        self.signature, self.arguments = signature, arguments

    @property
    def args(self):
        found = []
        for name, parameter in self.signature.parameters.items():
            if parameter.kind >= 3 or name not in self.arguments:
                break
            if parameter.kind == 2:
                found.extend(self.arguments[name])
            else:
                found.append(self.arguments[name])
        return tuple(found)

    @property
    def kwargs(self):
        found = {}
        for name, parameter in self.signature.parameters.items():
            if name in self.arguments and parameter.kind == 3:
                found[name] = self.arguments[name]
            elif name in self.arguments and parameter.kind == 4:
                found.update(self.arguments[name])
        return found

    def apply_defaults(self):
        filled = {}
        for name, parameter in self.signature.parameters.items():
            if name in self.arguments:
                filled[name] = self.arguments[name]
            elif parameter.default is not _empty:
                filled[name] = parameter.default
            elif parameter.kind == 2:
                filled[name] = ()
            elif parameter.kind == 4:
                filled[name] = {}
        self.arguments = filled

    def __repr__(self):
        return f"<BoundArguments ({', '.join(f'{k}={v!r}' for k, v in self.arguments.items())})>"


class Signature:
    """The parameters of a callable and what it returns."""

    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        self._parameters = types.MappingProxyType({p.name: p for p in parameters or ()})
        self._return = return_annotation

    parameters = property(lambda self: self._parameters)
    return_annotation = property(lambda self: self._return)

    def replace(self, **changes):
        return Signature(changes.get('parameters', self._parameters.values()),
                         return_annotation=changes.get('return_annotation', self._return))

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, True)

    def _bind(self, args, kwargs, partial):
        bound = {}
        left = list(args)
        for name, parameter in self._parameters.items():
            kind = parameter.kind
            if kind == 2:
                if left:
                    bound[name] = tuple(left)
                    left = []
            elif kind == 4:
                if kwargs:
                    bound[name] = kwargs
                    kwargs = {}
            elif kind < 2 and left:
                if kind == 1 and name in kwargs:
                    raise TypeError(f'multiple values for argument {name!r}')
                bound[name] = left.pop(0)
            elif kind != 0 and name in kwargs:
                bound[name] = kwargs.pop(name)
            elif parameter.default is _empty and not partial:
                raise TypeError(f'missing a required argument: {name!r}')
        if left:
            raise TypeError('too many positional arguments')
        if kwargs:
            raise TypeError(f'got an unexpected keyword argument {next(iter(kwargs))!r}')
        return BoundArguments(self, bound)

    def __str__(self):
        parts = []
        last_positional_only = False
        star = False
        for parameter in self._parameters.values():
            if last_positional_only and parameter.kind != 0:
                parts.append('/')
            last_positional_only = parameter.kind == 0
            if parameter.kind == 2:
                star = True
            elif parameter.kind == 3 and not star:
                parts.append('*')
                star = True
            parts.append(str(parameter))
        if last_positional_only:
            parts.append('/')
        text = f"({', '.join(parts)})"
        if self._return is not _empty:
            text += f' -> {formatannotation(self._return)}'
        return text

    def __repr__(self):
        return f'<Signature {self}>'

    def __eq__(self, other):
        return (isinstance(other, Signature)
                and list(self._parameters.values()) == list(other._parameters.values())
                and self._return == other._return)

    def __hash__(self):
        return hash(tuple(self._parameters.values()))


def signature(value, *, follow_wrapped=True):
    """The signature of a callable."""
    if not callable(value):
        raise TypeError(f'{value!r} is not a callable object')
    if ismethod(value):
        return _without_first(signature(value.__func__))
    if follow_wrapped:
        value = unwrap(value, stop=lambda f: hasattr(f, '__signature__'))
        if ismethod(value):
            return _without_first(signature(value.__func__))
    if isinstance(getattr(value, '__signature__', None), Signature):
        return value.__signature__
    if _is_partial(value):
        return _of_partial(value)
    if isfunction(value):
        return _of_function(value)
    if isclass(value):
        for name in ('__new__', '__init__'):
            made = getattr(value, name)
            if isfunction(made):
                return _without_first(_of_function(made))
        return _of_builtin_class(value)
    text = getattr(value, '__text_signature__', None)
    if text:
        return _of_text(text, value)
    call = getattr(type(value), '__call__', None)
    if isfunction(call):
        return _without_first(_of_function(call))
    raise ValueError(f'no signature found for builtin {value!r}')


def _of_builtin_class(value):
    """The signature of a class whose instances are made by a builtin method, which says how."""
    for each in value.__mro__[:-1]:
        for name in ('__new__', '__init__'):
            text = getattr(each.__dict__.get(name), '__text_signature__', None)
            if text and not text.endswith('/, *args, **kwargs)'):
                return _without_first(_of_text(text, value))
    return Signature()


def _without_first(found):
    parameters = list(found.parameters.values())
    if parameters and parameters[0].kind < 2:
        parameters = parameters[1:]
    return Signature(parameters, return_annotation=found.return_annotation)


class _Named:
    """A default value of which only the name is known."""

    def __init__(self, name):
        self._name = name

    def __repr__(self):
        return self._name


class _Names(dict):
    """What the texts of signatures name."""

    def __missing__(self, name):
        import builtins
        if hasattr(builtins, name):
            raise KeyError(name)
        return _Named(name)


def _of_text(text, of):
    """The signature of a builtin function, from its text."""
    inner = text[1:-1].replace('$', '')
    try:
        made = _of_function(eval(f'lambda {inner}: None', {}, _Names()))
    except (SyntaxError, NameError):
        raise ValueError(f'no signature found for builtin {of!r}') from None
    return _without_first(made) if '$' in text and getattr(of, '__self__', None) is not None \
        else made


def _of_function(function):
    code = function.__code__
    names = code.co_varnames
    annotations = function.__annotations__
    defaults = function.__defaults__ or ()
    keyword_defaults = function.__kwdefaults__ or {}
    positional = code.co_argcount
    first_default = positional - len(defaults)
    parameters = []
    for i in range(positional):
        parameters.append(Parameter(
            names[i], Parameter.POSITIONAL_ONLY if i < code.co_posonlyargcount
            else Parameter.POSITIONAL_OR_KEYWORD,
            default=defaults[i - first_default] if i >= first_default else _empty,
            annotation=annotations.get(names[i], _empty)))
    at = positional + code.co_kwonlyargcount
    if code.co_flags & _VARARGS:
        parameters.append(Parameter(names[at], Parameter.VAR_POSITIONAL,
                                    annotation=annotations.get(names[at], _empty)))
        at += 1
    for name in names[positional:positional + code.co_kwonlyargcount]:
        parameters.append(Parameter(name, Parameter.KEYWORD_ONLY,
                                    default=keyword_defaults.get(name, _empty),
                                    annotation=annotations.get(name, _empty)))
    if code.co_flags & _VARKEYWORDS:
        parameters.append(Parameter(names[at], Parameter.VAR_KEYWORD,
                                    annotation=annotations.get(names[at], _empty)))
    return Signature(parameters, return_annotation=annotations.get('return', _empty))


def _of_partial(partial):
    whole = signature(partial.func)
    parameters = list(whole.parameters.values())
    for _ in partial.args:
        if parameters and parameters[0].kind < 2:
            parameters.pop(0)
    changed = []
    keyword_only = False
    for parameter in parameters:
        if parameter.name in partial.keywords and parameter.kind in (1, 3):
            keyword_only = True
            parameter = parameter.replace(default=partial.keywords[parameter.name])
        if keyword_only and parameter.kind == 1:
            parameter = parameter.replace(kind=Parameter.KEYWORD_ONLY)
        if not (keyword_only and parameter.kind == 2):
            changed.append(parameter)
    return Signature(changed, return_annotation=whole.return_annotation)
