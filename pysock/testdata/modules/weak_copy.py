# What a weak dict holds weakly, a deep copy shares; the rest it copies.
import copy, weakref

class C(object):
    pass

def attempt(d, what):
    for new in copy.copy(d), copy.deepcopy(d):
        (k, v), = new.items()
        (k0, v0), = d.items()
        print("%s %s %s %s" % (what, type(new) is type(d), k is k0, v is v0))
        assert new is not d

held = C(), C()
attempt(weakref.WeakValueDictionary({held[0]: held[1]}), "values")
attempt(weakref.WeakKeyDictionary({held[0]: held[1]}), "keys")
attempt(weakref.WeakKeyDictionary({held[0]: [held]}), "keys")
