//go:build unix

package pysock_test

import (
	"fmt"
	"os"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"example.com/pysock/pysock"
	"example.com/pysock/pysock/netfd"
	"example.com/pysock/pysock/syntax"
)

// What is left behind: goroutines and descriptors that were not there before, but
// for the few that packages keep for the process.

// A presence is what there is at some time, by name.
type presence map[string]string

// processWide are the functions of goroutines that the process keeps.
var processWide = []string{"os/signal.loop", "netfd.(*sharedPoller)", "created by testing."}

var goroutine = regexp.MustCompile(`^goroutine \d+ `)

// present looks what there is now.
func present() presence {
	if r, w, err := os.Pipe(); err == nil { // so that Go's poller is there, in the first look too
		r.Close()
		w.Close()
	}
	p := presence{}
	stacks := make([]byte, 1<<20)
	stacks = stacks[:runtime.Stack(stacks, true)]
	_, others, _ := strings.Cut(string(stacks), "\n\n") // the first one is this
next:
	for _, stack := range strings.Split(others, "\n\n") {
		for _, f := range processWide {
			if strings.Contains(stack, f) {
				continue next
			}
		}
		p[goroutine.FindString(stack)] = stack
	}
	kept := map[int]bool{}
	for _, fd := range netfd.Kept() {
		kept[fd] = true
	}
	names, _ := os.ReadDir("/proc/self/fd")
	for _, name := range names {
		fd, _ := strconv.Atoi(name.Name())
		what, err := os.Readlink("/proc/self/fd/" + name.Name())
		if err == nil && !kept[fd] && what != fmt.Sprintf("/proc/%d/fd", os.Getpid()) {
			p["descriptor "+name.Name()+" "] = what
		}
	}
	return p
}

// left returns what has come since, and hasn't gone within a moment.
func (before presence) left() string {
	var b strings.Builder
	for range 200 {
		b.Reset()
		for name, what := range present() {
			if _, was := before[name]; !was {
				fmt.Fprintf(&b, "%s: %s\n", name, what)
			}
		}
		if b.Len() == 0 {
			break
		}
		runtime.Gosched()
		time.Sleep(5 * time.Millisecond)
	}
	return b.String()
}

// leavesNothing fails the test if it leaves something behind. Tests that use it
// don't run beside others.
func leavesNothing(t testing.TB) {
	before := present()
	t.Cleanup(func() {
		if left := before.left(); left != "" {
			t.Errorf("left behind:\n%s", left)
		}
	})
}

// littering leaves one thing of each kind behind.
const littering = `
import os, select, signal, socket, sys, threading, time, weakref
try: import queue
except ImportError: import Queue as queue
class Dies(object):
    def __del__(self): Dies()
    def method(self): pass
class Watched(object): pass
def steps():
    try:
        for i in range(10): yield i
    finally: [x for x in range(3)]
def stubborn():
    while True:
        try: yield 1
        except GeneratorExit: pass
def attributed(): pass
attributed.it = attributed
suspended = [steps() for _ in range(5)]
for g in suspended: next(g)
lost = steps(); next(lost); lost = None
if STUBBORN:
    s = stubborn(); next(s)
dies, watched = Dies(), Watched()
ref, weak, method = weakref.ref(watched), weakref.WeakValueDictionary(), dies.method
weak[1] = watched
l = socket.socket(); l.bind(('127.0.0.1', 0)); l.listen(5)
c = socket.create_connection(l.getsockname()); d, _ = l.accept()
held = c.makefile('w'); held.write('held back'); c.close()
reads = d.makefile('r')
a, b = socket.socketpair()
f = open(os.devnull, 'w'); f.write('held back')
raw = open(os.devnull, 'rb', 0)
class Mine(type(raw)): pass
mine = raw and sys.version_info[0] > 2 and Mine(os.devnull)
poll, epoll = select.poll(), getattr(select, 'epoll', select.poll)()
signal.signal(signal.SIGUSR1, lambda *_: None)
signal.setitimer(signal.ITIMER_REAL, 1000, 1000)
def daemon(f, *args):
    t = threading.Thread(target=f, args=args)
    t.daemon = True
    t.start()
    return t
lock, flag, q = threading.Lock(), threading.Event(), queue.Queue()
lock.acquire()
def loop():
    while True: time.sleep(0.001)
def through():
    for x in (y for y in iter(q.get, 1)): pass
threads = [daemon(f, *args) for f, args in [
    (b.recv, (1,)), (l.accept, ()), (time.sleep, (1000,)), (lock.acquire, ()), (flag.wait, ()), (flag.wait, (1000,)),
    (q.get, ()), (loop, ()), (through, ()), (select.select, ([b], [], [])), (poll.poll, ()), (sys.stdin.readline, ())]]
for t in [threading.Thread(target=lambda: None) for _ in range(3)]: t.start(); t.join()
timer = threading.Timer(1000, loop); timer.daemon = True; timer.start()
t = threading.local(); t.x = t
`

// bigLitter needs modules that take a while to start.
const bigLitter = `
import ssl, subprocess
p = subprocess.Popen(['true'], stdout=subprocess.PIPE)
p.wait()
client = ssl.create_default_context().wrap_socket(a, server_hostname='localhost', do_handshake_on_connect=False)
client.settimeout(0)
try: client.do_handshake()
except ssl.SSLError: pass
`

// TestEnd has runtimes end in the midst of everything. Neither they nor what they
// held may stay in memory.
func TestEnd(t *testing.T) {
	rounds := 12
	if testing.Short() {
		rounds = 4
	}
	for _, d := range []syntax.Dialect{syntax.Python2, syntax.Python3} {
		t.Run(d.String(), func(t *testing.T) {
			leavesNothing(t)
			script := littering
			if d == syntax.Python3 {
				script = "\nasync def co(): pass" + script
			}
			run := func(script string) {
				in, w, err := os.Pipe()
				if err != nil {
					t.Fatal(err)
				}
				defer w.Close()
				defer in.Close()
				var out lockedBuffer
				r := pysock.New(pysock.Config{Dialect: d, Stdin: in, Stdout: &out, Stderr: &out})
				err = r.RunSource("<string>", []byte(script))
				if status := r.Report(err); status != 0 || !r.Close() || out.String() != "" {
					t.Fatalf("status %d, it printed %s", status, out.String())
				}
			}
			memory := func() uint64 {
				var m runtime.MemStats
				for range 3 { // what finalizers and cleanups let go is collected next
					runtime.GC()
					time.Sleep(time.Millisecond)
				}
				runtime.ReadMemStats(&m)
				return m.HeapAlloc
			}
			run("STUBBORN = False" + script + bigLitter)
			r := pysock.New(pysock.Config{Dialect: d})
			r.RunSource("<string>", []byte("STUBBORN = True"+script))
			r.Close() // of one that nobody reported on
			before := memory()
			for i := range rounds {
				if i < 2 {
					run("STUBBORN = False" + script + bigLitter)
				} else {
					run("STUBBORN = False" + script)
				}
			}
			if after := memory(); after > before+uint64(rounds)*(64<<10) {
				t.Errorf("%d KB stay of each", (after-before)>>10/uint64(rounds))
			}
		})
	}
}
