# Weak dicts and sets are collections, whichever module comes first.
import weakref
import collections.abc
print(isinstance(weakref.WeakValueDictionary(), collections.abc.MutableMapping), isinstance(weakref.WeakKeyDictionary(), collections.abc.Mapping), isinstance(weakref.WeakSet(), collections.abc.Set), isinstance(weakref.WeakSet(), collections.abc.MutableSet))
match weakref.WeakValueDictionary():
    case {}: print('m')
