package pysock

import (
	"fmt"
	"io"
	"os"
	"sync/atomic"
	"time"

	"example.com/pysock/pysock/netfd"
)

// A Job is a program that a session has started beside itself, in an interpreter of
// its own. Its lines are marked with its name.
type Job struct {
	c       *companion
	tell    io.Writer // marked too
	started time.Time
	stopped atomic.Bool
}

// upTime is how long a session waits for a program beside it to be up.
const upTime = 500 * time.Millisecond

// Begin starts a program beside the session, words[0] being its file. It returns when
// the program is up, as for pysock --with, or after a moment.
func (s *Session) Begin(words []string) (*Job, error) {
	path, err := mainFile(words[0])
	if err != nil {
		return nil, err
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, Unreadable(err)
	}
	f.Close()
	cfg := s.r.cfg
	if s.mux == nil {
		s.mux = &mux{out: cfg.Stdout, err: cfg.Stderr, colour: inColour(cfg.Stdout)}
	}
	c := newCompanion(cfg, words, s.mux)
	j := &Job{c: c, tell: c.r.stderr, started: time.Now()}
	s.jobs = append(s.jobs, j)
	go j.run()
	err = s.r.thread.Waiter.WaitChan(c.up, netfd.After(upTime))
	if err == netfd.ErrTimeout {
		err = nil
	}
	return j, s.interrupted(err)
}

// inColour reports whether what is written to w reaches a terminal that may be
// written to in colour.
func inColour(w io.Writer) bool {
	if over, ok := w.(interface{ File() *os.File }); ok {
		w = over.File()
	}
	return Terminal(w)
}

// run runs the program, and tells when it has ended by itself.
func (j *Job) run() {
	j.c.run()
	if !j.stopped.Load() {
		fmt.Fprintf(j.tell, "ended with status %d\n", j.c.status)
	}
}

// Running reports whether the program runs still.
func (j *Job) Running() bool {
	select {
	case <-j.c.done:
		return false
	default:
		return true
	}
}

// Status returns the exit status of a program that doesn't run any more.
func (j *Job) Status() int { return j.c.status }

// Stopped reports whether Stop was called.
func (j *Job) Stopped() bool { return j.stopped.Load() }

// Started returns when the program was started.
func (j *Job) Started() time.Time { return j.started }

// Stop lets a program work off what has reached it, does to it what Ctrl-C does, and
// waits for its end, though not longer than some seconds. It reports whether the program has ended.
func (s *Session) Stop(j *Job) (bool, error) {
	err := s.end(j)
	return !j.Running(), err
}

// Await waits until done is closed, while the session's other threads go on. It may
// return ErrInterrupted.
func (s *Session) Await(done <-chan struct{}) error {
	return s.interrupted(s.r.thread.Waiter.WaitChan(done, netfd.Forever))
}

// end ends those of the programs that run still, while the session's other threads go
// on.
func (s *Session) end(jobs ...*Job) error {
	var running []*companion
	for _, j := range jobs {
		if j.Running() {
			j.stopped.Store(true)
			running = append(running, j.c)
		}
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		endAll(running)
	}()
	return s.Await(done)
}
