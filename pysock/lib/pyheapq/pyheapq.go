// Package pyheapq is the part of Python's module heapq that runs for each item:
// heappush and its like. It is the module _heapq; the rest of heapq is embedded Python.
//
// A heap is a list whose item at k is never greater than those at 2*k+1 and 2*k+2.
// (Library reference, heapq.)
package pyheapq

import (
	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

const doc = "Lists whose first item is the smallest."

// New returns the module.
func New(rt *object.Runtime) *object.Module {
	return object.NewModule(rt, "_heapq", doc, []object.Def{
		{Name: "heappush", F: two("heappush", push)},
		{Name: "heappop", F: one("heappop", pop)},
		{Name: "heapify", F: one("heapify", heapify)},
		{Name: "heapreplace", F: two("heapreplace", replace)},
		{Name: "heappushpop", F: two("heappushpop", pushPop)},
	})
}

type function = func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error)

// one makes a function of a heap.
func one(name string, f func(h *heap) (starlark.Value, error)) function {
	return func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		var v starlark.Value
		if err := object.OneArg(t, "_heapq", name, args, kwargs, &v); err != nil {
			return nil, err
		}
		h, err := heapOf(t, v, name+"() argument")
		if err != nil {
			return nil, err
		}
		return f(h)
	}
}

// two makes a function of a heap and an item.
func two(name string, f func(h *heap, item starlark.Value) (starlark.Value, error)) function {
	return func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if len(kwargs) > 0 {
			return nil, object.TypeError.By(name+"() takes no keyword arguments", "_heapq."+name+"() takes no keyword arguments")
		}
		if err := builtins.Tupled(name, args, 2, 2); err != nil {
			return nil, err
		}
		h, err := heapOf(t, args[0], name+"() argument 1")
		if err != nil {
			return nil, err
		}
		return f(h, args[1])
	}
}

// A heap is a list that a function works on. Comparing runs code of the script's, which
// may change the list.
type heap struct {
	t    *object.Thread
	list *object.List
}

func heapOf(t *object.Thread, v starlark.Value, what string) (*heap, error) {
	list, ok := object.Unwrap(v).(*object.List)
	if !ok {
		return nil, object.TypeError.By("heap argument must be a list", what+" must be list, not "+object.ArgName(v))
	}
	return &heap{t, list}, nil
}

func (h *heap) len() int { return len(h.list.Elems) }

// less is x < y. In Python 2 a class, and so int, may know <= alone.
func (h *heap) less(x, y starlark.Value) (bool, error) {
	size := h.len()
	op := syntax.Lt
	if h.t.RT.Dialect == syntax.Python2 && !h.knowsLess(x) {
		op, x, y = syntax.LtE, y, x
	}
	v, err := object.Compare(h.t.RT.Dialect, op, x, y)
	if err != nil {
		return false, err
	}
	is, err := builtins.IsTrue(h.t, v)
	if err == nil && h.len() != size {
		err = object.RuntimeError.Errorf("list changed size during iteration")
	}
	return is == (op == syntax.Lt), err
}

// knowsLess reports whether a value has a method __lt__.
func (h *heap) knowsLess(x starlark.Value) bool {
	switch x.(type) {
	case starlark.Int, object.Bool, object.Long:
		return false
	case object.Special:
		_, err := h.t.RT.Attr(x, "__lt__")
		return err == nil
	}
	return true
}

func outOfRange() error { return object.IndexError.Errorf("index out of range") }

// up moves the item at pos towards start, to where it belongs.
func (h *heap) up(start, pos int) error {
	for pos > start {
		parent := (pos - 1) / 2
		is, err := h.less(h.list.Elems[pos], h.list.Elems[parent])
		if !is || err != nil {
			return err
		}
		h.swap(pos, parent)
		pos = parent
	}
	return nil
}

// down moves the item at pos to a leaf along its smaller children, then up to where it
// belongs.
func (h *heap) down(pos int) error {
	start, n := pos, h.len()
	for pos < n/2 {
		child := 2*pos + 1
		if child+1 < n {
			is, err := h.less(h.list.Elems[child], h.list.Elems[child+1])
			if err != nil {
				return err
			}
			if !is {
				child++
			}
		}
		h.swap(pos, child)
		pos = child
	}
	return h.up(start, pos)
}

func (h *heap) swap(i, j int) {
	e := h.list.Elems
	e[i], e[j] = e[j], e[i]
}

// push is heappush(heap, item).
func push(h *heap, item starlark.Value) (starlark.Value, error) {
	h.list.Elems = append(h.list.Elems, item)
	return starlark.None, h.up(0, h.len()-1)
}

// pop is heappop(heap): it removes and returns the smallest item, or raises IndexError.
func pop(h *heap) (starlark.Value, error) {
	n := h.len()
	if n == 0 {
		return nil, outOfRange()
	}
	smallest, last := h.list.Elems[0], h.list.Elems[n-1]
	h.list.Elems[n-1] = nil
	h.list.Elems = h.list.Elems[:n-1]
	if n == 1 {
		return last, nil
	}
	h.list.Elems[0] = last
	return smallest, h.down(0)
}

// heapify is heapify(x): it makes a heap of a list.
func heapify(h *heap) (starlark.Value, error) {
	for i := h.len()/2 - 1; i >= 0; i-- {
		if err := h.down(i); err != nil {
			return nil, err
		}
	}
	return starlark.None, nil
}

// replace is heapreplace(heap, item): pop, then push; it raises IndexError.
func replace(h *heap, item starlark.Value) (starlark.Value, error) {
	if h.len() == 0 {
		return nil, outOfRange()
	}
	smallest := h.list.Elems[0]
	h.list.Elems[0] = item
	return smallest, h.down(0)
}

// pushPop is heappushpop(heap, item): push, then pop.
func pushPop(h *heap, item starlark.Value) (starlark.Value, error) {
	if h.len() == 0 {
		return item, nil
	}
	is, err := h.less(h.list.Elems[0], item)
	switch {
	case h.len() == 0:
		return nil, outOfRange()
	case err != nil:
		return nil, err
	case !is:
		return item, nil
	}
	return replace(h, item)
}
