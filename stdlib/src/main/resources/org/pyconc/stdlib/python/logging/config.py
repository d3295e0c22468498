"""Logging as a dict or a file describes it.

See https://docs.python.org/3.11/library/logging.config.html
"""
import logging
import logging.handlers

__all__ = ['dictConfig', 'fileConfig', 'BaseConfigurator', 'DictConfigurator', 'valid_ident',
           'DEFAULT_LOGGING_CONFIG_PORT']

DEFAULT_LOGGING_CONFIG_PORT = 9030


def valid_ident(s):
    """True for the name of a variable, ValueError for anything else."""
    if not (s.isidentifier() and s.isascii()):
        raise ValueError('Not a valid Python identifier: %r' % s)
    return True


def _found(name):
    """What a dotted name means."""
    parts = name.split('.')
    used = parts[0]
    value = __import__(used)
    for part in parts[1:]:
        used += '.' + part
        try:
            value = getattr(value, part)
        except AttributeError:
            __import__(used)
            value = getattr(value, part)
    return value


# ---- dicts ---------------------------------------------------------------------------------------


class _Converting:
    """Values in containers are converted when they are taken out."""

    configurator = parent = key = None

    def _converted(self, key, value, replaces=True):
        result = self.configurator.convert(value)
        if result is not value:
            if replaces:
                self[key] = result
            if isinstance(result, _Converting):
                result.parent, result.key = self, key
        return result


class ConvertingDict(dict, _Converting):
    def __getitem__(self, key):
        return self._converted(key, dict.__getitem__(self, key))

    def get(self, key, default=None):
        return self._converted(key, dict.get(self, key, default))

    def pop(self, key, default=None):
        return self._converted(key, dict.pop(self, key, default), False)


class ConvertingList(list, _Converting):
    def __getitem__(self, key):
        return self._converted(key, list.__getitem__(self, key))

    def pop(self, idx=-1):
        return self._converted(idx, list.pop(self, idx), False)


class ConvertingTuple(tuple, _Converting):
    def __getitem__(self, key):
        return self._converted(key, tuple.__getitem__(self, key), False)


class BaseConfigurator:
    """Knows how values of a description are written."""

    value_converters = {'ext': 'ext_convert', 'cfg': 'cfg_convert'}
    importer = staticmethod(__import__)

    def __init__(self, config):
        self.config = ConvertingDict(config)
        self.config.configurator = self

    def resolve(self, s):
        """What a dotted name means."""
        try:
            return _found(s)
        except ImportError as e:
            raise ValueError('Cannot resolve %r: %s' % (s, e)) from e

    def ext_convert(self, value):
        return self.resolve(value)

    def cfg_convert(self, value):
        """A place in the description itself: ``handlers.file[0]``."""
        import re
        start = re.match(r'\w+\s*', value)
        if start is None:
            raise ValueError('Unable to convert %r' % value)
        rest = value[start.end():]
        result = self.config[start.group().strip()]
        while rest:
            step = re.match(r'\.\s*(\w+)\s*', rest)
            if step:
                result = result[step.group(1)]
            else:
                step = re.match(r'\[\s*([\w\s]+?)\s*\]\s*', rest)
                if step is None:
                    raise ValueError('Unable to convert %r at %r' % (value, rest))
                key = step.group(1)
                try:
                    result = result[int(key)] if key.isdigit() else result[key]
                except TypeError:
                    result = result[key]
            rest = rest[step.end():]
        return result

    def convert(self, value):
        if not isinstance(value, _Converting):
            if isinstance(value, dict):
                value = ConvertingDict(value)
            elif isinstance(value, list):
                value = ConvertingList(value)
            elif isinstance(value, tuple) and not hasattr(value, '_fields'):
                value = ConvertingTuple(value)
            elif isinstance(value, str):
                prefix, separator, suffix = value.partition('://')
                if separator and prefix in self.value_converters and prefix.isalpha():
                    value = getattr(self, self.value_converters[prefix])(suffix)
                return value
            else:
                return value
        value.configurator = self
        return value

    def configure_custom(self, config):
        """What a factory of the program makes."""
        factory = config.pop('()')
        if not callable(factory):
            factory = self.resolve(factory)
        result = factory(**{k: config[k] for k in config if k != '.' and valid_ident(k)})
        for name, value in (config.pop('.', None) or {}).items():
            setattr(result, name, value)
        return result

    def as_tuple(self, value):
        return tuple(value) if isinstance(value, list) else value


class DictConfigurator(BaseConfigurator):
    """Makes what a dict describes."""

    def configure(self):
        config = self.config
        if 'version' not in config:
            raise ValueError("dictionary doesn't specify a version")
        if config['version'] != 1:
            raise ValueError('Unsupported version: %s' % config['version'])
        with logging._lock:
            if config.pop('incremental', False):
                self._change(config)
            else:
                self._replace(config)

    def _change(self, config):
        handlers = config.get('handlers', {})
        for name in handlers:
            handler = logging._handlers.get(name)
            if handler is None:
                raise ValueError('No handler found with name %r' % name)
            try:
                level = handlers[name].get('level', None)
                if level:
                    handler.setLevel(level)
            except Exception as e:
                raise ValueError('Unable to configure handler %r' % name) from e
        loggers = config.get('loggers', {})
        for name in loggers:
            try:
                self.configure_logger(name, loggers[name], True)
            except Exception as e:
                raise ValueError('Unable to configure logger %r' % name) from e
        self._root(config, True)

    def _root(self, config, incremental):
        root = config.get('root', None)
        if root:
            try:
                self.configure_root(root, incremental)
            except Exception as e:
                raise ValueError('Unable to configure root logger') from e

    def _replace(self, config):
        disables = config.pop('disable_existing_loggers', True)
        _forget_handlers()
        formatters = config.get('formatters', {})
        for name in formatters:
            try:
                formatters[name] = self.configure_formatter(formatters[name])
            except Exception as e:
                raise ValueError('Unable to configure formatter %r' % name) from e
        filters = config.get('filters', {})
        for name in filters:
            try:
                filters[name] = self.configure_filter(filters[name])
            except Exception as e:
                raise ValueError('Unable to configure filter %r' % name) from e
        handlers = config.get('handlers', {})
        deferred = []
        for name in sorted(handlers):
            try:
                handler = self.configure_handler(handlers[name])
                handler.name = name
                handlers[name] = handler
            except Exception as e:
                if 'target not configured yet' not in str(e.__cause__):
                    raise ValueError('Unable to configure handler %r' % name) from e
                deferred.append(name)
        for name in deferred:
            try:
                handler = self.configure_handler(handlers[name])
                handler.name = name
                handlers[name] = handler
            except Exception as e:
                raise ValueError('Unable to configure handler %r' % name) from e
        loggers = config.get('loggers', {})
        _disable_others(list(loggers), disables)
        for name in loggers:
            try:
                self.configure_logger(name, loggers[name])
            except Exception as e:
                raise ValueError('Unable to configure logger %r' % name) from e
        self._root(config, False)

    def configure_formatter(self, config):
        if '()' in config:
            factory = config['()']
            try:
                return self.configure_custom(config)
            except TypeError as e:
                if "'format'" not in str(e):
                    raise
                config['fmt'] = config.pop('format')
                config['()'] = factory
                return self.configure_custom(config)
        kind = config.get('class', None)
        make = _found(kind) if kind else logging.Formatter
        arguments = [config.get('format', None), config.get('datefmt', None), config.get('style', '%')]
        if 'validate' in config:
            arguments.append(config['validate'])
        return make(*arguments)

    def configure_filter(self, config):
        return self.configure_custom(config) if '()' in config else logging.Filter(config.get('name', ''))

    def add_filters(self, filterer, filters):
        for each in filters:
            try:
                filterer.addFilter(each if callable(each) or callable(getattr(each, 'filter', None))
                                   else self.config['filters'][each])
            except Exception as e:
                raise ValueError('Unable to add filter %r' % each) from e

    def configure_handler(self, config):
        whole = dict(config)
        formatter = config.pop('formatter', None)
        if formatter:
            try:
                formatter = self.config['formatters'][formatter]
            except Exception as e:
                raise ValueError('Unable to set formatter %r' % formatter) from e
        level = config.pop('level', None)
        filters = config.pop('filters', None)
        if '()' in config:
            make = config.pop('()')
            make = make if callable(make) else self.resolve(make)
        else:
            make = self.resolve(config.pop('class'))
            if issubclass(make, logging.handlers.MemoryHandler) and 'target' in config:
                try:
                    target = self.config['handlers'][config['target']]
                    if not isinstance(target, logging.Handler):
                        config.update(whole)
                        raise TypeError('target not configured yet')
                    config['target'] = target
                except Exception as e:
                    raise ValueError('Unable to set target handler %r' % config['target']) from e
            elif issubclass(make, getattr(logging.handlers, 'SMTPHandler', ())) and 'mailhost' in config:
                config['mailhost'] = self.as_tuple(config['mailhost'])
            elif issubclass(make, logging.handlers.SysLogHandler) and 'address' in config:
                config['address'] = self.as_tuple(config['address'])
        more = config.pop('.', None)
        arguments = {k: config[k] for k in config if valid_ident(k)}
        try:
            result = make(**arguments)
        except TypeError as e:
            if "'stream'" not in str(e):
                raise
            arguments['strm'] = arguments.pop('stream')
            result = make(**arguments)
        if formatter:
            result.setFormatter(formatter)
        if level is not None:
            result.setLevel(level)
        if filters:
            self.add_filters(result, filters)
        for name, value in (more or {}).items():
            setattr(result, name, value)
        return result

    def add_handlers(self, logger, handlers):
        for name in handlers:
            try:
                logger.addHandler(self.config['handlers'][name])
            except Exception as e:
                raise ValueError('Unable to add handler %r' % name) from e

    def common_logger_config(self, logger, config, incremental=False):
        level = config.get('level', None)
        if level is not None:
            logger.setLevel(level)
        if not incremental:
            for handler in logger.handlers[:]:
                logger.removeHandler(handler)
            handlers = config.get('handlers', None)
            if handlers:
                self.add_handlers(logger, handlers)
            filters = config.get('filters', None)
            if filters:
                self.add_filters(logger, filters)

    def configure_logger(self, name, config, incremental=False):
        logger = logging.getLogger(name)
        self.common_logger_config(logger, config, incremental)
        logger.disabled = False
        propagate = config.get('propagate', None)
        if propagate is not None:
            logger.propagate = propagate

    def configure_root(self, config, incremental=False):
        self.common_logger_config(logging.getLogger(), config, incremental)


dictConfigClass = DictConfigurator


def dictConfig(config):
    """Sets up logging as a dict describes it."""
    dictConfigClass(config).configure()


def _forget_handlers():
    logging._handlers.clear()
    handlers = getattr(logging, '_handler_list', None)
    if handlers is None:
        handlers = logging._handlerList
    logging.shutdown(handlers[:])
    del handlers[:]


def _disable_others(names, disables):
    """Loggers that the description does not know are disabled; those below one it knows are reset."""
    known = logging.root.manager.loggerDict
    for name in sorted(known):
        logger = known[name]
        if name in names or not isinstance(logger, logging.Logger):
            continue
        if any(name.startswith(other + '.') for other in names):
            logger.setLevel(logging.NOTSET)
            logger.handlers = []
            logger.propagate = True
        else:
            logger.disabled = bool(disables)


# ---- files ---------------------------------------------------------------------------------------


def fileConfig(fname, defaults=None, disable_existing_loggers=True, encoding=None):
    """Sets up logging as a file of configparser describes it."""
    import configparser
    import os
    if isinstance(fname, str):
        if not os.path.exists(fname):
            raise FileNotFoundError("%s doesn't exist" % fname)
        if not os.path.getsize(fname):
            raise RuntimeError('%s is an empty file' % fname)
    if isinstance(fname, configparser.RawConfigParser):
        parser = fname
    else:
        try:
            parser = configparser.ConfigParser(defaults)
            if hasattr(fname, 'readline'):
                parser.read_file(fname)
            else:
                parser.read(fname, encoding=encoding)
        except configparser.ParsingError as e:
            raise RuntimeError('%s is invalid: %s' % (fname, e))
    formatters = {name: _formatter(parser['formatter_' + name]) for name in _names(parser['formatters'])}
    with logging._lock:
        _forget_handlers()
        handlers = _handlers_of(parser, formatters)
        _loggers_of(parser, handlers, disable_existing_loggers)


def _names(section):
    return [name.strip() for name in section['keys'].split(',') if name.strip()]


def _formatter(section):
    make = section.get('class')
    make = _found(make) if make else logging.Formatter
    return make(section.get('format', raw=True, fallback=None), section.get('datefmt', raw=True, fallback=None),
                section.get('style', raw=True, fallback='%'))


def _evaluated(text, names):
    return eval(text, names)


def _handlers_of(parser, formatters):
    handlers, targets = {}, []
    for name in _names(parser['handlers']):
        section = parser['handler_' + name]
        make = section['class']
        try:
            make = _evaluated(make, vars(logging))
        except (AttributeError, NameError):
            make = _found(make)
        arguments = _evaluated(section.get('args', '()'), vars(logging))
        keywords = _evaluated(section.get('kwargs', '{}'), vars(logging))
        handler = make(*arguments, **keywords)
        handler.name = name
        if 'level' in section:
            handler.setLevel(section['level'])
        if section.get('formatter', ''):
            handler.setFormatter(formatters[section['formatter']])
        if issubclass(make, logging.handlers.MemoryHandler) and section.get('target', ''):
            targets.append((handler, section['target']))
        handlers[name] = handler
    for handler, target in targets:
        handler.setTarget(handlers[target])
    return handlers


def _loggers_of(parser, handlers, disables):
    names = _names(parser['loggers'])
    names.remove('root')
    root = parser['logger_root']
    _set_up(logging.root, root, handlers)
    known = [parser['logger_' + name]['qualname'] for name in names]
    _disable_others(known, disables)
    for name in names:
        section = parser['logger_' + name]
        logger = logging.getLogger(section['qualname'])
        _set_up(logger, section, handlers)
        logger.propagate = section.getint('propagate', fallback=1)
        logger.disabled = 0


def _set_up(logger, section, handlers):
    if 'level' in section:
        logger.setLevel(section['level'])
    for handler in logger.handlers[:]:
        logger.removeHandler(handler)
    for name in section.get('handlers', '').split(','):
        if name.strip():
            logger.addHandler(handlers[name.strip()])
