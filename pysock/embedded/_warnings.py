"""What of warnings CPython has written in C."""

from warnings import _defaultaction, _filters_mutated, _onceregistry, filters, warn, warn_explicit
