package netfd

import "sync"

// A Loan is a buffer to receive into that is taken for each try only: one who
// waits holds none, and ten thousand who wait don't hold ten thousand.
type Loan struct {
	// Size is how large the buffer is to be.
	Size int

	// Common, if it isn't nil, is used by what is tried before the wait, while the
	// caller has the runtime's lock: one buffer for all threads, which costs
	// nothing to take.
	Common []byte

	own *[]byte
}

// buffers are used again and again.
var buffers = sync.Pool{New: func() any { b := make([]byte, 0, 4096); return &b }}

// largestKept is the size of the largest buffer that is kept.
const largestKept = 1 << 20

func (l *Loan) take() []byte {
	l.own = buffers.Get().(*[]byte)
	if cap(*l.own) < l.Size {
		*l.own = make([]byte, l.Size)
	}
	*l.own = (*l.own)[:l.Size]
	return *l.own
}

// Take takes a buffer that nobody else uses.
func (l *Loan) Take() { l.take() }

// Buffer returns the one that was received into: Common, or its own.
func (l *Loan) Buffer() []byte {
	if l.own == nil {
		return l.Common
	}
	return *l.own
}

// Keep returns the buffer if it is the loan's own; it isn't given back then.
func (l *Loan) Keep() []byte {
	if l.own == nil {
		return nil
	}
	p := *l.own
	l.own = nil
	return p
}

// Return gives the buffer back, if the loan has one of its own.
func (l *Loan) Return() {
	if l.own != nil && cap(*l.own) <= largestKept {
		buffers.Put(l.own)
	}
	l.own = nil
}
