"""The scanner of JSON."""

from .decoder import make_scanner

__all__ = ['make_scanner']

