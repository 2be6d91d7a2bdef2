"""The errors that configparser and Python 2's ConfigParser share."""

import sys

_py3 = sys.version_info[0] == 3
__name__ = 'configparser' if _py3 else 'ConfigParser'


class Error(Exception):
    """What all errors here are."""

    def __init__(self, msg=""):
        self.message = msg
        Exception.__init__(self, msg)

    if not _py3:  # which warns of an exception's own message
        message = property(lambda self: self._message, lambda self, value: setattr(self, "_message", value))

    def __repr__(self):
        return self.message

    __str__ = __repr__


class NoSectionError(Error):
    """There is no such section."""

    def __init__(self, section):
        Error.__init__(self, "No section: %r" % (section,))
        self.section = section
        self.args = (section,)


class NoOptionError(Error):
    """A section has no such option."""

    def __init__(self, option, section):
        Error.__init__(self, "No option %r in section: %r" % (option, section))
        self.option, self.section = option, section
        self.args = (option, section)


class InterpolationError(Error):
    """A value can't be completed."""

    def __init__(self, option, section, msg):
        Error.__init__(self, msg)
        self.option, self.section = option, section
        self.args = (option, section, msg)


class InterpolationSyntaxError(InterpolationError):
    """A value isn't written as it has to be."""
