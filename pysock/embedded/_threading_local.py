"""The class local of module threading."""

from _thread_common import local

__all__ = ['local']
