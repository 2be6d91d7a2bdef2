//go:build unix

package netfd

import (
	"errors"
	"io/fs"
	"os"
	"slices"
	"sync"

	"golang.org/x/sys/unix"
)

// shared is the poller of all waits that found no slot.
var shared sharedPoller

// A sharedPoller multiplexes many waits onto one epoll (or kqueue) descriptor.
//
// Each registration is one-shot: an event disarms it, and the next wait arms
// it again. A disarmed registration is harmless, so nothing needs to be undone
// when a wait ends well, and a descriptor that was closed vanishes by itself;
// its number, when it is used again, is simply registered anew.
type sharedPoller struct {
	mu   sync.Mutex
	sys  int
	file *os.File
	regs []registration // by descriptor number
	room []event
}

type registration struct {
	waits []*Waiter
	known bool // the kernel knows the number, if it is still the same file
}

func (p *sharedPoller) open() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.file != nil {
		return nil
	}
	sys, err := newPoller()
	if err != nil {
		return err
	}
	p.sys = sys
	p.room = make([]event, 128)
	p.file = os.NewFile(uintptr(sys), "poller")
	conn, err := p.file.SyscallConn()
	if err != nil {
		return unwrap(err)
	}
	go conn.Read(func(uintptr) bool {
		for p.dispatch() {
		}
		return false // wait for more, in Go's network poller
	})
	return nil
}

// add registers w's wait for events of sysfd.
func (p *sharedPoller) add(w *Waiter, sysfd int, events int16) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if sysfd >= len(p.regs) {
		p.regs = append(p.regs, make([]registration, sysfd+1-len(p.regs))...)
	}
	r := &p.regs[sysfd]
	w.want, w.got = events, 0
	r.waits = append(r.waits, w)
	if err := p.arm(sysfd, r); err != nil {
		r.drop(w)
		return err
	}
	return nil
}

// arm asks the kernel for one event out of those that r's waiters want.
func (p *sharedPoller) arm(sysfd int, r *registration) error {
	var want int16
	for _, w := range r.waits {
		want |= w.want
	}
	err := armPoller(p.sys, sysfd, want, r.known)
	r.known = err == nil
	return err
}

// remove ends the wait of w and returns the events that ended it, if any.
func (p *sharedPoller) remove(w *Waiter, sysfd int) int16 {
	p.mu.Lock()
	defer p.mu.Unlock()
	if w.got == 0 {
		r := &p.regs[sysfd]
		r.drop(w)
		if len(r.waits) == 0 {
			disarmPoller(p.sys, sysfd)
			r.known = false
		}
	}
	return w.got
}

func (r *registration) drop(w *Waiter) {
	if i := slices.Index(r.waits, w); i >= 0 {
		r.waits = slices.Delete(r.waits, i, i+1)
	}
}

// dispatch hands out the events that are there, and reports whether there may
// be more.
func (p *sharedPoller) dispatch() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	n := fetchEvents(p.sys, p.room)
	for i := range p.room[:n] {
		sysfd, got := p.room[i].decode()
		r := &p.regs[sysfd]
		rest := r.waits[:0]
		for _, w := range r.waits {
			if w.got = got & (w.want | unix.POLLERR | unix.POLLHUP | unix.POLLNVAL); w.got != 0 {
				knocker(w.knock).wake()
			} else {
				rest = append(rest, w)
			}
		}
		clear(r.waits[len(rest):])
		r.waits = rest
		if len(rest) > 0 {
			if err := p.arm(sysfd, r); err != nil {
				for _, w := range rest { // let them find out themselves
					w.got = unix.POLLNVAL
					knocker(w.knock).wake()
				}
				clear(rest)
				r.waits = rest[:0]
			}
		}
	}
	return n == len(p.room)
}

// unwrap returns the errno within one of package os's errors.
func unwrap(err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err
	}
	return err
}
