package pysock

import (
	"fmt"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// unhandled tells of an exception that ended a thread which module _thread
// started to call fn.
func (r *Runtime) unhandled(e *object.Exception, fn starlark.Value) {
	if r.rt.Dialect == syntax.Python2 {
		r.writeError("Unhandled exception in thread started by " + r.rt.Repr(fn) + "\n")
		r.show(e)
		return
	}
	r.tellUnraisable(e, r.rt.Str("Exception ignored in thread started by"), fn)
}

// complain tells of an error that nobody can catch.
func (r *Runtime) complain(words string, err error, v starlark.Value) {
	r.tellUnraisable(r.rt.Current().Exception(err), r.rt.Str(words), v)
}

// deadlocked tells that all threads wait for each other, where each stands and
// for what it waits. Where a signal's handler may still change that, it tells
// nothing.
func (r *Runtime) deadlocked() bool {
	if r.rt.HandlesSignals() {
		return false
	}
	r.flush()
	fmt.Fprint(r.stderr, "pysock: all threads wait for each other, and nothing can wake them:\n")
	for _, t := range r.rt.Threads() {
		what := t.WaitsFor()
		if what == nil {
			continue
		}
		fmt.Fprintf(r.stderr, "%s waits for %s", t.Star.Name, r.rt.Repr(what))
		if h := what.Holder(); h != nil {
			fmt.Fprintf(r.stderr, ", which %s has", h.Star.Name)
		}
		fmt.Fprint(r.stderr, "\n")
		r.printFrames(r.stderr, t.Stack(), &plain)
	}
	return true
}

// shutThreads waits for the threads that are no daemons.
func (r *Runtime) shutThreads() {
	m, ok := r.rt.Modules.GetString("threading").(*object.Module)
	if !ok {
		return
	}
	shutdown := m.Get("_shutdown")
	if shutdown == nil {
		return
	}
	if _, err := r.thread.Call(shutdown); err != nil {
		r.ignoredAtExit(r.thread.Exception(err), m)
	}
}

// atExit calls what module atexit was told.
func (r *Runtime) atExit() {
	if r.rt.Dialect == syntax.Python2 {
		f := r.rt.Sys.Get("exitfunc")
		if f == nil {
			return
		}
		if _, err := r.thread.Call(f); err != nil {
			e := r.thread.Exception(err)
			if !e.Class().IsSubclass(object.SystemExit.Class(r.rt.Dialect)) {
				r.writeError("Error in sys.exitfunc:\n")
				r.show(e)
			}
		}
		return
	}
	if r.rt.AtExit == nil {
		return
	}
	if _, err := r.thread.Call(r.rt.AtExit); err != nil {
		r.tellUnraisable(r.thread.Exception(err), starlark.None, r.rt.AtExit)
	}
}

// ignoredAtExit tells of an exception that the end of a module raised.
func (r *Runtime) ignoredAtExit(e *object.Exception, m *object.Module) {
	if r.rt.Dialect == syntax.Python2 {
		r.writeError("Exception " + e.Class().ClassName + " in " + r.rt.Repr(m) + " ignored\n")
		return
	}
	r.tellUnraisable(e, starlark.None, m)
}
