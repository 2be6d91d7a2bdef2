package pysock_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"example.com/pysock/pysock"
	"example.com/pysock/pysock/syntax"
)

// TestDroppedFiles has files that a script drops flushed by the collector, by
// those who open them again, and at exit, all at the same time: what was written
// is there once.
func TestDroppedFiles(t *testing.T) {
	const script = `
import threading
def work(path):
    for i in range(ROUNDS):
        open(path, 'a').write('%d\n' % i)
        if i % 7 == 0:
            held = open(path, 'a')
            held.write('')
            assert open(path).read().count('\n') == i + 1
threads = [threading.Thread(target=work, args=(PATH + str(k),)) for k in range(3)]
for x in threads: x.start()
for x in threads: x.join()
for i in range(ROUNDS):
    open(PATH + 'w', 'w').write('%d\n' % i)
kept = []
for i in range(ROUNDS):
    f = open(PATH + 'x', 'a')
    f.write('%d\n' % i)
    if i % 3 == 0 and hasattr(f, 'buffer'):
        kept.append(f.buffer)
`
	rounds := 200
	if testing.Short() {
		rounds = 60
	}
	for _, dialect := range []syntax.Dialect{syntax.Python2, syntax.Python3} {
		t.Run(dialect.String(), func(t *testing.T) {
			leavesNothing(t)
			path := filepath.Join(t.TempDir(), "f")
			done := make(chan struct{})
			var wg sync.WaitGroup
			wg.Add(1)
			go func() {
				defer wg.Done()
				for {
					select {
					case <-done:
						return
					default:
						runtime.GC()
					}
				}
			}()
			var stderr bytes.Buffer
			r := pysock.New(pysock.Config{Dialect: dialect, Stdout: &stderr, Stderr: &stderr})
			status := r.Report(r.RunSource("dropped.py", fmt.Appendf(nil, "PATH, ROUNDS = %q, %d\n%s", path, rounds, script)))
			close(done)
			wg.Wait()
			if status != 0 {
				t.Fatalf("status %d: %s", status, stderr.String())
			}
			var want strings.Builder
			for i := range rounds {
				fmt.Fprintln(&want, i)
			}
			for _, name := range []string{"0", "1", "2", "x"} {
				got, err := os.ReadFile(path + name)
				if err != nil || string(got) != want.String() {
					t.Errorf("%s: %v, %d bytes, want %d", name, err, len(got), want.Len())
				}
			}
			got, err := os.ReadFile(path + "w")
			if last := fmt.Sprintln(rounds - 1); err != nil || string(got) != last {
				t.Errorf("w: %v, %q, want %q", err, got, last)
			}
		})
	}
}

// A collecting writer has the collector run whenever something is written to it.
type collecting struct{ bytes.Buffer }

func (c *collecting) Write(p []byte) (int, error) {
	runtime.GC()
	return c.Buffer.Write(p)
}

// TestCollectedAtExit has the files that a script left open collected when they are closed but the last of its
// output isn't out: nobody waits for them any more.
func TestCollectedAtExit(t *testing.T) {
	script := fmt.Sprintf("files = [open(%q, 'w') for i in range(50)]\nprint('x')\n", filepath.Join(t.TempDir(), "f"))
	for range 10 {
		for _, d := range []syntax.Dialect{syntax.Python2, syntax.Python3} {
			var out collecting
			r := pysock.New(pysock.Config{Dialect: d, Stdout: &out, Stderr: &out})
			ended := make(chan int, 1)
			go func() { ended <- r.Report(r.RunSource("<string>", []byte(script))) }()
			select {
			case <-ended:
			case <-time.After(20 * time.Second):
				t.Fatal("it waits for files that are gone")
			}
			if got := out.String(); !strings.Contains(got, "x\n") {
				t.Errorf("%v: it printed %q", d, got)
			}
		}
	}
}
