// Package pyhashlib is Python's module _hashlib: the hash functions of Go's
// library, and BLAKE2. Module hashlib and its like are embedded Python.
package pyhashlib

import (
	"crypto/md5"
	"crypto/pbkdf2"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha3"
	"crypto/sha512"
	"crypto/subtle"
	"hash"
	"slices"
	"strings"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

const doc = "Hash functions."

// algorithms are the hash functions by the names that new() takes.
var algorithms = map[string]func() hash.Hash{
	"md5": md5.New, "sha1": sha1.New, "sha224": sha256.New224, "sha256": sha256.New,
	"sha384": sha512.New384, "sha512": sha512.New, "sha512_224": sha512.New512_224, "sha512_256": sha512.New512_256,
	"sha3_224":  func() hash.Hash { return sha3.New224() },
	"sha3_256":  func() hash.Hash { return sha3.New256() },
	"sha3_384":  func() hash.Hash { return sha3.New384() },
	"sha3_512":  func() hash.Hash { return sha3.New512() },
	"shake_128": func() hash.Hash { return &shake{SHAKE: sha3.NewSHAKE128(), fresh: sha3.NewSHAKE128} },
	"shake_256": func() hash.Hash { return &shake{SHAKE: sha3.NewSHAKE256(), fresh: sha3.NewSHAKE256} },
}

// otherNames are OpenSSL's names for them.
var otherNames = map[string]string{
	"sha-1": "sha1", "sha2-224": "sha224", "sha2-256": "sha256", "sha2-384": "sha384", "sha2-512": "sha512",
	"sha-224": "sha224", "sha-256": "sha256", "sha-384": "sha384", "sha-512": "sha512",
	"sha512-224": "sha512_224", "sha512-256": "sha512_256", "sha3-224": "sha3_224", "sha3-256": "sha3_256",
	"sha3-384": "sha3_384", "sha3-512": "sha3_512", "shake128": "shake_128", "shake256": "shake_256",
}

// in2 are the names that Python 2 has.
var in2 = []string{"md5", "sha1", "sha224", "sha256", "sha384", "sha512"}

// find returns a hash function and its usual name.
func find(d syntax.Dialect, name string) (string, func() hash.Hash) {
	low := strings.ToLower(name)
	if other := otherNames[low]; other != "" {
		low = other
	}
	if d == syntax.Python2 && !slices.Contains(in2, low) {
		return "", nil
	}
	return low, algorithms[low]
}

// New returns the module.
func New(rt *object.Runtime) *object.Module {
	k := &classes{}
	k.fixed = newHashClass(rt, "HASH")
	m := object.NewModule(rt, "_hashlib", doc, []object.Def{
		{Name: "new", F: k.newByName},
		{Name: "pbkdf2_hmac", F: pbkdf2Hmac},
		{Name: "compare_digest", F: CompareDigest},
	})
	m.Set("HASH", k.fixed)
	names := in2
	if rt.Dialect != syntax.Python2 {
		k.variable = newHashClass(rt, "HASHXOF")
		m.Set("HASHXOF", k.variable)
		names = names[:0:0]
		for name := range algorithms {
			names = append(names, name)
		}
		m.Set("blake2b", newBlakeClass(rt, blake2b))
		m.Set("blake2s", newBlakeClass(rt, blake2s))
	}
	for _, name := range names {
		m.Set("openssl_"+name, k.constructor(name))
	}
	return m
}

// input is what is hashed: anything with bytes. by is the function for Python 2.
type input struct {
	b  []byte
	by string
}

func (in *input) Convert(t *object.Thread, v starlark.Value) error {
	if t.RT.Dialect == syntax.Python2 {
		b, err := t.Buffer(in.by, 0, v)
		in.b = b
		return err
	}
	if _, ok := object.AsText(v); ok {
		return object.TypeError.Errorf("Strings must be encoded before hashing")
	}
	b, ok := object.AsBytes(v)
	if !ok {
		return object.TypeError.Errorf("object supporting the buffer API required")
	}
	in.b = b
	return nil
}

// constructor makes md5(string=b"", *, usedforsecurity=True) and its like.
func (k *classes) constructor(name string) *object.Func {
	shown, make := "openssl_"+name, algorithms[name]
	return &object.Func{FuncName: shown, Module: "_hashlib", Function: func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		in := input{by: "new"}
		var err error
		if t.RT.Dialect == syntax.Python2 {
			err = object.Keywords(t, shown, args, kwargs, 0, "string", &in)
		} else if len(args) > 1 {
			err = object.TypeError.Errorf("%s() takes at most 1 positional argument (%d given)", shown, len(args))
		} else {
			security := true
			err = object.Keywords(t, shown, args, kwargs, 0, "string", &in, "usedforsecurity", &security)
		}
		if err != nil {
			return nil, err
		}
		return k.start(t, name, make, in.b), nil
	}}
}

// newByName is new(name, string=b"", *, usedforsecurity=True).
func (k *classes) newByName(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var name starlark.Value
	in := input{by: "new"}
	security := true
	if err := object.Keywords(t, "new", args, kwargs, 1, "name", &name, "string", &in, "usedforsecurity", &security); err != nil {
		return nil, err
	}
	s, ok := object.AsText(name)
	if !ok {
		return nil, object.TypeError.Errorf("name must be a string")
	}
	usual, make := find(t.RT.Dialect, s)
	if make == nil {
		return nil, object.ValueError.Errorf("unsupported hash type %s", s)
	}
	return k.start(t, usual, make, in.b), nil
}

func (k *classes) start(t *object.Thread, name string, make func() hash.Hash, data []byte) *hasher {
	h := &hasher{state: make(), name: name, class: k.fixed}
	if _, ok := h.state.(*shake); ok {
		h.class = k.variable
	}
	h.state.Write(data)
	return h
}

// pbkdf2Hmac is pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
// a key of a password (RFC 8018, section 5.2).
func pbkdf2Hmac(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var name string
	var password, salt []byte
	var iterations int64
	length := starlark.Value(starlark.None)
	if err := object.Keywords(t, "pbkdf2_hmac", args, kwargs, 4, "hash_name", &name, "password", &password,
		"salt", &salt, "iterations", &iterations, "dklen", &length); err != nil {
		return nil, err
	}
	usual, make := find(t.RT.Dialect, name)
	if make == nil || strings.HasPrefix(usual, "shake") {
		return nil, object.ValueError.Errorf("unsupported hash type %s", name)
	}
	if iterations < 1 {
		return nil, object.ValueError.By("0", "iteration value must be greater than 0.")
	}
	n := int64(make().Size())
	if length != starlark.None {
		var err error
		if n, err = t.Int(length); err != nil {
			return nil, err
		}
	}
	switch {
	case n < 1:
		return nil, object.ValueError.By("0", "key length must be greater than 0.")
	case n > 1<<30:
		return nil, object.OverflowError.Errorf("key length is too great.")
	}
	key, err := pbkdf2.Key(make, string(password), salt, int(iterations), int(n))
	if err != nil {
		return nil, object.ValueError.Errorf("unsupported hash type %s", name)
	}
	return t.RT.Bytes(key), nil
}

// CompareDigest is hmac.compare_digest(a, b): equality, in a time that doesn't
// tell where they differ.
func CompareDigest(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var a, b starlark.Value
	if err := object.Positional(t, "compare_digest", args, kwargs, 2, &a, &b); err != nil {
		return nil, err
	}
	_, textA := object.AsText(a)
	_, textB := object.AsText(b)
	x, okA := comparable(a)
	y, okB := comparable(b)
	py3 := t.RT.Dialect != syntax.Python2
	if !py3 && (okA || okB) && !(isUnicode(a) && isUnicode(b)) {
		for _, v := range []starlark.Value{a, b} {
			if _, ok := comparable(v); !ok || isUnicode(v) {
				return nil, object.TypeError.Errorf("'%s' does not have the buffer interface", object.TypeName(v))
			}
		}
	}
	switch {
	case textA && textB && py3 && (!object.IsASCII(string(x)) || !object.IsASCII(string(y))):
		return nil, object.TypeError.Errorf("comparing strings with non-ASCII characters is not supported")
	case !(textA && textB) && py3 || !okA || !okB:
		bufA, bufB := okA && !textA, okB && !textB
		switch {
		case bufA && bufB:
		case bufA:
			return nil, object.TypeError.Errorf("a bytes-like object is required, not '%s'", object.TypeName(b))
		case bufB:
			return nil, object.TypeError.Errorf("a bytes-like object is required, not '%s'", object.TypeName(a))
		default:
			return nil, object.TypeError.Errorf("unsupported operand types(s) or combination of types: '%s' and '%s'", object.TypeName(a), object.TypeName(b))
		}
	}
	return object.Truthy(subtle.ConstantTimeCompare(x, y) == 1), nil
}

// isUnicode reports whether v is a unicode of Python 2.
func isUnicode(v starlark.Value) bool {
	x, ok := object.Unwrap(v).(*object.Text)
	return ok && x.IsUnicode()
}

func comparable(v starlark.Value) ([]byte, bool) {
	if s, ok := object.AsText(v); ok {
		return []byte(s), true
	}
	return object.AsBytes(v)
}
