# What threading.Condition does to an RLock, by hand.
from __future__ import print_function
import threading
r = threading.RLock()
r.acquire()
r.acquire()
state = r._release_save()
print(type(state).__name__, len(state), r._is_owned())
r._acquire_restore(state)
print(r._is_owned())
r.release()
r.release()
try:
    r.release()
except RuntimeError as e:
    print(e)
