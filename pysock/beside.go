package pysock

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"time"

	"example.com/pysock/pysock/file"
	"example.com/pysock/pysock/lib"
	"example.com/pysock/pysock/object"
)

// A Script is a program to run: a file, or source that has a name.
type Script struct {
	Path   string
	Source []byte // nil: read the file
	Module string // not "": run the module of that name, as pysock -m does

	// Interact, if not nil, is called after the script, in a session in its
	// namespace. A Script that names no program is a session alone.
	Interact func(*Session)
}

func (s Script) empty() bool { return s.Path == "" && s.Source == nil && s.Module == "" }

// status runs a script and returns its exit status.
func (s Script) status(r *Runtime) int {
	if s.Interact != nil {
		return r.interact(s, s.Interact)
	}
	return r.Report(s.run(r))
}

func (s Script) run(r *Runtime) error {
	switch {
	case s.Module != "":
		return r.RunModule(s.Module)
	case s.Source != nil:
		return r.RunSource(s.Path, s.Source)
	}
	return r.RunFile(s.Path)
}

// A Group runs scripts side by side, each in an interpreter of its own.
type Group struct {
	Config Config
	Beside []string // the files of the scripts that run beside the main one
	Colour bool     // mark output in colour

	mu       sync.Mutex
	main     *Runtime
	stopping bool
	stop     chan struct{}
}

// How long a script that runs beside the main one is left to come to rest, and
// then to end, once the main one has ended.
const (
	restTime = time.Second
	endTime  = 2 * time.Second
)

// Run runs the scripts beside the main one, in order, and then the main one.
// Each is started when the one before it is up: waits, listens, is bound or
// has ended. When the main script ends, the others are interrupted; the result
// is its exit status.
func (g *Group) Run(main Script) int {
	if len(g.Beside) == 0 {
		r := New(g.Config)
		g.setMain(r)
		return r.end(main.status(r))
	}
	mux := &mux{out: g.Config.Stdout, err: g.Config.Stderr, colour: g.Colour}
	var others []*companion
	for _, path := range g.Beside {
		c := newCompanion(g.Config, []string{path}, mux)
		others = append(others, c)
		go c.run()
		select {
		case <-c.up:
		case <-g.stopped():
			return g.end(others, statusInterrupted)
		}
	}
	cfg := g.Config
	name := scriptName(main.Path)
	if main.Interact != nil {
		name = "" // who types knows what it is
	}
	cfg.Stdout, cfg.Stderr = mux.writer(name, mux.out), mux.writer(name, mux.err)
	cfg.Typed = mux.typed
	r := New(cfg)
	g.setMain(r)
	return r.end(g.end(others, main.status(r)))
}

// end ends the process by SIGINT if KeyboardInterrupt ended the script that it
// is there for, so that a shell's loop ends too; else it returns the status.
func (r *Runtime) end(status int) int {
	if r.killed {
		lib.Die(int(syscall.SIGINT))
	}
	return status
}

func (g *Group) stopped() chan struct{} {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.stop == nil {
		g.stop = make(chan struct{})
	}
	return g.stop
}

func (g *Group) setMain(r *Runtime) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.main = r
	if g.stopping {
		r.Interrupt()
	}
}

// Interrupt does what Ctrl-C does: it interrupts the main script, whose end
// ends the others. It may be called from any goroutine.
func (g *Group) Interrupt() {
	stop := g.stopped()
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.main != nil {
		g.main.Interrupt()
	} else if !g.stopping {
		g.stopping = true
		close(stop)
	}
}

func (g *Group) end(others []*companion, status int) int {
	endAll(others)
	return status
}

// endAll stops scripts that run beside another. What was sent to them has arrived by
// now, so they come to rest first.
func endAll(others []*companion) {
	var wg sync.WaitGroup
	for _, c := range others {
		wg.Add(1)
		go func() {
			defer wg.Done()
			c.end()
		}()
	}
	wg.Wait()
}

// A companion is a script that runs beside the main one.
type companion struct {
	r      *Runtime
	script Script
	up     chan struct{}
	done   chan struct{}
	status int // once done is closed
	once   sync.Once
}

// newCompanion returns a companion that runs the script in words[0], with words as
// its arguments.
func newCompanion(cfg Config, words []string, m *mux) *companion {
	path := words[0]
	c := &companion{script: Script{Path: path}, up: make(chan struct{}), done: make(chan struct{})}
	cfg.Args = words
	cfg.Stdin = nil
	cfg.OwnsProcess = false
	name := scriptName(path)
	cfg.Stdout, cfg.Stderr = m.writer(name, m.out), m.writer(name, m.err)
	cfg.Up = func() { c.once.Do(func() { close(c.up) }) }
	c.r = New(cfg)
	return c
}

func scriptName(path string) string {
	base := filepath.Base(path)
	if name := strings.TrimSuffix(base, filepath.Ext(base)); name != "" {
		return name
	}
	return base // .hidden
}

// run runs the script. An interruption ends it without a traceback.
func (c *companion) run() {
	defer close(c.done)
	defer c.once.Do(func() { close(c.up) })
	err := c.script.run(c.r)
	if err != nil && c.r.rt.Stdout != nil && c.r.rt.Draining() && c.r.interrupted(err) {
		err = nil
	}
	c.status = c.r.Report(err)
}

// interrupted reports whether KeyboardInterrupt ended a script.
func (r *Runtime) interrupted(err error) bool {
	e := r.thread.Exception(err)
	return e.Class().IsSubclass(object.KeyboardInterrupt.Class(r.rt.Dialect))
}

// end lets the script work off what has reached it, and interrupts it when it
// waits for more.
func (c *companion) end() {
	rest := time.Now().Add(restTime)
	for time.Now().Before(rest) && !c.r.rt.AtRest(c.done) {
	}
	c.r.Interrupt()
	select {
	case <-c.done:
	case <-time.After(endTime):
	}
}

// A mux marks the lines that several scripts write with their names.
type mux struct {
	out, err io.Writer
	colour   bool

	mu     sync.Mutex
	last   *marked // who wrote last
	inLine bool    // and left a line unfinished
	count  int
}

// marked is the writer of one script's stream.
type marked struct {
	m    *mux
	w    io.Writer
	mark string
}

// colours are those of the scripts, in turn: ANSI's cyan, yellow, magenta, green, blue.
var colours = []string{"36", "33", "35", "32", "34"}

func (m *mux) writer(name string, w io.Writer) io.Writer {
	if w == nil {
		return nil
	}
	mark := name + " | "
	if m.colour {
		mark = "\x1b[" + colours[(m.count/2)%len(colours)] + "m" + name + " |\x1b[0m "
	}
	if name == "" {
		mark = ""
	}
	m.count++
	return &marked{m, w, mark}
}

// typed notes that a line was typed after the prompt, which ends it on the screen.
func (m *mux) typed() {
	m.mu.Lock()
	m.inLine = false
	m.mu.Unlock()
}

// Write writes p, with the mark at the start of each line. A line that another
// stream left unfinished is ended first.
func (w *marked) Write(p []byte) (int, error) {
	m := w.m
	m.mu.Lock()
	defer m.mu.Unlock()
	if len(p) == 0 {
		return 0, nil
	}
	var b bytes.Buffer
	fresh := !m.inLine || m.last != w
	if m.inLine && m.last != w {
		m.last.w.Write([]byte("\n"))
	}
	for line := range bytes.Lines(p) {
		if fresh {
			b.WriteString(w.mark)
		}
		b.Write(line)
		fresh = true
	}
	m.last, m.inLine = w, p[len(p)-1] != '\n'
	_, err := w.w.Write(b.Bytes())
	return len(p), err
}

// Terminal reports whether w is a terminal that may be written to in colour.
func Terminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && file.IsTerminal(f) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}

// IsTerminal reports whether f is a terminal.
func IsTerminal(f *os.File) bool { return file.IsTerminal(f) }
