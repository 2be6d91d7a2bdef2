"""assertLogs and assertNoLogs."""

import collections
import logging

from .asserts import _RaisesContext

__unittest = True

_LoggingWatcher = collections.namedtuple("_LoggingWatcher", ["records", "output"])


class _CapturingHandler(logging.Handler):
    """Keeps the records that it is given, and their texts."""

    def __init__(self):
        logging.Handler.__init__(self)
        self.watcher = _LoggingWatcher([], [])

    def flush(self):
        pass

    def emit(self, record):
        self.watcher.records.append(record)
        self.watcher.output.append(self.format(record))


class _AssertLogsContext(_RaisesContext):

    LOGGING_FORMAT = "%(levelname)s:%(name)s:%(message)s"

    def __init__(self, test_case, logger_name, level, no_logs):
        _RaisesContext.__init__(self, None, test_case)
        self.logger_name = logger_name
        self.level = logging._nameToLevel.get(level, level) if level else logging.INFO
        self.no_logs = no_logs

    def __enter__(self):
        if isinstance(self.logger_name, logging.Logger):
            logger = self.logger_name
        else:
            logger = logging.getLogger(self.logger_name)
        self.logger = logger
        handler = _CapturingHandler()
        handler.setLevel(self.level)
        handler.setFormatter(logging.Formatter(self.LOGGING_FORMAT))
        self.watcher = handler.watcher
        self.old = logger.handlers[:], logger.level, logger.propagate
        logger.handlers = [handler]
        logger.setLevel(self.level)
        logger.propagate = False
        return None if self.no_logs else handler.watcher

    def __exit__(self, kind, value, tb):
        handlers, level, self.logger.propagate = self.old
        self.logger.handlers = handlers
        self.logger.setLevel(level)
        if kind is not None:
            return False
        records = self.watcher.records
        if self.no_logs:
            if records:
                self._raiseFailure("Unexpected logs found: %r" % (self.watcher.output,))
        elif not records:
            self._raiseFailure("no logs of level %s or higher triggered on %s"
                               % (logging.getLevelName(self.level), self.logger.name))
