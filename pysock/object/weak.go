package object

import (
	"weak"

	"go.starlark.net/starlark"
)

// A WeakReferent is a value of a module written in Go that can have weak
// references. Weak returns its WeakPointer.
type WeakReferent interface {
	Weak() (key any, get func() starlark.Value)
}

// WeakPointer makes the key by which a value's weak reference is found, and the
// function that returns the value while it lives.
func WeakPointer[T any, P interface {
	*T
	starlark.Value
}](x P) (key any, get func() starlark.Value) {
	w := weak.Make((*T)(x))
	return w, func() starlark.Value {
		if p := w.Value(); p != nil {
			return P(p)
		}
		return nil
	}
}
