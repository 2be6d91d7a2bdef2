import os
import signal
import threading


def show(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e)


seen = []
signal.signal(signal.SIGUSR1, lambda sig, frame: seen.append(sig))
print(signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1]))
signal.raise_signal(signal.SIGUSR1)
print(seen, signal.sigpending())
print(signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGUSR1]), seen)
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR1])
signal.raise_signal(signal.SIGUSR1)
show(lambda: signal.sigwait([signal.SIGUSR1]))
os.kill(os.getpid(), signal.SIGUSR1)
info = signal.sigwaitinfo([signal.SIGUSR1])
print(info.si_signo, info.si_pid == os.getpid(), info.si_uid == os.getuid())
show(lambda: signal.sigtimedwait([signal.SIGUSR1], 0.01))
show(lambda: signal.sigtimedwait([signal.SIGUSR1], -1))
threading.Timer(0.02, os.kill, [os.getpid(), signal.SIGUSR1]).start()
show(lambda: signal.sigwait([signal.SIGUSR1]))
show(lambda: signal.pthread_sigmask(99, []))
show(lambda: signal.pthread_sigmask(signal.SIG_BLOCK, [0]))
show(lambda: signal.pthread_kill(threading.get_ident(), 0))
show(lambda: signal.raise_signal(100))
print(repr(signal.SIGINT), signal.Signals(15), repr(signal.SIG_IGN), repr(signal.SIG_BLOCK))
print([signal.strsignal(n) for n in (1, 2, 9, 15)], signal.SIGTERM in signal.valid_signals())
show(lambda: signal.strsignal(0))

r, w = os.pipe()

os.set_blocking(w, False)
signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGUSR1])
print(signal.set_wakeup_fd(w) == -1)
signal.raise_signal(signal.SIGUSR1)
print(os.read(r, 10), signal.set_wakeup_fd(-1) == w)
os.close(r)
os.close(w)
