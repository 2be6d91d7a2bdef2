// Package netfd gives file descriptors that wait, and that can be woken.
//
// It knows nothing of Python. It supplies what an interpreter with threads
// needs below its socket module: every wait ends when the descriptor is ready,
// when its deadline passes, when the thread is interrupted (Ctrl-C), or when
// another thread closes the descriptor, whichever comes first.
//
// # Theory of operation
//
// A descriptor owned by an [FD] is non-blocking and close-on-exec for the
// operating system, unless another process shares it ([Lend]). Blocking, timed and non-blocking modes are a
// matter of the [Deadline] handed to each call, so threads that share a
// descriptor never see each other's mode. All calls pass through one function,
// (*FD).do:
//
//	try                          -> done, unless it would block
//	AtOnce?                      -> EAGAIN
//	BeforeWait                   (the runtime gives up its lock here)
//	again: wait until ready, deadline, interrupted, closed
//	try                          -> still would block: again
//	AfterWait                    (and takes its lock back)
//
// What is tried before the wait neither gives up a lock nor tells Go's scheduler
// (see calls_linux.go), and receives into a buffer that all threads have in common
// ([Loan]). Waiter.Poll likewise looks at its descriptors before it waits for
// them. Where Go's scheduler is told, each call of more than 20 us costs a
// process that is bound to one processor two switches: its monitor gives the
// goroutine's place away, to nobody.
//
// Trying costs a system call, and so does waiting. A call whose predecessors
// had to wait (a server between two requests) starts with the wait; to notice
// when that no longer pays, one call in sixteen tries first. A process bound to
// one processor tries once more in between, after it has let others run: the
// peer may just have waited for that. See (*Waiter).stepAside.
//
// # Waiting
//
// A [Waiter] stands for one thread. Its wait is a place that others can knock
// at, and a knock only ever means "look again". Whoever wants something of the
// waiter first writes down what (the pending interrupt in the Waiter, the
// closed mark in the FD) and knocks then; the waiter first opens its door and
// looks for those notes then. So no wake-up is lost, and a knock that comes
// late, into somebody's next wait, does no harm.
//
// There are two kinds of places:
//
//   - A slot: poll(2) on the descriptor and on an eventfd (a pipe on darwin).
//     The fastest round trip there is, but it keeps an operating system thread
//     and one of Go's processors: it is for a process's only thread.
//   - The shared poller, for all others: a channel, and one registration in an
//     epoll (kqueue) descriptor of our own. One goroutine dispatches its
//     events. That goroutine waits for the epoll descriptor itself in Go's
//     network poller: ten thousand waits cost no thread.
//
// Rejected: os.File and net.Conn. Their read lock is held while they wait, so
// a second thread's non-blocking read hangs behind a blocked one; a deadline
// belongs to the file and not to the call; and each wake-up passes the
// scheduler twice, which is measurable on one core.
//
// # Closing
//
// The number of a closed descriptor is reused at once by the next open. Every
// system call here therefore holds a reference, which is one atomic addition
// (with a mutex it was a tenth of a short call); Close marks the FD, wakes all
// that wait on it (they end with EBADF), and the last reference closes the
// number. A reference is never held across BeforeWait and AfterWait, so Close
// may be called with the interpreter's lock held and returns promptly.
package netfd
