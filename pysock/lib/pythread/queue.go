package pythread

import (
	"time"

	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/netfd"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// The exceptions of the queues.
var (
	empty2 = object.NewKind("Queue", "Empty", object.Exc, object.Exc)
	full2  = object.NewKind("Queue", "Full", object.Exc, object.Exc)
	empty3 = object.NewKind("_queue", "Empty", object.Exc, object.Exc)
	full3  = object.NewKind("queue", "Full", object.Exc, object.Exc)
)

// queues is module _queue of one runtime.
type queues struct {
	rt          *object.Runtime
	base        *object.Class
	simple      *object.Class
	empty, full *object.Kind
}

const queueDoc = "Queues between threads."

// NewQueue returns module _queue: SimpleQueue, and what is called often of the
// classes of module queue (Queue in Python 2), which are embedded Python.
func NewQueue(rt *object.Runtime) *object.Module {
	m := &queues{rt: rt, empty: empty3, full: full3}
	if rt.Dialect == syntax.Python2 {
		m.empty, m.full = empty2, full2
	}
	m.base, m.simple = m.newBase(), m.newSimpleClass()
	names := object.NewModule(rt, "_queue", queueDoc, nil)
	names.Set("Empty", m.empty.Class(rt.Dialect))
	names.Set("_Full", m.full.Class(rt.Dialect))
	names.Set("_Base", m.base)
	names.Set("SimpleQueue", m.simple)
	return names
}

// newBase returns the base of class Queue. Its methods work on the attributes
// that instances have in CPython too: mutex and the conditions not_empty,
// not_full and all_tasks_done on it, queue, maxsize and unfinished_tasks.
func (m *queues) newBase() *object.Class {
	c := object.NewClass("queue", "_Base", object.TypesOf(m.rt.Dialect).Object)
	c.Mixin = true
	c.Methods = map[string]object.Method{
		"put":        m.put,
		"get":        m.get,
		"put_nowait": m.putNowait,
		"get_nowait": m.getNowait,
		"task_done":  m.taskDone,
		"join":       m.join,
		"qsize": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			if err := object.NoArgs("Queue", "qsize", args, kwargs); err != nil {
				return nil, err
			}
			return m.locked(t, self, func(q *queue) (starlark.Value, error) { return q.length() })
		},
		"empty": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			if err := object.NoArgs("Queue", "empty", args, kwargs); err != nil {
				return nil, err
			}
			return m.locked(t, self, func(q *queue) (starlark.Value, error) {
				n, err := q.size()
				return t.RT.Bool(n == 0), err
			})
		},
		"full": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			if err := object.NoArgs("Queue", "full", args, kwargs); err != nil {
				return nil, err
			}
			return m.locked(t, self, func(q *queue) (starlark.Value, error) {
				full, err := q.isFull()
				return t.RT.Bool(full), err
			})
		},
		"_qsize": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return m.of(t, self).length()
		},
		"_put": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			var item starlark.Value
			if err := object.OneArg(t, "Queue", "_put", args, kwargs, &item); err != nil {
				return nil, err
			}
			return starlark.None, m.of(t, self).push(item)
		},
		"_get": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return m.of(t, self).pop()
		},
	}
	if m.rt.Dialect != syntax.Python2 {
		c.Attrs = map[string]starlark.Value{"__class_getitem__": object.ClassGetItem(c)}
	}
	return c
}

// A queue is an instance of class Queue at a call.
type queue struct {
	m *queues
	t *object.Thread
	x *object.Instance
}

func (m *queues) of(t *object.Thread, self starlark.Value) *queue {
	x, _ := self.(*object.Instance)
	return &queue{m, t, x}
}

// A fifo is what collections.deque has of use here.
type fifo interface {
	Len() int
	Append(v starlark.Value)
	PopLeft() starlark.Value
}

// own reports whether the class leaves a method to the base.
func (q *queue) own(name string) bool {
	return q.x.Class().Lookup(name) == q.m.base.Lookup(name)
}

func (q *queue) attr(name string) (starlark.Value, error) { return q.m.rt.Attr(q.x, name) }

// list returns attribute queue.
func (q *queue) list() (fifo, starlark.Value, error) {
	v, err := q.attr("queue")
	f, _ := v.(fifo)
	return f, v, err
}

func (q *queue) length() (starlark.Value, error) {
	f, v, err := q.list()
	switch {
	case err != nil:
		return nil, err
	case f != nil:
		return starlark.MakeInt(f.Len()), nil
	}
	n, err := builtins.Len(q.t, v)
	return starlark.MakeInt(n), err
}

func (q *queue) push(item starlark.Value) error {
	f, v, err := q.list()
	if err != nil {
		return err
	}
	if f != nil {
		f.Append(item)
		return nil
	}
	_, err = q.t.CallMethod(v, "append", item)
	return err
}

func (q *queue) pop() (starlark.Value, error) {
	f, v, err := q.list()
	if err != nil {
		return nil, err
	}
	if f != nil && f.Len() > 0 {
		return f.PopLeft(), nil
	}
	return q.t.CallMethod(v, "popleft")
}

// size is _qsize(), add _put(item), take _get().
func (q *queue) size() (int, error) {
	var v starlark.Value
	var err error
	if q.own("_qsize") {
		v, err = q.length()
	} else {
		v, err = q.t.CallMethod(q.x, "_qsize")
	}
	if err != nil {
		return 0, err
	}
	if n, ok := object.AsInt(v); ok {
		i, _ := n.Int64()
		return int(i), nil
	}
	return 0, object.TypeError.Errorf("an integer is required")
}

func (q *queue) add(item starlark.Value) error {
	if q.own("_put") {
		return q.push(item)
	}
	_, err := q.t.CallMethod(q.x, "_put", item)
	return err
}

func (q *queue) take() (starlark.Value, error) {
	if q.own("_get") {
		return q.pop()
	}
	return q.t.CallMethod(q.x, "_get")
}

// limit is attribute maxsize, 0 for none.
func (q *queue) limit() (int, error) {
	v, err := q.attr("maxsize")
	if err != nil {
		return 0, err
	}
	switch v := v.(type) {
	case starlark.Int:
		n, _ := v.Int64()
		return max(int(n), 0), nil
	}
	n, err := q.t.Float(v)
	return max(int(n), 0), err
}

func (q *queue) isFull() (bool, error) {
	limit, err := q.limit()
	if err != nil || limit == 0 {
		return false, err
	}
	n, err := q.size()
	return n >= limit, err
}

// unfinished adds to attribute unfinished_tasks and returns it.
func (q *queue) unfinished(add int) (int, error) {
	v, err := q.attr("unfinished_tasks")
	if err != nil {
		return 0, err
	}
	n, err := q.t.Int(v)
	if err == nil && add != 0 {
		n += int64(add)
		err = q.x.SetField("unfinished_tasks", starlark.MakeInt64(n))
	}
	return int(n), err
}

// A guard is a lock or a condition of the queue's: one of ours, or what a
// script has put there.
type guard struct {
	t *object.Thread
	v starlark.Value
	c *condition // or nil
}

func (q *queue) guard(name string) (*guard, error) {
	v, err := q.attr(name)
	c, _ := v.(*condition)
	return &guard{q.t, v, c}, err
}

func (g *guard) enter() error {
	var err error
	switch l := g.v.(type) {
	case *condition:
		_, err = conditionEnter(g.t, l, nil, nil)
	case *lock:
		_, err = l.acquire(g.t, netfd.Forever, l)
	default:
		_, err = g.t.CallMethod(g.v, "__enter__")
	}
	return err
}

func (g *guard) exit() error {
	var err error
	switch l := g.v.(type) {
	case *condition:
		_, err = conditionExit(g.t, l, nil, nil)
	case *lock:
		err = l.let()
	default:
		_, err = g.t.CallMethod(g.v, "__exit__", starlark.None, starlark.None, starlark.None)
	}
	return err
}

func (g *guard) wait(d netfd.Deadline) error {
	if g.c != nil {
		_, err := g.c.wait(g.t, d)
		return err
	}
	left, ends := d.Left()
	if !ends {
		_, err := g.t.CallMethod(g.v, "wait")
		return err
	}
	_, err := g.t.CallMethod(g.v, "wait", starlark.Float(left.Seconds()))
	return err
}

func (g *guard) notify() error {
	if g.c != nil {
		return g.c.notify(g.t, 1)
	}
	_, err := g.t.CallMethod(g.v, "notify")
	return err
}

// waitFor is wait(timeout) -> what the condition's wait returns.
func (g *guard) waitFor(timeout starlark.Value) (starlark.Value, error) {
	if g.c != nil {
		return conditionWait(g.t, g.c, starlark.Tuple{timeout}, nil)
	}
	return g.t.CallMethod(g.v, "wait", timeout)
}

func (g *guard) notifyAll() error {
	if g.c != nil {
		return g.c.notify(g.t, -1)
	}
	_, err := g.t.CallMethod(g.v, "notify_all")
	return err
}

// within runs f while it has the guard.
func (g *guard) within(f func() (starlark.Value, error)) (starlark.Value, error) {
	if err := g.enter(); err != nil {
		return nil, err
	}
	v, err := f()
	if again := g.exit(); err == nil {
		err = again
	}
	return v, err
}

func (m *queues) locked(t *object.Thread, self starlark.Value, f func(q *queue) (starlark.Value, error)) (starlark.Value, error) {
	q := m.of(t, self)
	g, err := q.guard("mutex")
	if err != nil {
		return nil, err
	}
	return g.within(func() (starlark.Value, error) { return f(q) })
}

// until returns the end of a wait of put or get. It raises ValueError.
func (q *queue) until(block bool, timeout starlark.Value) (netfd.Deadline, error) {
	switch {
	case !block:
		return netfd.AtOnce, nil
	case timeout == starlark.None:
		return netfd.Forever, nil
	}
	sec, err := q.t.Float(timeout)
	switch {
	case err != nil:
		return 0, err
	case sec < 0:
		return 0, object.ValueError.Errorf("'timeout' must be a non-negative number")
	case sec > timeoutMax:
		return 0, object.OverflowError.Errorf("timestamp out of range for platform time_t")
	}
	return netfd.After(time.Duration(sec * 1e9)), nil
}

// passed reports whether nothing is to be waited for any more.
func passed(d netfd.Deadline) bool {
	left, ends := d.Left()
	return ends && left == 0
}

// put is put(item, block=True, timeout=None). It raises Full.
func (m *queues) put(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var item starlark.Value
	block, timeout := true, starlark.Value(starlark.None)
	if len(args) == 1 && len(kwargs) == 0 {
		item = args[0]
	} else if err := object.Keywords(t, "put", args, kwargs, 1, "item", &item, "block", &block, "timeout", &timeout); err != nil {
		return nil, err
	}
	q := m.of(t, self)
	room, err := q.guard("not_full")
	if err != nil {
		return nil, err
	}
	return room.within(func() (starlark.Value, error) {
		limit, err := q.limit()
		if err != nil {
			return nil, err
		}
		if limit > 0 {
			d, err := q.until(block, timeout)
			if err != nil {
				return nil, err
			}
			for {
				n, err := q.size()
				if err != nil {
					return nil, err
				}
				if n < limit {
					break
				}
				if passed(d) {
					return nil, m.full.New()
				}
				if err := room.wait(d); err != nil {
					return nil, err
				}
			}
		}
		if err := q.add(item); err != nil {
			return nil, err
		}
		if _, err := q.unfinished(1); err != nil {
			return nil, err
		}
		some, err := q.guard("not_empty")
		if err != nil {
			return nil, err
		}
		return starlark.None, some.notify()
	})
}

// get is get(block=True, timeout=None) -> item. It raises Empty.
func (m *queues) get(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	block, timeout := true, starlark.Value(starlark.None)
	if len(args)+len(kwargs) > 0 {
		if err := object.Keywords(t, "get", args, kwargs, 0, "block", &block, "timeout", &timeout); err != nil {
			return nil, err
		}
	}
	q := m.of(t, self)
	some, err := q.guard("not_empty")
	if err != nil {
		return nil, err
	}
	return some.within(func() (starlark.Value, error) {
		d, err := q.until(block, timeout)
		if err != nil {
			return nil, err
		}
		for {
			n, err := q.size()
			if err != nil {
				return nil, err
			}
			if n > 0 {
				break
			}
			if passed(d) {
				return nil, m.empty.New()
			}
			if err := some.wait(d); err != nil {
				return nil, err
			}
		}
		item, err := q.take()
		if err != nil {
			return nil, err
		}
		room, err := q.guard("not_full")
		if err != nil {
			return nil, err
		}
		return item, room.notify()
	})
}

// putNowait is put_nowait(item).
func (m *queues) putNowait(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var item starlark.Value
	if err := object.Keywords(t, "put_nowait", args, kwargs, 1, "item", &item); err != nil {
		return nil, err
	}
	return withoutWaiting(t, self, "put", item)
}

// getNowait is get_nowait().
func (m *queues) getNowait(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := object.NoArgs("Queue", "get_nowait", args, kwargs); err != nil {
		return nil, err
	}
	return withoutWaiting(t, self, "get")
}

// withoutWaiting calls a method, which a script may have redefined, with
// block=False.
func withoutWaiting(t *object.Thread, queue starlark.Value, method string, args ...starlark.Value) (starlark.Value, error) {
	f, err := t.RT.Attr(queue, method)
	if err != nil {
		return nil, err
	}
	return starlark.Call(t.Star, f, args, []starlark.Tuple{{t.RT.Str("block"), t.RT.Bool(false)}})
}

// taskDone is task_done(). It raises ValueError if nothing is unfinished.
func (m *queues) taskDone(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := object.NoArgs("Queue", "task_done", args, kwargs); err != nil {
		return nil, err
	}
	q := m.of(t, self)
	done, err := q.guard("all_tasks_done")
	if err != nil {
		return nil, err
	}
	return done.within(func() (starlark.Value, error) {
		n, err := q.unfinished(0)
		if err != nil {
			return nil, err
		}
		if n <= 0 {
			return nil, object.ValueError.Errorf("task_done() called too many times")
		}
		if n == 1 {
			if _, err := t.CallMethod(done.v, "notify_all"); err != nil {
				return nil, err
			}
		}
		_, err = q.unfinished(-1)
		return starlark.None, err
	})
}

// join is join(): it waits until all tasks are done.
func (m *queues) join(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := object.NoArgs("Queue", "join", args, kwargs); err != nil {
		return nil, err
	}
	q := m.of(t, self)
	done, err := q.guard("all_tasks_done")
	if err != nil {
		return nil, err
	}
	return done.within(func() (starlark.Value, error) {
		for {
			n, err := q.unfinished(0)
			if err != nil || n == 0 {
				return starlark.None, err
			}
			if err := done.wait(netfd.Forever); err != nil {
				return nil, err
			}
		}
	})
}
