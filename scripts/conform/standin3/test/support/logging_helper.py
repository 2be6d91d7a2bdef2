"""A handler that keeps what is logged."""

from logging.handlers import BufferingHandler


class TestHandler(BufferingHandler):
    def __init__(self, matcher):
        BufferingHandler.__init__(self, 0)
        self.matcher = matcher

    def shouldFlush(self):
        return False

    def emit(self, record):
        self.format(record)
        self.buffer.append(vars(record))

    def matches(self, **kwargs):
        return any(self.matcher.matches(d, **kwargs) for d in self.buffer)
