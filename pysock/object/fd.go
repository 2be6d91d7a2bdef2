package object

import (
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// filed is a value of a Go module that has a descriptor, below zero if closed.
type filed interface{ Fileno() int }

// Descriptor returns the descriptor of an int or of an object with fileno(). It
// raises TypeError for others, and ValueError for a negative one.
func (t *Thread) Descriptor(v starlark.Value) (int, error) {
	if f, ok := v.(filed); ok {
		if n := f.Fileno(); n >= 0 {
			return n, nil
		}
	}
	number := v
	if _, isInt := AsInt(v); !isInt {
		fileno, err := t.RT.Attr(v, "fileno")
		if err != nil {
			if !Is(err, AttributeError, t.RT.Dialect) {
				return 0, err
			}
			return 0, TypeError.By("argument must be an int, or have a fileno() method", "argument must be an int, or have a fileno() method.")
		}
		if number, err = t.Call(fileno); err != nil {
			return 0, err
		}
		if _, ok := AsInt(number); !ok {
			return 0, TypeError.Errorf("fileno() returned a non-integer")
		}
	}
	n, err := t.Int(number)
	switch {
	case err != nil && Is(err, OverflowError, t.RT.Dialect), err == nil && n != int64(int32(n)):
		if t.RT.Dialect == syntax.Python2 {
			return 0, ValueError.Errorf("file descriptor cannot be a negative integer (-1)")
		}
		return 0, OverflowError.Errorf("Python int too large to convert to C int")
	case err != nil:
		return 0, err
	case n < 0:
		return 0, ValueError.Errorf("file descriptor cannot be a negative integer (%d)", n)
	}
	return int(n), nil
}
