"""The class local of module threading."""

from _thread_local import local

__all__ = ['local']
