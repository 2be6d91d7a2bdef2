//go:build unix

package pysock_test

import (
	"bytes"
	"os"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"example.com/pysock/pysock"
	"example.com/pysock/pysock/syntax"
)

// runThreads runs a script in both dialects, and returns what it printed. The
// test fails if it takes too long.
func runThreads(t *testing.T, script string, during func(r *pysock.Runtime)) (out2, out3 string) {
	t.Helper()
	leavesNothing(t)
	run := func(d syntax.Dialect) string {
		var out lockedBuffer
		r := pysock.New(pysock.Config{Dialect: d, Stdout: &out, Stderr: &out})
		done := make(chan struct{})
		go func() {
			defer close(done)
			r.Report(r.RunSource("<string>", []byte(script)))
		}()
		if during != nil {
			during(r)
		}
		select {
		case <-done:
		case <-time.After(60 * time.Second):
			t.Fatalf("still running; it printed:\n%s", out.String())
		}
		return out.String()
	}
	return run(syntax.Python2), run(syntax.Python3)
}

// A lockedBuffer is written to by a script, and looked at meanwhile.
type lockedBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (b *lockedBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.Write(p)
}

func (b *lockedBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.String()
}

func wantBoth(t *testing.T, script, want string) {
	t.Helper()
	out2, out3 := runThreads(t, script, nil)
	if out2 != want {
		t.Errorf("Python 2 printed %q, want %q", out2, want)
	}
	if out3 != want {
		t.Errorf("Python 3 printed %q, want %q", out3, want)
	}
}

func TestThreadsThatEndAtOnce(t *testing.T) {
	wantBoth(t, `
import threading
gate = threading.Event()
done = []
def wait():
    gate.wait()
    done.append(1)
threads = [threading.Thread(target=wait) for _ in range(1000)]
for t in threads: t.start()
gate.set()
for t in threads: t.join()
print("%d %d" % (len(done), threading.active_count()))
`, "1000 1\n")
}

func TestThreadsLoseNothing(t *testing.T) {
	wantBoth(t, `
import threading
shared, counts, lock, rlock = [], {"n": 0}, threading.Lock(), threading.RLock()
def pairs(n):
    for i in range(n):
        yield i, threading.current_thread()
def work():
    me = threading.current_thread()
    for i, who in pairs(1500):
        assert who is me
        shared.append(i)
        with lock:
            with rlock:
                counts["n"] += 1
threads = [threading.Thread(target=work) for _ in range(8)]
for t in threads: t.start()
for t in threads: t.join()
print("%d %d" % (len(shared), counts["n"]))
`, "12000 12000\n")
}

func TestProducersAndConsumers(t *testing.T) {
	wantBoth(t, `
import threading
try: import queue
except ImportError: import Queue as queue
q, out, lock = queue.Queue(5), [], threading.Lock()
def produce(base):
    for i in range(300): q.put(base + i)
def consume():
    while True:
        x = q.get()
        if x is None: return
        with lock: out.append(x)
ps = [threading.Thread(target=produce, args=(1000 * i,)) for i in range(5)]
cs = [threading.Thread(target=consume) for _ in range(5)]
for t in ps + cs: t.start()
for t in ps: t.join()
for _ in cs: q.put(None)
for t in cs: t.join()
print("%d %d" % (len(out), len(set(out))))
`, "1500 1500\n")
}

// TestNobodyStarves has threads that only compute and one that waits for short
// times: each gets its turns.
func TestNobodyStarves(t *testing.T) {
	wantBoth(t, `
import threading, time
stop, turns, locked = [], [0] * 4, threading.Lock()
def spin(i):
    while not stop: turns[i] += 1
def greedy():
    while not stop:
        with locked: pass
threads = [threading.Thread(target=spin, args=(i,)) for i in range(4)] + [threading.Thread(target=greedy)]
for t in threads: t.start()
for _ in range(20):
    time.sleep(0.001)
    with locked: pass
stop.append(1)
for t in threads: t.join()
print(min(turns) > 0)
`, "True\n")
}

// waits are scripts that wait; "ready" is printed before.
var waits = []struct{ name, script string }{
	{"lock", "import threading\nl = threading.Lock()\nl.acquire()\nready()\nl.acquire()"},
	{"rlock", "import threading\nl = threading.RLock()\nt = threading.Thread(target=l.acquire)\nt.start()\nt.join()\nready()\nl.acquire()"},
	{"condition", "import threading\nc = threading.Condition()\nready()\nwith c: c.wait()"},
	{"event", "import threading\ne = threading.Event()\nready()\ne.wait()"},
	{"event with a timeout", "import threading\ne = threading.Event()\nready()\ne.wait(1000)"},
	{"semaphore", "import threading\ns = threading.Semaphore(0)\nready()\ns.acquire()"},
	{"join", "import threading, time\nt = threading.Thread(target=time.sleep, args=(1000,))\nt.daemon = True\nt.start()\nready()\nt.join()"},
	{"queue", "try: import queue\nexcept ImportError: import Queue as queue\nready()\nqueue.Queue().get()"},
	{"sleep", "import time\nready()\ntime.sleep(1000)"},
	{"pause", "import signal\nready()\nsignal.pause()"},
	{"accept", "import socket\ns = socket.socket()\ns.bind(('127.0.0.1', 0))\ns.listen(1)\nready()\ns.accept()"},
	{"recv", "import socket\na, b = socket.socketpair()\nready()\na.recv(1)"},
	{"recv with a timeout", "import socket\na, b = socket.socketpair()\na.settimeout(1000)\nready()\na.recv(1)"},
	{"select", "import select, socket\na, b = socket.socketpair()\nready()\nselect.select([a], [], [])"},
	{"select with a timeout", "import select, socket\na, b = socket.socketpair()\nready()\nselect.select([a], [], [], 1000)"},
	{"poll", "import select, socket\na, b = socket.socketpair()\np = select.poll()\np.register(a, select.POLLIN)\nready()\np.poll()"},
	{"epoll", "import select, socket\na, b = socket.socketpair()\np = select.epoll()\np.register(a.fileno(), select.EPOLLIN)\nready()\np.poll()"},
	{"connect", "import socket\ns = socket.socket()\ns.bind(('127.0.0.1', 0))\ns.listen(0)\nfull = []\n" +
		"for i in range(4):\n    c = socket.socket()\n    c.setblocking(False)\n    c.connect_ex(s.getsockname())\n    full.append(c)\n" +
		"c = socket.socket()\nready()\nc.connect(s.getsockname())"},
	{"recvfrom", "import socket\ns = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\ns.bind(('127.0.0.1', 0))\nready()\ns.recvfrom(1)"},
	{"sendall", "import socket\na, b = socket.socketpair()\nready()\na.sendall(b'x' * 10000000)"},
	{"readline", "import socket\ns = socket.socket()\ns.bind(('127.0.0.1', 0))\ns.listen(1)\nc = socket.create_connection(s.getsockname())\nf = c.makefile('rb')\nready()\nf.readline()"},
	{"queue with a timeout", "try: import queue\nexcept ImportError: import Queue as queue\nready()\nqueue.Queue().get(True, 1000)"},
	{"full queue", "try: import queue\nexcept ImportError: import Queue as queue\nq = queue.Queue(1)\nq.put(1)\nready()\nq.put(2)"},
	{"process", "import subprocess\np = subprocess.Popen(['sleep', '1000'])\nready()\ntry: p.wait()\nfinally: p.kill()"},
	{"read", "import os\nr, w = os.pipe()\nready()\ntry: os.read(r, 1)\nfinally: [os.close(fd) for fd in (r, w)]"},
	{"input", "try: input = raw_input\nexcept NameError: pass\nready()\ninput()"},
	{"TLS handshake", "import socket, ssl\na, b = socket.socketpair()\nc = ssl._create_unverified_context()\nready()\nc.wrap_socket(a)"},
	{"poll with a timeout", "import select, socket\na, b = socket.socketpair()\np = select.poll()\np.register(a, select.POLLIN)\nready()\np.poll(1000000)"},
	{"timer", "import threading\nt = threading.Timer(1000, ready)\nt.daemon = True\nt.start()\nready()\nt.join()"},
	{"finalizer", "import socket\nclass C(object):\n    def __del__(self): pass\na, b = socket.socketpair()\nC()\nready()\na.recv(1)"},
	{"loop", "ready()\nwhile True: pass"},
	{"generator", "import time\ndef g():\n    ready()\n    time.sleep(1000)\n    yield 1\nfor x in g(): pass"},
}

// TestInterruptWaits presses Ctrl-C at each kind of wait.
func TestInterruptWaits(t *testing.T) {
	leavesNothing(t)
	for _, w := range waits {
		for _, d := range []syntax.Dialect{syntax.Python2, syntax.Python3} {
			t.Run(w.name+" "+d.String(), func(t *testing.T) {
				t.Parallel()
				var body strings.Builder
				for line := range strings.Lines(w.script) {
					body.WriteString("    " + line)
				}
				script := "import sys\ndef ready():\n    sys.stdout.write('ready\\n')\n    sys.stdout.flush()\n" +
					"try:\n" + body.String() + "\nexcept KeyboardInterrupt:\n    sys.stdout.write('interrupted\\n')\n"
				var out, errs lockedBuffer
				in, typing, err := os.Pipe()
				if err != nil {
					t.Fatal(err)
				}
				defer in.Close()
				defer typing.Close()
				r := pysock.New(pysock.Config{Dialect: d, Stdin: in, Stdout: &out, Stderr: &errs})
				done := make(chan struct{})
				go func() {
					defer close(done)
					r.Report(r.RunSource("<string>", []byte(script)))
				}()
				late := time.After(30 * time.Second)
				for !strings.Contains(out.String(), "ready") {
					select {
					case <-done:
						t.Fatalf("it ended: %s%s", out.String(), errs.String())
					case <-late:
						t.Fatal("it never was ready")
					case <-time.After(time.Millisecond):
					}
				}
				r.Interrupt()
				select {
				case <-done:
				case <-late:
					t.Fatal("still waiting")
				}
				if got := out.String(); got != "ready\ninterrupted\n" {
					t.Errorf("it printed %q, %s", got, errs.String())
				}
			})
		}
	}
}

// TestSignalStorm sends many signals during a long wait, which goes on.
func TestSignalStorm(t *testing.T) {
	_, out := runThreads(t, `
import os, signal, socket, sys, threading
if sys.version_info[0] == 3:
    seen = []
    signal.signal(signal.SIGUSR1, lambda sig, frame: seen.append(sig))
    a, b = socket.socketpair()
    def storm():
        for i in range(1000):
            if i % 2:
                signal.raise_signal(signal.SIGUSR1)
            else:
                os.kill(os.getpid(), signal.SIGUSR1)
        b.sendall(b"end")
    t = threading.Thread(target=storm)
    t.start()
    data = a.recv(10)
    t.join()
    print(data, len(seen) > 0)
    signal.signal(signal.SIGUSR1, signal.SIG_DFL)
`, nil)
	if want := "b'end' True\n"; out != want {
		t.Errorf("it printed %q, want %q", out, want)
	}
}

// TestManyEndAtOnce has a thousand threads end at the same moment, some of them
// while they wait for data that comes together with the rest.
func TestManyEndAtOnce(t *testing.T) {
	wantBoth(t, `
import socket, threading
gate, ended, lock = threading.Event(), [], threading.Lock()
started = threading.Semaphore(0)
a, b = socket.socketpair()
def wait(i):
    started.release()
    if i % 10 == 0:
        a.recv(1)
    else:
        gate.wait()
    with lock: ended.append(i)
threads = [threading.Thread(target=wait, args=(i,)) for i in range(1000)]
for t in threads: t.start()
for t in threads: started.acquire()
print(threading.active_count())
b.sendall(b"x" * 100)
gate.set()
for t in threads: t.join()
print("%d %d" % (len(set(ended)), threading.active_count()))
`, "1001\n1000 1\n")
}

// TestDeadlockIsTold has all threads wait for each other.
func TestDeadlockIsTold(t *testing.T) {
	var out lockedBuffer
	script := "import threading\na = threading.Lock()\nb = threading.Lock()\na.acquire()\n" +
		"def other():\n    b.acquire()\n    a.acquire()\n" +
		"t = threading.Thread(target=other)\nt.daemon = True\nt.start()\nwhile not b.locked(): pass\nb.acquire()\n"
	r := pysock.New(pysock.Config{Dialect: syntax.Python3, Stdout: &out, Stderr: &out})
	done := make(chan struct{})
	go func() {
		defer close(done)
		r.Report(r.RunSource("<string>", []byte(script)))
	}()
	late := time.After(30 * time.Second)
	for strings.Count(out.String(), "waits for") < 2 {
		select {
		case <-late:
			t.Fatalf("nothing is told: %s", out.String())
		case <-time.After(time.Millisecond):
		}
	}
	r.Interrupt()
	<-done
	for _, want := range []string{"MainThread waits for <locked _thread.lock", "which Thread-1 (other) has", "in other\n", "KeyboardInterrupt"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is missing in:\n%s", want, out.String())
		}
	}
}

// TestRealSignals handles a signal that the system delivers.
func TestRealSignals(t *testing.T) {
	var out lockedBuffer
	script := "import signal, sys, time\ndef h(sig, frame):\n    global got\n    got = True\ngot = False\n" +
		"signal.signal(signal.SIGUSR2, h)\nprint('ready')\nsys.stdout.flush()\nwhile not got: time.sleep(0.01)\nprint('got')\n"
	r := pysock.New(pysock.Config{Dialect: syntax.Python3, Stdout: &out, Stderr: &out})
	done := make(chan struct{})
	go func() {
		defer close(done)
		r.Report(r.RunSource("<string>", []byte(script)))
	}()
	late := time.After(30 * time.Second)
	for !strings.Contains(out.String(), "ready") {
		select {
		case <-late:
			t.Fatalf("not ready: %s", out.String())
		case <-time.After(time.Millisecond):
		}
	}
	self, _ := os.FindProcess(os.Getpid())
	if err := self.Signal(syscall.SIGUSR2); err != nil {
		t.Fatal(err)
	}
	select {
	case <-done:
	case <-late:
		t.Fatal("it doesn't come")
	}
	if !strings.HasSuffix(out.String(), "got\n") {
		t.Error(out.String())
	}
}
