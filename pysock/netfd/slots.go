//go:build unix

package netfd

import (
	"slices"
	"sync"
	"sync/atomic"

	"golang.org/x/sys/unix"
)

// A slot is a place to wait in poll(2), with the descriptor that ends the
// wait.
type slot struct {
	fds  [2]PollFd // the bell, and what is waited for
	bell bell
}

func (s *slot) wake()  { s.bell.ring() }
func (s *slot) drain() { s.bell.drain() }

// slots are the places in poll(2).
var slots slotPool

// A slotPool makes slots and keeps them while nobody uses them.
//
// Only a process's single thread is given one, as a rule. In a Go program a
// thread in poll(2) keeps a processor for itself, until the scheduler's monitor
// takes it away, which may come 10 ms late; when all processors are kept like
// that, another goroutine that became ready has to wait so long. Measured on
// one core, a ping-pong between two threads: 450 us a round in slots, 22 us in
// the shared poller.
type slotPool struct {
	mu   sync.Mutex
	all  []*slot
	free []*slot
	more atomic.Int32 // while there are no more threads than this and one, they get slots; for tests
}

// slotLimit is how many slots are kept.
const slotLimit = 4

// get returns a slot, or nil: take the shared poller.
func (p *slotPool) get() (*slot, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if threads.Load() > 1+p.more.Load() {
		return nil, nil
	}
	if len(p.free) == 0 && len(p.all) >= slotLimit {
		return nil, shared.open()
	}
	return p.take()
}

// make returns a slot in any case.
func (p *slotPool) make() (*slot, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.take()
}

func (p *slotPool) take() (*slot, error) {
	if n := len(p.free); n > 0 {
		s := p.free[n-1]
		p.free = p.free[:n-1]
		return s, nil
	}
	b, err := newBell()
	if err != nil {
		return nil, err
	}
	s := &slot{bell: b}
	s.fds[0] = PollFd{Fd: int32(b.r), Events: Readable}
	p.all = append(p.all, s)
	return s, nil
}

func (p *slotPool) put(s *slot) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.all) > slotLimit {
		p.all = slices.DeleteFunc(p.all, func(x *slot) bool { return x == s })
		s.bell.close()
		return
	}
	p.free = append(p.free, s)
}

// clear makes all who wait in slots look again, and go elsewhere.
func (p *slotPool) clear() {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, s := range p.all {
		s.wake()
	}
}

// Kept returns the descriptors that the package keeps for the process, whoever
// uses it.
func Kept() (fds []int) {
	shared.mu.Lock()
	if shared.file != nil {
		fds = append(fds, shared.sys)
	}
	shared.mu.Unlock()
	slots.mu.Lock()
	defer slots.mu.Unlock()
	for _, s := range slots.all {
		fds = append(fds, s.bell.r, s.bell.w)
	}
	return fds
}

// A bell is a descriptor that becomes readable when it is rung.
type bell struct{ r, w int }

func (b bell) ring() {
	one := [8]byte{1} // an eventfd wants eight bytes, a pipe doesn't mind
	sysWrite(b.w, one[:])
}

func (b bell) drain() {
	var buf [64]byte
	sysRead(b.r, buf[:])
}

func (b bell) close() {
	unix.Close(b.r)
	if b.w != b.r {
		unix.Close(b.w)
	}
}
