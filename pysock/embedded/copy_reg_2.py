"""How classes say by what their instances are pickled and copied."""

from _copyreg import *

__all__ = ["pickle", "constructor", "add_extension", "remove_extension", "clear_extension_cache"]
