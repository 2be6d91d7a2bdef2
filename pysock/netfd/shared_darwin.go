package netfd

import "golang.org/x/sys/unix"

// event is what the kernel reports: one filter of one descriptor.
type event unix.Kevent_t

func (e *event) decode() (sysfd int, got int16) {
	got = Readable
	if e.Filter == unix.EVFILT_WRITE {
		got = Writable
	}
	if e.Flags&unix.EV_EOF != 0 {
		got |= unix.POLLHUP
	}
	return int(e.Ident), got
}

func newPoller() (int, error) {
	sys, err := unix.Kqueue()
	if err == nil {
		unix.CloseOnExec(sys)
		// So that package os hands it to Go's network poller.
		err = unix.SetNonblock(sys, true)
	}
	return sys, err
}

func armPoller(sys, sysfd int, want int16, _ bool) error {
	var change []unix.Kevent_t
	for events, filter := range filters {
		if want&events != 0 {
			var k unix.Kevent_t
			unix.SetKevent(&k, sysfd, filter, unix.EV_ADD|unix.EV_ONESHOT)
			change = append(change, k)
		}
	}
	_, err := unix.Kevent(sys, change, nil, nil)
	if err == unix.EINVAL {
		err = unix.EPERM // no such filter for a regular file
	}
	return err
}

var filters = map[int16]int{Readable: unix.EVFILT_READ, Writable: unix.EVFILT_WRITE}

func disarmPoller(sys, sysfd int) {
	for _, filter := range filters {
		var k unix.Kevent_t
		unix.SetKevent(&k, sysfd, filter, unix.EV_DELETE)
		unix.Kevent(sys, []unix.Kevent_t{k}, nil, nil)
	}
}

// fetchEvents returns how many events it put into room, without waiting.
func fetchEvents(sys int, room []event) int {
	got := make([]unix.Kevent_t, len(room))
	n, err := unix.Kevent(sys, nil, got, new(unix.Timespec))
	if err != nil {
		return 0
	}
	for i := range got[:n] {
		room[i] = event(got[i])
	}
	return n
}
