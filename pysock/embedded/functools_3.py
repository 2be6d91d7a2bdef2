"""Tools for functions."""

__all__ = ['update_wrapper', 'wraps', 'WRAPPER_ASSIGNMENTS', 'WRAPPER_UPDATES',
           'total_ordering', 'cache', 'cmp_to_key', 'lru_cache', 'reduce',
           'partial', 'partialmethod', 'singledispatch', 'singledispatchmethod',
           'cached_property']

from _functools import partial, reduce, cmp_to_key, _lru_cache_wrapper
from _thread import RLock

__parts__ = {
    'collections': 'namedtuple',
    '_functools_dispatch': 'singledispatch singledispatchmethod _find_impl _compose_mro _c3_mro get_cache_token',
    '_functools_classes': 'total_ordering partialmethod cached_property '
                          '_lt_from_gt _lt_from_le _lt_from_ge _gt_from_lt _gt_from_le _gt_from_ge '
                          '_le_from_lt _le_from_gt _le_from_ge _ge_from_lt _ge_from_gt _ge_from_le',
}

WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__',
                       '__annotations__')
WRAPPER_UPDATES = ('__dict__',)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS,
                   updated=WRAPPER_UPDATES):
    """Make a wrapper look like the function it wraps."""
    for name in assigned:
        value = getattr(wrapped, name, assigned)
        if value is not assigned:  # which no attribute is
            setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Return a decorator that calls update_wrapper with these arguments."""
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


def _unwrap_partial(func):
    while isinstance(func, partial):
        func = func.func
    return func


def _CacheInfo(*args):
    global _CacheInfo
    from collections import namedtuple
    _CacheInfo = namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"])
    return _CacheInfo(*args)


def lru_cache(maxsize=128, typed=False):
    """Return a decorator that keeps what a function returned last."""
    if isinstance(maxsize, int):
        if maxsize < 0:
            maxsize = 0
    elif callable(maxsize) and isinstance(typed, bool):
        # the decorator itself, without arguments
        function, maxsize = maxsize, 128
        return _cached(function, maxsize, typed)
    elif maxsize is not None:
        raise TypeError('Expected first argument to be an integer, a callable, or None')

    def decorating_function(user_function):
        return _cached(user_function, maxsize, typed)

    return decorating_function


def _cached(function, maxsize, typed):
    wrapper = _lru_cache_wrapper(function, maxsize, typed, lambda *args: _CacheInfo(*args))
    wrapper.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}
    return update_wrapper(wrapper, function)


def cache(user_function, /):
    """Keep all that a function returned."""
    return lru_cache(maxsize=None)(user_function)
