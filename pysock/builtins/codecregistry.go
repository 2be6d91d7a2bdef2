package builtins

import (
	"strings"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A codecRegistry is what a script has registered with module codecs.
type codecRegistry struct {
	search   []starlark.Value
	found    map[string]starlark.Value // by normalized name
	handlers map[string]starlark.Value
	standard map[string]starlark.Value
}

type codecRegistryKey struct{}

func registryOf(rt *object.Runtime) *codecRegistry {
	return rt.Local(codecRegistryKey{}, func() any {
		return &codecRegistry{
			found:    make(map[string]starlark.Value),
			handlers: make(map[string]starlark.Value),
			standard: make(map[string]starlark.Value),
		}
	}).(*codecRegistry)
}

// handler returns the error handler that a script registered, or nil.
func (r *codecRegistry) handler(name string) starlark.Value {
	if len(r.handlers) == 0 {
		return nil
	}
	return r.handlers[name]
}

// RegisterError is codecs.register_error(name, handler).
func RegisterError(rt *object.Runtime, name string, handler starlark.Value) {
	registryOf(rt).handlers[name] = handler
}

// RegisterSearch is codecs.register(search).
func RegisterSearch(rt *object.Runtime, search starlark.Value) {
	r := registryOf(rt)
	r.search = append(r.search, search)
}

// UnregisterSearch is codecs.unregister(search).
func UnregisterSearch(rt *object.Runtime, search starlark.Value) {
	r := registryOf(rt)
	for i, s := range r.search {
		if object.Identical(s, search) {
			r.search = append(r.search[:i], r.search[i+1:]...)
			clear(r.found)
			return
		}
	}
}

// SearchCodec asks the script's own search functions for a codec: the
// CodecInfo, or nil.
func SearchCodec(t *object.Thread, name string) (starlark.Value, error) {
	r := registryOf(t.RT)
	if len(r.search) == 0 {
		return nil, nil
	}
	key := searchName(t.RT.Dialect, name)
	if v := r.found[key]; v != nil {
		return v, nil
	}
	for _, s := range r.search {
		v, err := t.Call(s, t.RT.Str(key))
		if err != nil {
			return nil, err
		}
		if v == starlark.None {
			continue
		}
		if info, ok := object.Unwrap(v).(starlark.Tuple); !ok || len(info) != 4 {
			return nil, object.TypeError.Errorf("codec search functions must return 4-tuples")
		}
		r.found[key] = v
		return v, nil
	}
	return nil, nil
}

// searchName is the name that search functions are given.
func searchName(d syntax.Dialect, name string) string {
	if d == syntax.Python2 {
		return strings.ReplaceAll(strings.ToLower(name), " ", "-")
	}
	var out []byte
	gap := false
	for i := 0; i < len(name); i++ {
		switch c := name[i]; {
		case c == '.', c >= '0' && c <= '9', c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z':
			if gap && len(out) > 0 {
				out = append(out, '_')
			}
			gap = false
			if c >= 'A' && c <= 'Z' {
				c |= 0x20
			}
			out = append(out, c)
		default:
			gap = gap || c < 0x80
		}
	}
	return string(out)
}

// recodeBy calls the encoder (0) or decoder (1) of a script's codec.
func recodeBy(t *object.Thread, info starlark.Value, which int, v starlark.Value, errors string, failed func(error) error) (starlark.Value, error) {
	pair := object.Unwrap(info).(starlark.Tuple)
	args := []starlark.Value{v, t.RT.Str(errors)}
	res, err := t.Call(pair[which], args...)
	if err != nil {
		return nil, failed(err)
	}
	out, ok := res.(starlark.Tuple)
	if !ok || len(out) != 2 {
		what := "encoder"
		if which == 1 {
			what = "decoder"
		}
		return nil, object.TypeError.Errorf("%s must return a tuple (object, integer)", what)
	}
	return out[0], nil
}

// encodeBy and decodeBy use a script's codec for text.encode and bytes.decode.
func encodeBy(t *object.Thread, info starlark.Value, name string, text starlark.Value, errors string, failed func(error) error) ([]byte, error) {
	v, err := recodeBy(t, info, 0, text, errors, failed)
	if err != nil {
		return nil, err
	}
	if s, ok := v.(starlark.String); ok && py2(t) {
		return []byte(s), nil
	}
	b, ok := object.AsBytes(v)
	if !ok {
		return nil, object.TypeError.By(
			sprintf("encoder did not return a string object (type=%s)", object.TypeName(v)),
			sprintf("'%s' encoder returned '%s' instead of 'bytes'; use codecs.encode() to encode to arbitrary types", name, object.TypeName(v)))
	}
	return b, nil
}

func decodeBy(t *object.Thread, info starlark.Value, name string, b []byte, errors string, failed func(error) error) (string, error) {
	v, err := recodeBy(t, info, 1, t.RT.Bytes(b), errors, failed)
	if err != nil {
		return "", err
	}
	s, ok := object.AsText(v)
	if !ok {
		return "", object.TypeError.By(
			sprintf("decoder did not return a string/unicode object (type=%s)", object.TypeName(v)),
			sprintf("'%s' decoder returned '%s' instead of 'str'; use codecs.decode() to decode to arbitrary types", name, object.TypeName(v)))
	}
	return s, nil
}
