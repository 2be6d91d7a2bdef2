//go:build unix

package pyselect

import (
	"math"
	"slices"
	"time"

	"example.com/pysock/pysock/netfd"
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
	"golang.org/x/sys/unix"
)

// A poll is what select.poll() returns.
type poll struct {
	value
	fds     []netfd.PollFd // in the order in which they were registered
	at      map[int32]int
	waiting bool
}

// newPoll is select.poll().
func (m *module) newPoll(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if m.py2() {
		if err := object.NoArgs("", "poll", args, kwargs); err != nil {
			return nil, err
		}
	} else if err := object.NoArgs("select", "poll", args, kwargs); err != nil {
		return nil, err
	}
	p := &poll{at: make(map[int32]int)}
	p.value = value{m: m, self: p, class: m.poll}
	return p, nil
}

func (m *module) newPollClass() *object.Class {
	return newClass(m, "poll", map[string]func(p *poll, t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error){
		"register":   (*poll).register,
		"modify":     (*poll).modify,
		"unregister": (*poll).unregister,
		"poll":       (*poll).wait,
	})
}

// maskArg converts a set of events, a C unsigned short.
func (m *module) maskArg(dst *int) object.ConverterFunc {
	return func(t *object.Thread, v starlark.Value) error {
		n, ok := object.AsInt(v)
		if !ok {
			return object.TypeError.Errorf("an integer is required")
		}
		i, fits := n.Int64()
		switch {
		case n.Sign() < 0 && m.py2():
			return object.OverflowError.Errorf("can't convert negative value to unsigned long")
		case n.Sign() < 0:
			return object.ValueError.Errorf("value must be positive")
		case !fits || i > math.MaxUint16:
			return object.OverflowError.Errorf("Python int too large for C unsigned short")
		}
		*dst = int(i)
		return nil
	}
}

// register is p.register(fd[, eventmask]).
func (p *poll) register(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v starlark.Value
	mask := unix.POLLIN | unix.POLLPRI | unix.POLLOUT
	if err := p.m.unpack(t, "register", args, kwargs, 1, &v, p.m.maskArg(&mask)); err != nil {
		return nil, err
	}
	fd, err := t.Descriptor(v)
	if err != nil {
		return nil, err
	}
	if i, ok := p.at[int32(fd)]; ok {
		p.fds[i].Events = int16(mask)
		return starlark.None, nil
	}
	p.at[int32(fd)] = len(p.fds)
	p.fds = append(p.fds, netfd.PollFd{Fd: int32(fd), Events: int16(mask)})
	return starlark.None, nil
}

// modify is p.modify(fd, eventmask). OSError ENOENT if fd isn't registered.
func (p *poll) modify(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v starlark.Value
	mask := 0
	if err := p.m.unpack(t, "modify", args, kwargs, 2, &v, p.m.maskArg(&mask)); err != nil {
		return nil, err
	}
	fd, err := t.Descriptor(v)
	if err != nil {
		return nil, err
	}
	i, ok := p.at[int32(fd)]
	if !ok {
		return nil, object.OSErrno(object.IOError, unix.ENOENT, nil)
	}
	p.fds[i].Events = int16(mask)
	return starlark.None, nil
}

// unregister is p.unregister(fd). KeyError if fd isn't registered.
func (p *poll) unregister(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v starlark.Value
	if err := object.OneArg(t, "select.poll", "unregister", args, kwargs, &v); err != nil {
		return nil, err
	}
	fd, err := t.Descriptor(v)
	if err != nil {
		return nil, err
	}
	i, ok := p.at[int32(fd)]
	if !ok {
		return nil, object.KeyError.New(starlark.MakeInt(fd))
	}
	p.fds = slices.Delete(p.fds, i, i+1)
	delete(p.at, int32(fd))
	for j := i; j < len(p.fds); j++ {
		p.at[p.fds[j].Fd] = j
	}
	return starlark.None, nil
}

// wait is p.poll([timeout]): a list of (fd, events). timeout is in milliseconds;
// None and negative ones are none at all. (Library reference; poll(2).)
func (p *poll) wait(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	m := p.m
	var timeout starlark.Value
	if err := m.unpack(t, "poll", args, kwargs, 0, &timeout); err != nil {
		return nil, err
	}
	d, negative, err := m.deadline(t, timeout, time.Millisecond, "timeout must be an integer or None")
	if err != nil {
		return nil, err
	}
	if ms, err := t.Float(orZero(timeout)); err == nil && ms > math.MaxInt32 {
		return nil, object.OverflowError.By("Python int too large to convert to C int", "timeout is too large")
	}
	if negative {
		d = netfd.Forever
	}
	if p.waiting {
		return nil, object.RuntimeError.Errorf("concurrent poll() invocation")
	}
	fds := slices.Clone(p.fds) // other threads may register more meanwhile
	p.waiting = true
	_, err = t.Waiter.Poll(fds, d)
	p.waiting = false
	if err != nil && err != netfd.ErrTimeout {
		return nil, m.fail(errorKind, err)
	}
	var ready []starlark.Value
	if err == nil {
		for _, f := range fds {
			if f.Revents != 0 {
				ready = append(ready, starlark.Tuple{starlark.MakeInt(int(f.Fd)), starlark.MakeInt(int(uint16(f.Revents)))})
			}
		}
	}
	return m.rt.List(ready), nil
}

func orZero(v starlark.Value) starlark.Value {
	if v == nil || v == starlark.None {
		return starlark.MakeInt(0)
	}
	return v
}
