//go:build unix

package pyselect

import (
	"slices"
	"time"

	"example.com/pysock/pysock/netfd"
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
	"golang.org/x/sys/unix"
)

// setSize is FD_SETSIZE: descriptors from there on don't fit into C's sets.
const setSize = 1024

// What poll(2) reports for each of select's three sets, and what it is asked.
var sets = [3]struct{ ask, means int16 }{
	{unix.POLLIN, unix.POLLIN | pollRdNorm | pollRdBand | unix.POLLHUP | unix.POLLERR},
	{unix.POLLOUT, unix.POLLOUT | pollWrNorm | pollWrBand | unix.POLLERR},
	{unix.POLLPRI, unix.POLLPRI},
}

// A selection is the arguments of a call of select.
type selection struct {
	items [3][]starlark.Value
	at    [3][]int32 // of each item, its place in fds
	fds   []netfd.PollFd
}

// selectFDs is select.select(rlist, wlist, xlist[, timeout]): those that are
// ready to be read from, to be written to, or have urgent data. timeout is in
// seconds. ValueError for a descriptor that is none or too large for select(2),
// OSError EBADF (select.error) for one that isn't open. (Library reference;
// select(2).)
func (m *module) selectFDs(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var lists [3]starlark.Value
	var timeout starlark.Value
	if err := m.unpack(t, "select", args, kwargs, 3, &lists[0], &lists[1], &lists[2], &timeout); err != nil {
		return nil, err
	}
	words := "timeout must be a float or None"
	d, negative, err := m.deadline(t, timeout, time.Second, words)
	switch {
	case err != nil:
		return nil, err
	case negative && m.py2():
		return nil, m.fail(errorKind, unix.EINVAL)
	case negative:
		return nil, object.ValueError.Errorf("timeout must be non-negative")
	}
	s := m.free
	m.free = nil // another thread may select meanwhile
	if s == nil {
		s = new(selection)
	}
	defer func() {
		s.reset()
		m.free = s
	}()
	if err := m.selection(t, s, lists); err != nil {
		return nil, err
	}
	for {
		n, err := t.Waiter.Poll(s.fds, d)
		if err == netfd.ErrTimeout {
			n, err = 0, nil
		}
		if err != nil {
			return nil, m.fail(errorKind, err)
		}
		found, any, err := s.found(m.rt)
		if err != nil {
			return nil, m.fail(errorKind, err)
		}
		if any || n == 0 {
			return found, nil
		}
		// poll(2) tells of a hang-up that select doesn't wait for.
		for i := range s.fds {
			if s.fds[i].Revents != 0 {
				s.fds[i].Fd = -1
			}
		}
	}
}

// unpack is object.Positional, with the words of the functions that CPython has by PyArg_UnpackTuple.
func (m *module) unpack(t *object.Thread, name string, args starlark.Tuple, kwargs []starlark.Tuple, min int, dst ...any) error {
	if n := len(args); len(kwargs) == 0 && (n < min || n > len(dst)) {
		how, want := "at least", min
		if n > len(dst) {
			how, want = "at most", len(dst)
		}
		s := "s"
		if want == 1 && !m.py2() {
			s = ""
		}
		return object.TypeError.Errorf("%s expected %s %d argument%s, got %d", name, how, want, s, n)
	}
	return object.Positional(t, name, args, kwargs, min, dst...)
}

// reset forgets the arguments, and keeps the room for them.
func (s *selection) reset() {
	for i := range s.items {
		clear(s.items[i])
		s.items[i], s.at[i] = s.items[i][:0], s.at[i][:0]
	}
	s.fds = s.fds[:0]
}

// selection finds the descriptors of the three lists. A descriptor that stands
// in several is asked for once.
func (m *module) selection(t *object.Thread, s *selection, lists [3]starlark.Value) error {
	for i, list := range lists {
		live, isList := list.(*object.List)
		if !isList {
			elems, err := object.Elements(t, list)
			if err != nil {
				if object.Is(err, object.TypeError, m.rt.Dialect) {
					err = object.TypeError.Errorf("arguments 1-3 must be sequences")
				}
				return err
			}
			live = object.NewList(elems)
		}
		items, at := slices.Grow(s.items[i], len(live.Elems)), slices.Grow(s.at[i], len(live.Elems))
		// fileno() may be a script's, and change the list.
		for j := 0; j < len(live.Elems); j++ {
			v := live.Elems[j]
			fd, err := t.Descriptor(v)
			if err == nil && fd >= setSize {
				err = object.ValueError.Errorf("filedescriptor out of range in select()")
			}
			items, at = append(items, v), append(at, int32(fd))
			if err != nil {
				s.items[i] = items // for reset
				return err
			}
		}
		s.items[i], s.at[i] = items, at
	}
	places, fds := m.places(), s.fds
	for i, at := range s.at {
		ask := sets[i].ask
		for j, fd := range at {
			place := places[fd]
			if place == 0 {
				fds = append(fds, netfd.PollFd{Fd: fd})
				place = int32(len(fds))
				places[fd] = place
			}
			fds[place-1].Events |= ask
			at[j] = place - 1
		}
	}
	for i := range fds {
		places[fds[i].Fd] = 0
	}
	s.fds = fds
	return nil
}

// places is where each descriptor stands in a list, from 1 on; all 0 at first.
// Whoever uses it leaves it so.
func (m *module) places() []int32 {
	if m.seen == nil {
		m.seen = make([]int32, setSize)
	}
	return m.seen
}

// found lists those that are ready.
func (s *selection) found(rt *object.Runtime) (starlark.Value, bool, error) {
	for _, p := range s.fds {
		if p.Revents&unix.POLLNVAL != 0 {
			return nil, false, unix.EBADF
		}
	}
	any := false
	out := make(starlark.Tuple, 3)
	for i, items := range s.items {
		var ready []starlark.Value
		means := sets[i].means
		for j, at := range s.at[i] {
			if s.fds[at].Revents&means != 0 {
				ready = append(ready, items[j])
			}
		}
		any = any || len(ready) > 0
		out[i] = rt.List(ready)
	}
	return out, any, nil
}
