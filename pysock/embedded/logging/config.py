"""The configuration of module logging: of a dict."""

import logging
import logging.handlers
import re
import sys

DEFAULT_LOGGING_CONFIG_PORT = 9030

__absent__ = {'fileConfig': 'only dictConfig is here', 'listen': 'only dictConfig is here'}


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
