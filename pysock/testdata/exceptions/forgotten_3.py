# What an exception held is gone once it is handled.
import gc
import weakref


class Thing:
    pass


class Failure(Exception):
    pass


def handled():
    thing = Thing()
    seen = weakref.ref(thing)
    try:
        raise Failure(thing)
    except Failure:
        pass
    del thing
    gc.collect()
    print(seen())


def left():
    thing = Thing()
    seen = weakref.ref(thing)
    for _ in range(1):
        try:
            raise Failure(thing)
        except Failure as e:
            break
    del thing
    gc.collect()
    print(seen())


handled()
left()
