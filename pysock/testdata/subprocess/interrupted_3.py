# Who is interrupted gives a child a moment to end of the same, but doesn't wait for it.
import os
import signal
import subprocess
import threading
import time

command = ['sh', '-c', 'echo; exec sleep 60']


def check(name, f):
    start = time.monotonic()
    try:
        f()
    except KeyboardInterrupt:
        print(name, 'interrupted', time.monotonic() - start < 20)


def leave():
    global p
    with subprocess.Popen(command, stdout=subprocess.PIPE) as p:
        p.stdout.readline()
        raise KeyboardInterrupt


check('with', leave)
print(p.returncode)
p.kill()
print(p.wait())


def interrupted(f):
    """Interrupts the main thread once the child runs."""
    global p
    p = subprocess.Popen(command, stdout=subprocess.PIPE)
    p.stdout.readline()
    timer = threading.Timer(0.05, os.kill, [os.getpid(), signal.SIGINT])
    timer.start()
    try:
        f(p)
    finally:
        timer.join()
        p.kill()


for timeout in None, 30:
    check('wait', lambda: interrupted(lambda p: p.wait(timeout)))
    print(p.wait())
    check('communicate', lambda: interrupted(lambda p: p.communicate(timeout=30)))
    print(p.wait())

# Both get the interrupt.
with_signal = ['sh', '-c', 'trap "exit 7" INT; echo; while :; do sleep 0.01; done']
p = subprocess.Popen(with_signal, stdout=subprocess.PIPE)
p.stdout.readline()
try:
    with p:
        p.send_signal(signal.SIGINT)
        raise KeyboardInterrupt
except KeyboardInterrupt:
    print(p.wait(10))
