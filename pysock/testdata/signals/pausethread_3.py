# pause() in a thread waits for a signal that is sent to that thread.
import os, signal, threading
got = []
signal.signal(signal.SIGUSR1, lambda *a: got.append(threading.current_thread().name))
begun = threading.Event()
def wait():
    begun.set()
    signal.pause()
    print('paused no longer')
t = threading.Thread(target=wait)
t.start()
begun.wait()
os.kill(os.getpid(), signal.SIGUSR1)
while not got:
    pass
print(got, t.is_alive())
while t.is_alive():
    signal.pthread_kill(t.ident, signal.SIGUSR1)
    t.join(0.01)
print(set(got))
