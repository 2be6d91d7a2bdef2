package repl

import (
	"io"
	"sync"

	"github.com/chzyer/readline"
)

// An engine edits one line: it is readline, reduced to what it does well. A key
// goes in, the line and the position of the cursor come out, before the next key
// is taken. It draws nothing and reads nothing by itself.
type engine struct {
	inst *readline.Instance
	keys chan []byte   // what readline's terminal is to read next
	done chan edited   // the line after a key
	line chan string   // what Readline returns
	quit chan struct{} // closed by close
	once sync.Once

	set *edited // what the next key puts in the place of the line
}

// edited is a line and the cursor's position in it.
type edited struct {
	line []rune
	pos  int
}

// keyNothing is a key that readline knows and that changes nothing: Ctrl-G
// outside of a search.
const keyNothing = "\a"

func newEngine() (*engine, error) {
	e := &engine{
		keys: make(chan []byte), done: make(chan edited), line: make(chan string, 1),
		quit: make(chan struct{}),
	}
	nothing := func() error { return nil }
	inst, err := readline.NewEx(&readline.Config{
		Stdin: e, Stdout: io.Discard, Stderr: io.Discard,
		Listener:               e,
		DisableAutoSaveHistory: true,
		HistoryLimit:           1,
		FuncIsTerminal:         func() bool { return false }, // so that it doesn't draw
		FuncGetWidth:           func() int { return 80 },
		FuncMakeRaw:            nothing,
		FuncExitRaw:            nothing,
		FuncOnWidthChanged:     func(func()) {},
	})
	if err != nil {
		return nil, err
	}
	e.inst = inst
	return e, nil
}

var (
	_ io.ReadCloser     = (*engine)(nil)
	_ readline.Listener = (*engine)(nil)
)

// Read gives readline the next key.
func (e *engine) Read(p []byte) (int, error) {
	select {
	case k := <-e.keys:
		return copy(p, k), nil
	case <-e.quit:
		return 0, io.EOF
	}
}

// OnChange is what readline calls after each key.
func (e *engine) OnChange(line []rune, pos int, key rune) ([]rune, int, bool) {
	if line == nil && pos == 0 && key == 0 { // it is about to begin
		return nil, 0, false
	}
	set, changed := e.set, false
	e.set = nil
	if set != nil {
		line, pos, changed = append([]rune(nil), set.line...), set.pos, true
	}
	if pos > len(line) { // Ctrl-T in a line of one character goes too far
		pos, changed = len(line), true
	}
	select {
	case e.done <- edited{append([]rune(nil), line...), pos}:
	case <-e.quit:
	}
	return line, pos, changed
}

// begin begins a line.
func (e *engine) begin() {
	go func() {
		line, _ := e.inst.Readline()
		e.line <- line
	}()
}

// key gives readline a key and returns what it has made of the line.
func (e *engine) key(k string) edited {
	e.keys <- []byte(k)
	return <-e.done
}

// replace puts another line in the place of the current one.
func (e *engine) replace(line []rune, pos int) edited {
	e.set = &edited{line, pos}
	return e.key(keyNothing)
}

// end ends the line and returns it.
func (e *engine) end() string {
	e.key("\r")
	return <-e.line
}

// Close ends readline. It doesn't wait for a key, as Instance.Close would: what
// it reads ends first.
func (e *engine) Close() error {
	e.once.Do(func() {
		close(e.quit)
		e.inst.Readline() // which ends its goroutines
	})
	return e.inst.Close()
}
