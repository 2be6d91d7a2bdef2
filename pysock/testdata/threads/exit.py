# At exit the interpreter waits for the threads that are no daemons, and then
# calls what atexit was told.
from __future__ import print_function
import atexit, threading, time


def late():
    time.sleep(0.05)
    print('late', later())


def later():
    return 'and later'


def forever():
    while True:
        time.sleep(100)


atexit.register(print, 'at exit', 'last')
atexit.register(print, 'at exit', 'first')
threading.Thread(target=late).start()
t = threading.Thread(target=forever)
t.daemon = True
t.start()
print('end of the script')
