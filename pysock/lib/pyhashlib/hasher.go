package pyhashlib

import (
	"crypto/sha3"
	"encoding/hex"
	"fmt"
	"hash"

	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A hasher is what md5() and its like return.
type hasher struct {
	object.NoOwn
	state hash.Hash
	name  string
	class *object.Class
}

// classes are those of hashes whose digest is of a fixed or of any length.
type classes struct{ fixed, variable *object.Class }

// A shake is a hash whose digest may be of any length.
type shake struct {
	*sha3.SHAKE
	fresh func() *sha3.SHAKE
}

// Size returns 0: there is no length of its own.
func (s *shake) Size() int { return 0 }

// Sum appends nothing: see take.
func (s *shake) Sum(b []byte) []byte { return b }

// take returns a digest of n bytes.
func (s *shake) take(n int) []byte {
	out := make([]byte, n)
	s.clone().Read(out)
	return out
}

func (s *shake) clone() *sha3.SHAKE {
	c := s.fresh()
	state, err := s.MarshalBinary()
	if err == nil {
		err = c.UnmarshalBinary(state)
	}
	if err != nil {
		panic(err) // nothing has been read of s
	}
	return c
}

// Clone copies the state.
func (s *shake) Clone() (hash.Cloner, error) { return &shake{SHAKE: s.clone(), fresh: s.fresh}, nil }

func newHashClass(rt *object.Runtime, name string) *object.Class {
	c := object.NewClass("_hashlib", name, object.TypesOf(rt.Dialect).Object)
	c.Static = true
	c.Doc = "A digest in the making: update() feeds it, digest() shows it."
	c.Methods = hashMethods(name, name == "HASHXOF")
	c.Getters = map[string]func(starlark.Value) (starlark.Value, error){
		"name":        func(v starlark.Value) (starlark.Value, error) { return starlark.String(v.(*hasher).name), nil },
		"digest_size": func(v starlark.Value) (starlark.Value, error) { return starlark.MakeInt(v.(*hasher).state.Size()), nil },
		"block_size": func(v starlark.Value) (starlark.Value, error) {
			return starlark.MakeInt(v.(*hasher).state.BlockSize()), nil
		},
	}
	if rt.Dialect == syntax.Python2 {
		c.Getters["digestsize"] = c.Getters["digest_size"]
	}
	return c
}

func hashMethods(class string, variable bool) map[string]object.Method {
	digest := func(name string, result func(t *object.Thread, b []byte) starlark.Value) object.Method {
		return func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			h := self.(*hasher)
			if !variable {
				return result(t, h.state.Sum(nil)), object.NoArgs(class, name, args, kwargs)
			}
			var length int64
			if err := object.Keywords(t, name, args, kwargs, 1, "length", &length); err != nil {
				return nil, err
			}
			if length < 0 || length > builtins.MaxAlloc {
				return nil, object.MemoryError.New()
			}
			return result(t, h.state.(*shake).take(int(length))), nil
		}
	}
	return map[string]object.Method{
		"digest": digest("digest", func(t *object.Thread, b []byte) starlark.Value { return t.RT.Bytes(b) }),
		"hexdigest": digest("hexdigest", func(t *object.Thread, b []byte) starlark.Value {
			return starlark.String(hex.EncodeToString(b))
		}),
		"update": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			in := input{by: "update"}
			if t.RT.Dialect == syntax.Python2 {
				if err := object.Positional(t, "update", args, kwargs, 1, &in); err != nil {
					return nil, err
				}
			} else if err := object.OneArg(t, class, "update", args, kwargs, &in); err != nil {
				return nil, err
			}
			self.(*hasher).state.Write(in.b)
			return starlark.None, nil
		},
		"copy": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			if err := object.NoArgs(class, "copy", args, kwargs); err != nil {
				return nil, err
			}
			h := *self.(*hasher)
			cloner, ok := h.state.(hash.Cloner)
			if !ok {
				return nil, object.ValueError.Errorf("this hash can't be copied")
			}
			c, err := cloner.Clone()
			if err != nil {
				return nil, object.ValueError.Errorf("this hash can't be copied")
			}
			h.state = c
			return &h, nil
		},
		"__repr__": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return t.RT.Str(self.String()), nil
		},
	}
}

var _ object.Typed = (*hasher)(nil)

// Class returns the class.
func (h *hasher) Class() *object.Class { return h.class }

// Attr returns an attribute or bound method.
func (h *hasher) Attr(name string) (starlark.Value, error) { return object.BindAttr(h, name) }

// AttrNames lists the attributes.
func (h *hasher) AttrNames() []string { return h.class.AttrNames() }

// String returns the repr.
func (h *hasher) String() string {
	if _, ok := h.state.(*blake); ok {
		return fmt.Sprintf("<_blake2.%s object at 0x%x>", h.name, object.ID(h))
	}
	return fmt.Sprintf("<%s %s object @ 0x%x>", h.name, h.class.QualifiedName(), object.ID(h))
}

func (h *hasher) Type() string          { return h.class.TypeName() }
func (h *hasher) Freeze()               {}
func (h *hasher) Truth() starlark.Bool  { return true }
func (h *hasher) Hash() (uint32, error) { return uint32(object.ID(h) >> 4), nil }
