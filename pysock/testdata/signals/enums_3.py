import signal, sys
def h(n, f): print('got', n, signal.Signals(n).name, n == signal.SIGUSR1, type(n))
print(signal.signal(signal.SIGUSR1, h))
print(signal.getsignal(signal.SIGUSR1) is h, repr(signal.signal(signal.SIGPIPE, signal.SIG_IGN)))
signal.raise_signal(signal.SIGUSR1)
print(signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR2]))
print(signal.pthread_sigmask(signal.SIG_BLOCK, []))
print(sorted(signal.valid_signals())[:4], list(signal.Signals)[:5], list(signal.Handlers), list(signal.Sigmasks))
print(signal.SIGINT, repr(signal.SIGINT), signal.Signals['SIGINT'], signal.Signals.SIGINT is signal.SIGINT, signal.SIG_DFL)
print(signal.SIGCLD, repr(signal.SIGPOLL), signal.strsignal(signal.SIGINT), signal.Signals.__module__)
print(signal.signal.__module__, signal.alarm.__module__, signal.raise_signal.__module__)
print([n for n in dir(signal) if n[0] != '_'])
import os
fd = os.open('/proc/%d' % os.getpid(), os.O_DIRECTORY)
for f in (fd, os.pidfd_open(os.getpid())):
    try:
        signal.pidfd_send_signal(f, signal.SIGINT)
        print('nothing came')
    except KeyboardInterrupt:
        print('interrupted')
    os.close(f)
