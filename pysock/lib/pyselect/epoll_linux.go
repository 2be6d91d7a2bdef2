package pyselect

import (
	"math"
	"time"

	"example.com/pysock/pysock/netfd"
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
	"golang.org/x/sys/unix"
)

func init() {
	for name, n := range map[string]int{
		"EPOLLERR": unix.EPOLLERR, "EPOLLET": unix.EPOLLET, "EPOLLHUP": unix.EPOLLHUP, "EPOLLIN": unix.EPOLLIN,
		"EPOLLMSG": unix.EPOLLMSG, "EPOLLONESHOT": unix.EPOLLONESHOT, "EPOLLOUT": unix.EPOLLOUT, "EPOLLPRI": unix.EPOLLPRI,
		"EPOLLRDBAND": unix.EPOLLRDBAND, "EPOLLRDNORM": unix.EPOLLRDNORM, "EPOLLWRBAND": unix.EPOLLWRBAND,
		"EPOLLWRNORM": unix.EPOLLWRNORM,
	} {
		constants[name] = n
	}
}

// An epoll is an epoll object. (Library reference; epoll(7).)
type epoll struct {
	value
	fd   *netfd.FD
	res  *object.Resource // nil when closed
	room []unix.EpollEvent
}

var (
	_ object.Attributed = (*epoll)(nil)
	_ object.Reprer     = (*epoll)(nil)
)

// addEpoll adds the class epoll.
func (m *module) addEpoll(names *object.Module) {
	methods := map[string]func(e *epoll, t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error){
		"close":      (*epoll).close,
		"fileno":     (*epoll).fileno,
		"register":   (*epoll).register,
		"modify":     (*epoll).modify,
		"unregister": (*epoll).unregister,
		"poll":       (*epoll).poll,
	}
	if !m.py2() {
		methods["__enter__"] = func(e *epoll, t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return e, e.check()
		}
		methods["__exit__"] = func(e *epoll, t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return starlark.None, e.shut()
		}
	}
	c := newClass(m, "epoll", methods)
	c.Getters = map[string]func(starlark.Value) (starlark.Value, error){
		"closed": func(self starlark.Value) (starlark.Value, error) {
			return m.rt.Bool(object.Unwrap(self).(*epoll).res == nil), nil
		},
	}
	c.Attrs = map[string]starlark.Value{"fromfd": &object.Func{FuncName: "fromfd", Unbound: c, ClassMethod: true,
		Method: func(t *object.Thread, _ starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return m.epollFromFD(t, args, kwargs)
		}}}
	c.New = m.newEpoll
	m.epoll = c
	names.Set("epoll", c)
}

// newEpoll is select.epoll(sizehint=-1, flags=0); both mean nothing any more.
func (m *module) newEpoll(t *object.Thread, _ *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	hint, flags := -1, 0
	dst := []any{"sizehint", &hint, "flags", &flags}
	if m.py2() {
		dst = dst[:2]
	}
	if err := object.Keywords(t, "epoll", args, kwargs, 0, dst...); err != nil {
		return nil, err
	}
	switch {
	case m.py2() && (hint == 0 || hint < -1):
		return nil, object.ValueError.Errorf("sizehint must be greater zero, got %d", hint)
	case hint == 0 || hint < -1:
		return nil, object.ValueError.Errorf("negative sizehint")
	case flags != 0 && flags != unix.EPOLL_CLOEXEC:
		return nil, object.OSError.Errorf("invalid flags")
	}
	var sysfd int
	err := m.rt.Opening(func() (err error) {
		sysfd, err = unix.EpollCreate1(unix.EPOLL_CLOEXEC)
		return err
	})
	if err != nil {
		return nil, m.fail(object.IOError, err)
	}
	return m.wrapEpoll(sysfd)
}

func (m *module) wrapEpoll(sysfd int) (starlark.Value, error) {
	fd, err := netfd.New(sysfd)
	if err != nil {
		return nil, m.fail(object.IOError, err)
	}
	e := &epoll{fd: fd}
	e.value = value{m: m, self: e, class: m.epoll}
	e.res = object.Track(m.rt, e, nil, func(*object.Thread) { _ = fd.Close() })
	return e, nil
}

// Resource is what Track returned, nil once it is closed.
func (e *epoll) Resource() *object.Resource { return e.res }

// epollFromFD is epoll.fromfd(fd): the object for a descriptor that exists.
func (m *module) epollFromFD(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	sysfd := 0
	var err error
	if m.py2() {
		err = object.Positional(t, "fromfd", args, kwargs, 1, &sysfd)
	} else {
		err = object.OneArg(t, "epoll", "fromfd", args, kwargs, &sysfd)
	}
	if err != nil {
		return nil, err
	}
	return m.wrapEpoll(sysfd)
}

func (e *epoll) check() error {
	if e.res == nil {
		return object.ValueError.By("I/O operation on closed epoll fd", "I/O operation on closed epoll object")
	}
	return nil
}

func (e *epoll) shut() error {
	if e.res == nil {
		return nil
	}
	e.res.Untrack()
	e.res = nil
	return e.m.fail(object.IOError, e.fd.Close())
}

// close is e.close().
func (e *epoll) close(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := object.NoArgs("select.epoll", "close", args, kwargs); err != nil {
		return nil, err
	}
	return starlark.None, e.shut()
}

// fileno is e.fileno().
func (e *epoll) fileno(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := object.NoArgs("select.epoll", "fileno", args, kwargs); err != nil {
		return nil, err
	}
	return starlark.MakeInt(e.fd.Sysfd()), e.check()
}

// Fileno returns the descriptor, -1 when closed.
func (e *epoll) Fileno() int { return e.fd.Sysfd() }

// eventsArg converts a set of events, a C unsigned int.
func (e *epoll) eventsArg(dst *uint32) object.ConverterFunc {
	return func(t *object.Thread, v starlark.Value) error {
		n, err := t.Int(v)
		if err != nil {
			return err
		}
		*dst = uint32(n)
		return nil
	}
}

// control is epoll_ctl(2) for a method.
func (e *epoll) control(t *object.Thread, op int, v starlark.Value, events uint32) (starlark.Value, error) {
	if err := e.check(); err != nil {
		return nil, err
	}
	fd, err := t.Descriptor(v)
	if err != nil {
		return nil, err
	}
	err = e.fd.Control(func(sysfd int) error {
		return unix.EpollCtl(sysfd, op, fd, &unix.EpollEvent{Events: events, Fd: int32(fd)})
	})
	if err == unix.EBADF && op == unix.EPOLL_CTL_DEL && e.m.py2() {
		err = nil // a closed descriptor is out of the set already
	}
	return starlark.None, e.m.fail(object.IOError, err)
}

// register is e.register(fd[, eventmask]). OSError EEXIST for one that is.
func (e *epoll) register(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v starlark.Value
	events := uint32(unix.EPOLLIN | unix.EPOLLOUT | unix.EPOLLPRI)
	if err := object.Keywords(t, "register", args, kwargs, 1, "fd", &v, "eventmask", e.eventsArg(&events)); err != nil {
		return nil, err
	}
	return e.control(t, unix.EPOLL_CTL_ADD, v, events)
}

// modify is e.modify(fd, eventmask). OSError ENOENT for one that isn't
// registered.
func (e *epoll) modify(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v starlark.Value
	var events uint32
	if err := object.Keywords(t, "modify", args, kwargs, 2, "fd", &v, "eventmask", e.eventsArg(&events)); err != nil {
		return nil, err
	}
	return e.control(t, unix.EPOLL_CTL_MOD, v, events)
}

// unregister is e.unregister(fd).
func (e *epoll) unregister(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v starlark.Value
	if err := object.Keywords(t, "unregister", args, kwargs, 1, "fd", &v); err != nil {
		return nil, err
	}
	return e.control(t, unix.EPOLL_CTL_DEL, v, 0)
}

// pollArgs takes (timeout=None, maxevents=-1).
func pollArgs(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, int, error) {
	if len(args) == 1 && len(kwargs) == 0 { // as most calls are
		return args[0], -1, nil
	}
	var timeout starlark.Value
	most := -1
	err := object.Keywords(t, "poll", args, kwargs, 0, "timeout", &timeout, "maxevents", &most)
	return timeout, most, err
}

// poll is e.poll(timeout=None, maxevents=-1): a list of (fd, events). timeout is
// in seconds; None and negative ones are none at all. (epoll_wait(2).)
func (e *epoll) poll(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	m := e.m
	if err := e.check(); err != nil {
		return nil, err
	}
	timeout, most, err := pollArgs(t, args, kwargs)
	if err != nil {
		return nil, err
	}
	words := "timeout must be an integer or None"
	if m.py2() {
		words = "a float is required"
	}
	d, negative, err := m.deadline(t, timeout, time.Second, words)
	if s, ferr := t.Float(orZero(timeout)); ferr == nil && s*1000 > math.MaxInt32 {
		return nil, object.OverflowError.By("timeout is too large", "timeout is too large")
	}
	if err != nil {
		return nil, err
	}
	if negative {
		d = netfd.Forever
	}
	switch {
	case most == -1:
		most = 1023 // FD_SETSIZE-1
	case most < 1:
		return nil, object.ValueError.Errorf("maxevents must be greater than 0, got %d", most)
	}
	room := e.room // another thread may poll meanwhile
	e.room = nil
	if len(room) < most {
		room = make([]unix.EpollEvent, min(most, 1<<16))
	}
	n, err := e.fd.EpollWait(t.Waiter, d, room[:min(most, len(room))])
	switch err {
	case nil:
	case unix.EAGAIN, netfd.ErrTimeout:
		n = 0
	default:
		return nil, m.fail(object.IOError, err)
	}
	list := make([]starlark.Value, n)
	for i := range list {
		list[i] = starlark.Tuple{starlark.MakeInt(int(room[i].Fd)), starlark.MakeInt64(int64(room[i].Events))}
	}
	e.room = room
	return m.rt.List(list), nil
}
