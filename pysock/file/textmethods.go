package file

import (
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// The methods of TextIOWrapper.

type textMethod = func(x *Text, t *object.Thread, c call) (starlark.Value, error)

func forwardText(name string) textMethod {
	return func(x *Text, t *object.Thread, c call) (starlark.Value, error) {
		if err := x.attached(); err != nil {
			return nil, err
		}
		return callMethod(t, x.under().object(), name)
	}
}

func textMethods() map[string]textMethod {
	return map[string]textMethod{
		"__init__": func(x *Text, t *object.Thread, c call) (starlark.Value, error) { return starlark.None, x.init(t, c) },
		"close":    func(x *Text, t *object.Thread, c call) (starlark.Value, error) { return starlark.None, x.close(t) },
		"fileno":   forwardText("fileno"),
		"isatty":   forwardText("isatty"),
		"seekable": forwardText("seekable"),
		"readable": forwardText("readable"),
		"writable": forwardText("writable"),
		"flush":    func(x *Text, t *object.Thread, c call) (starlark.Value, error) { return starlark.None, x.flushed(t) },
		"detach": func(x *Text, t *object.Thread, c call) (starlark.Value, error) {
			if err := x.attached(); err != nil {
				return nil, err
			}
			if err := x.flush(t); err != nil {
				return nil, err
			}
			v := x.under().object()
			x.buffer, x.detached = nil, true
			return v, nil
		},
		"write": func(x *Text, t *object.Thread, c call) (starlark.Value, error) {
			v, err := c.one(t, &x.value, "write")
			if err != nil {
				return nil, err
			}
			n, err := x.writeValue(t, v)
			if err != nil {
				return nil, err
			}
			x.softspace = false
			return long(t.RT, int64(n)), nil
		},
		"read": func(x *Text, t *object.Thread, c call) (starlark.Value, error) {
			n, err := c.size(t, "read")
			if err != nil {
				return nil, err
			}
			return x.All(t, n)
		},
		"readline": func(x *Text, t *object.Thread, c call) (starlark.Value, error) {
			n, err := c.size(t, "readline")
			if err != nil {
				return nil, err
			}
			return x.Line(t, n)
		},
		"tell": func(x *Text, t *object.Thread, c call) (starlark.Value, error) {
			if err := c.none(&x.value, "tell"); err != nil {
				return nil, err
			}
			return x.tell(t)
		},
		"seek": func(x *Text, t *object.Thread, c call) (starlark.Value, error) {
			var target starlark.Value
			whence := 0
			if err := object.Positional(t, "seek", c.args, c.kwargs, 1, &target, &whence); err != nil {
				return nil, err
			}
			return x.seek(t, target, whence)
		},
		"truncate": func(x *Text, t *object.Thread, c call) (starlark.Value, error) {
			size := starlark.Value(starlark.None)
			if err := object.Positional(t, "truncate", c.args, c.kwargs, 0, &size); err != nil {
				return nil, err
			}
			if err := x.attached(); err != nil {
				return nil, err
			}
			if err := checkOpen(t, x); err != nil {
				return nil, err
			}
			if err := x.flush(t); err != nil {
				return nil, err
			}
			return callMethod(t, x.under().object(), "truncate", size)
		},
	}
}

// textMethods3 are those of Python 3 alone.
func textMethods3() map[string]textMethod {
	return map[string]textMethod{
		"reconfigure": (*Text).reconfigure,
	}
}

func textGetters() map[string]func(x *Text) (starlark.Value, error) {
	return map[string]func(x *Text) (starlark.Value, error){
		"encoding":       func(x *Text) (starlark.Value, error) { return x.rt.Str(x.encoding), x.made() },
		"errors":         func(x *Text) (starlark.Value, error) { return x.rt.Str(x.errors), x.made() },
		"line_buffering": func(x *Text) (starlark.Value, error) { return x.rt.Bool(x.lineBuffered), x.made() },
		"buffer": func(x *Text) (starlark.Value, error) {
			if err := x.attached(); err != nil {
				return nil, err
			}
			return x.under().object(), nil
		},
		"name": func(x *Text) (starlark.Value, error) {
			if err := x.attached(); err != nil {
				return nil, err
			}
			return x.rt.Attr(x.under().object(), "name")
		},
		"closed": func(x *Text) (starlark.Value, error) {
			if err := x.attached(); err != nil {
				return nil, err
			}
			closed, err := x.under().closed(x.rt.Current())
			return x.rt.Bool(closed), err
		},
		"newlines": func(x *Text) (starlark.Value, error) {
			if err := x.attached(); err != nil {
				return nil, err
			}
			if x.newline == nil {
				return starlark.None, nil
			}
			return x.newline.kinds(x.rt), nil
		},
		"_CHUNK_SIZE": func(x *Text) (starlark.Value, error) { return starlark.MakeInt(x.chunk), x.attached() },
	}
}

func textGetters3() map[string]func(x *Text) (starlark.Value, error) {
	return map[string]func(x *Text) (starlark.Value, error){
		"write_through": func(x *Text) (starlark.Value, error) { return x.rt.Bool(x.through), x.made() },
	}
}

// SetField sets the chunk size, or an attribute that isn't computed.
func (x *Text) SetField(name string, v starlark.Value) error {
	switch name {
	case "_CHUNK_SIZE":
		n, err := x.rt.Current().Int(v)
		if err == nil && n <= 0 {
			err = object.ValueError.Errorf("a strictly positive integer is required")
		}
		if err == nil {
			x.chunk = int(n)
		}
		return err
	}
	return x.value.SetField(name, v)
}
