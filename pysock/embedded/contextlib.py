"""Utilities for with-statement contexts."""

__all__ = ["closing"]


class closing(object):
    """Context to close a thing at the end of its block."""

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()
