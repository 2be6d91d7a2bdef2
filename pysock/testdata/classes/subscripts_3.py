# Which classes of the library take [].
import collections, functools, itertools, re, weakref, tempfile, logging, types, queue
for c in (collections.deque, collections.defaultdict, collections.OrderedDict, collections.Counter,
          collections.ChainMap, functools.partial, itertools.chain, re.Pattern, re.Match, weakref.ref,
          weakref.WeakKeyDictionary, weakref.WeakValueDictionary, tempfile.SpooledTemporaryFile,
          logging.StreamHandler, logging.LoggerAdapter, types.MappingProxyType, enumerate, queue.Queue):
    print(c[int])


def breadth(first: collections.deque[int], seen: dict[int, list[str]] = {}) -> re.Pattern[str]:
    return breadth.__annotations__


print(breadth(None))
for wrong in int, str, range, itertools.count, itertools.product:
    try:
        wrong[int]
    except TypeError as e:
        print(e)
