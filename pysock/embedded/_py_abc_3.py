"""What CPython has in Python of module abc."""

from abc import ABCMeta, get_cache_token
