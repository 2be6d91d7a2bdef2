"""The configuration of module logging: of a dict, or of a file."""

import logging
import logging.handlers
import re
import sys

DEFAULT_LOGGING_CONFIG_PORT = 9030

__absent__ = {'listen': 'only dictConfig and fileConfig are here'}


def _resolve(name):
    """The object of a dotted name."""
    parts = name.split('.')
    found = __import__(parts[0])
    used = parts[0]
    for part in parts[1:]:
        used += '.' + part
        try:
            found = getattr(found, part)
        except AttributeError:
            __import__(used)
            found = getattr(found, part)
    return found


class DictConfigurator(object):
    """It sets up loggers, handlers, filters and formatters as a dict says."""

    def __init__(self, config):
        self.config = config

    def convert(self, value):
        """What ext://name and cfg://path stand for."""
        if isinstance(value, dict):
            return dict((k, self.convert(v)) for k, v in value.items())
        if isinstance(value, (list, tuple)):
            if hasattr(value, '_make'):
                return type(value)._make(self.convert(v) for v in value)
            return type(value)(self.convert(v) for v in value)
        if isinstance(value, str):
            if value.startswith('ext://'):
                return _resolve(value[6:])
            if value.startswith('cfg://'):
                found = self.config
                for part in re.findall(r'\w+', value[6:]):
                    found = found[int(part) if isinstance(found, (list, tuple)) else part]
                return self.convert(found)
        return value

    def _custom(self, config):
        config = dict(config)
        factory = config.pop('()')
        if not callable(factory):
            factory = _resolve(factory)
        props = config.pop('.', None)
        result = factory(**self.convert(config))
        for name, value in (props or {}).items():
            setattr(result, name, value)
        return result

    def formatter(self, config):
        if '()' in config:
            try:
                return self._custom(config)
            except TypeError as e:
                if "'format'" not in str(e):
                    raise
            config = dict(config)  # it may take fmt, as logging.Formatter does
            config['fmt'] = config.pop('format')
            return self._custom(config)
        cls = _resolve(config['class']) if config.get('class') else logging.Formatter
        return cls(config.get('format'), config.get('datefmt'), config.get('style', '%'))

    def filter(self, config):
        if '()' in config:
            return self._custom(config)
        return logging.Filter(config.get('name', ''))

    def add_filters(self, filterer, names):
        for name in names:
            try:
                filterer.addFilter(self.filters[name] if isinstance(name, str) else name)
            except Exception:
                raise ValueError('Unable to add filter %r' % name)

    def handler(self, config):
        config = dict(config)
        formatter = config.pop('formatter', None)
        level = config.pop('level', None)
        filters = config.pop('filters', None)
        if '()' in config:
            result = self._custom(config)
        else:
            cls = _resolve(config.pop('class'))
            props = config.pop('.', None)
            config = self.convert(config)
            if 'target' in config and isinstance(config['target'], str):
                config['target'] = self.handlers[config['target']]
            result = cls(**config)
            for name, value in (props or {}).items():
                setattr(result, name, value)
        if formatter:
            try:
                result.setFormatter(self.formatters[formatter])
            except KeyError:
                raise ValueError('Unable to set formatter %r' % formatter)
        if level is not None:
            result.setLevel(logging._checkLevel(level))
        if filters:
            self.add_filters(result, filters)
        return result

    def logger(self, logger, config, incremental=False):
        level = config.get('level')
        if level is not None:
            logger.setLevel(logging._checkLevel(level))
        if incremental:
            return
        for h in logger.handlers[:]:
            logger.removeHandler(h)
        for name in config.get('handlers') or ():
            try:
                logger.addHandler(self.handlers[name])
            except KeyError:
                raise ValueError('Unable to add handler %r' % name)
        if config.get('filters'):
            self.add_filters(logger, config['filters'])

    def configure(self):
        config = self.config
        if 'version' not in config:
            raise ValueError("dictionary doesn't specify a version")
        if config['version'] != 1:
            raise ValueError('Unsupported version: %s' % config['version'])
        incremental = config.get('incremental', False)
        logging._acquireLock()
        try:
            self.formatters, self.filters, self.handlers = {}, {}, {}
            if not incremental:
                for kind, make in (('formatters', self.formatter), ('filters', self.filter)):
                    for name, c in config.get(kind, {}).items():
                        try:
                            getattr(self, kind)[name] = make(self.convert(c) if '()' not in c else c)
                        except Exception as e:
                            raise ValueError('Unable to configure %s %r: %s' % (kind[:-1], name, e))
                todo = sorted(config.get('handlers', {}).items(), key=lambda item: 'target' in item[1])
                for name, c in todo:
                    try:
                        h = self.handler(c)
                        h.name = name
                        self.handlers[name] = h
                    except Exception as e:
                        raise ValueError('Unable to configure handler %r: %s' % (name, e))
                there = [n for n, v in logging.root.manager.loggerDict.items() if isinstance(v, logging.Logger)]
                wanted = config.get('loggers', {})
                for name in there:
                    if name not in wanted and not any(name.startswith(w + '.') for w in wanted):
                        logging.getLogger(name).disabled = config.get('disable_existing_loggers', True)
            for name, c in config.get('loggers', {}).items():
                logger = logging.getLogger(name)
                try:
                    self.logger(logger, c, incremental)
                except Exception as e:
                    raise ValueError('Unable to configure logger %r: %s' % (name, e))
                logger.disabled = False
                if c.get('propagate') is not None:
                    logger.propagate = c['propagate']
            if config.get('root'):
                self.logger(logging.root, config['root'], incremental)
        finally:
            logging._releaseLock()


dictConfigClass = DictConfigurator


def dictConfig(config):
    """Set up logging as a dict says."""
    dictConfigClass(config).configure()


# ---- files

def fileConfig(fname, defaults=None, disable_existing_loggers=True, encoding=None):
    """Set up logging as a file of module configparser says: fname is its name,
    itself, or what has read it. [loggers], [handlers] and [formatters] list
    keys; what each is stands in [logger_KEY], [handler_KEY], [formatter_KEY]."""
    cp = _read_file(fname, defaults, encoding)
    formatters = dict((key, _file_formatter(cp, 'formatter_' + key)) for key in _keys(cp, 'formatters', 'keys'))
    logging._acquireLock()
    try:
        _clear_handlers()
        handlers = _file_handlers(cp, formatters)
        _file_loggers(cp, handlers, disable_existing_loggers)
    finally:
        logging._releaseLock()


def _read_file(fname, defaults, encoding):
    if sys.version_info[0] == 2:
        import ConfigParser as configparser
    else:
        import configparser
        if isinstance(fname, configparser.RawConfigParser):
            return fname
    cp = configparser.ConfigParser(defaults)
    if hasattr(fname, 'readline'):
        (cp.readfp if sys.version_info[0] == 2 else cp.read_file)(fname)
    elif sys.version_info[0] == 2:
        cp.read(fname)
    else:
        import io
        cp.read(fname, encoding=io.text_encoding(encoding))
    return cp


def _section(cp, section):
    """KeyError where there is no such section, as asking Python 3's parser for
    it is; in Python 2 asking for an option says NoSectionError."""
    if sys.version_info[0] > 2 and section not in cp:
        raise KeyError(section)


def _option(cp, section, option, default=None, raw=False):
    _section(cp, section)
    if not cp.has_option(section, option):
        return default
    return cp.get(section, option, raw=True) if raw else cp.get(section, option)


def _keys(cp, section, option):
    _section(cp, section)
    return [k.strip() for k in cp.get(section, option).split(',') if k.strip()]


def _file_formatter(cp, section):
    kind = _resolve(_option(cp, section, 'class')) if _option(cp, section, 'class') else logging.Formatter
    fmt, datefmt = _option(cp, section, 'format', raw=True), _option(cp, section, 'datefmt', raw=True)
    if sys.version_info[0] == 2:
        return kind(fmt, datefmt)
    return kind(fmt, datefmt, _option(cp, section, 'style', '%', raw=True))


def _file_handlers(cp, formatters):
    made, targets = {}, []
    for key in _keys(cp, 'handlers', 'keys'):
        section = 'handler_' + key
        _section(cp, section)
        name, names = cp.get(section, 'class'), vars(logging)
        try:
            kind = eval(name, names)
        except (AttributeError, NameError):
            kind = _resolve(name)
        args = eval(_option(cp, section, 'args', '()'), names)
        kwargs = eval(_option(cp, section, 'kwargs', '{}'), names)
        handler = made[key] = kind(*args, **kwargs)
        if sys.version_info[0] > 2:
            handler.name = key
        if _option(cp, section, 'level'):
            handler.setLevel(cp.get(section, 'level'))
        if _option(cp, section, 'formatter'):
            handler.setFormatter(formatters[cp.get(section, 'formatter')])
        if issubclass(kind, logging.handlers.MemoryHandler) and _option(cp, section, 'target'):
            targets.append((handler, cp.get(section, 'target')))
    for handler, target in targets:
        handler.setTarget(made[target])
    return made


def _file_loggers(cp, handlers, disable):
    keys = _keys(cp, 'loggers', 'keys')
    keys.remove('root')
    _file_logger(cp, 'logger_root', logging.root, handlers)
    there = set(n for n, v in logging.root.manager.loggerDict.items() if isinstance(v, logging.Logger))
    named = []
    for key in keys:
        section = 'logger_' + key
        _section(cp, section)
        name = cp.get(section, 'qualname')
        logger = logging.getLogger(name)
        logger.propagate = int(_option(cp, section, 'propagate', 1))
        logger.disabled = False if sys.version_info[0] > 2 else 0
        _file_logger(cp, section, logger, handlers)
        named.append(name)
    for name in there.difference(named):
        logger = logging.getLogger(name)
        if any(name.startswith(n + '.') for n in named):
            logger.setLevel(logging.NOTSET)
            logger.handlers = []
            logger.propagate = True
        else:
            logger.disabled = disable


def _file_logger(cp, section, logger, handlers):
    if _option(cp, section, 'level'):
        logger.setLevel(cp.get(section, 'level'))
    for handler in list(logger.handlers):
        logger.removeHandler(handler)
    for key in _keys(cp, section, 'handlers') if _option(cp, section, 'handlers') else ():
        logger.addHandler(handlers[key])


def _clear_handlers():
    """Forget all handlers that there are."""
    logging._handlers.clear()
    logging.shutdown(logging._handlerList[:])
    del logging._handlerList[:]
