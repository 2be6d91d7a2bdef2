//go:build unix

package pyssl

import (
	"example.com/pysock/pysock/netfd"
	"example.com/pysock/pysock/object"
	"golang.org/x/sys/unix"
)

// A turn is what threads take in turn: reading a connection, or writing to it.
// The interpreter's lock, which is given up while one waits, guards it.
type turn struct {
	busy bool
	free chan struct{} // closed when it is given back, if somebody waits
}

// take waits for the turn. It fails with EAGAIN if it may not wait.
func (u *turn) take(t *object.Thread, d netfd.Deadline) error {
	for u.busy {
		if d == netfd.AtOnce {
			return unix.EAGAIN
		}
		if u.free == nil {
			u.free = make(chan struct{})
		}
		if err := t.Waiter.WaitChan(u.free, d); err != nil {
			return err
		}
	}
	u.busy = true
	return nil
}

func (u *turn) give() {
	u.busy = false
	if u.free != nil {
		close(u.free)
		u.free = nil
	}
}
