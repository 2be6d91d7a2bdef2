"""What string.Formatter takes format strings apart with."""

from _string_classes import _parse, _split

__all__ = ['formatter_parser', 'formatter_field_name_split']


def formatter_parser(string):
    """Split a format string: (literal, field, spec, conversion) each."""
    if not isinstance(string, str):
        raise TypeError('expected str, got ' + type(string).__name__)
    return _parse(string)


def formatter_field_name_split(string):
    """Split the name of a field: its beginning, and (is attribute, name) for the others."""
    if not isinstance(string, str):
        raise TypeError('expected str, got ' + type(string).__name__)
    return _split(string)
