//go:build unix

package netfd

import "golang.org/x/sys/unix"

// Open is openat(2). Opening a named pipe waits for whoever opens its other end: w
// can be interrupted meanwhile, as can no other opening.
func Open(w *Waiter, dir int, path string, flags int, mode uint32) (fd int, err error) {
	open := func() (fd int, err error) {
		for {
			if fd, err = unix.Openat(dir, path, flags, mode); err != unix.EINTR {
				return fd, err
			}
		}
	}
	var st unix.Stat_t
	if flags&unix.O_NONBLOCK != 0 || flags&unix.O_ACCMODE == unix.O_RDWR ||
		unix.Fstatat(dir, path, &st, 0) != nil || st.Mode&unix.S_IFMT != unix.S_IFIFO {
		return open()
	}
	type opened struct {
		fd  int
		err error
	}
	done, result, given := make(chan struct{}), make(chan opened, 1), make(chan struct{})
	go func() {
		fd, err := open()
		result <- opened{fd, err}
		close(done)
		<-given
		select {
		case o := <-result: // nobody waits for it any more
			if o.err == nil {
				unix.Close(o.fd)
			}
		default:
		}
	}()
	defer close(given)
	if err := w.WaitChan(done, Forever); err != nil {
		return -1, err
	}
	o := <-result
	return o.fd, o.err
}
