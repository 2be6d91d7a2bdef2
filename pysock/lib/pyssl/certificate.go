//go:build unix

package pyssl

import (
	"bytes"
	"crypto/x509"
	"encoding/pem"
	"fmt"
	"hash/fnv"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A certificate is _ssl.Certificate: one of a peer's chain.
type certificate struct {
	m    *module
	cert *x509.Certificate
}

var (
	_ object.Typed  = (*certificate)(nil)
	_ object.Hasher = (*certificate)(nil)
)

func (c *certificate) Class() *object.Class                     { return c.m.certClass }
func (c *certificate) Type() string                             { return "Certificate" }
func (c *certificate) Freeze()                                  {}
func (c *certificate) Truth() starlark.Bool                     { return true }
func (c *certificate) Attr(name string) (starlark.Value, error) { return object.BindAttr(c, name) }
func (c *certificate) AttrNames() []string                      { return c.m.certClass.AttrNames() }

func (c *certificate) String() string {
	return fmt.Sprintf("<_ssl.Certificate '%s'>", c.cert.Subject)
}

// Hash agrees with RichCompare.
func (c *certificate) Hash() (uint32, error) {
	h, err := c.PyHash()
	return uint32(h), err
}

// PyHash agrees with RichCompare.
func (c *certificate) PyHash() (uint64, error) {
	h := fnv.New64a()
	h.Write(c.cert.Raw)
	return h.Sum64(), nil
}

// RichCompare compares what is in the certificates.
func (c *certificate) RichCompare(op syntax.CmpOp, y starlark.Value) (starlark.Value, error) {
	d, ok := y.(*certificate)
	if !ok || op != syntax.Eq && op != syntax.NotEq {
		return object.NotImplemented, nil
	}
	return c.m.rt.Bool(bytes.Equal(c.cert.Raw, d.cert.Raw) == (op == syntax.Eq)), nil
}

func (m *module) newCertClass() *object.Class {
	c := object.NewClass("_ssl", "Certificate", object.TypesOf(m.rt.Dialect).Object)
	c.Methods = map[string]object.Method{
		// public_bytes(format=ENCODING_PEM) -> str, bytes with ENCODING_DER
		"public_bytes": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			const encodingPEM, encodingDER = 1, 2
			raw, format := self.(*certificate).cert.Raw, encodingPEM
			if err := object.Keywords(t, "public_bytes", args, kwargs, 0, "format", &format); err != nil {
				return nil, err
			}
			switch format {
			case encodingPEM:
				return m.rt.Str(string(pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: raw}))), nil
			case encodingDER:
				return m.rt.Bytes(raw), nil
			}
			return nil, object.ValueError.Errorf("Unsupported format")
		},
		// get_info() -> dict, as getpeercert() gives it
		"get_info": func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			if err := object.NoArgs("_ssl.Certificate", "get_info", args, kwargs); err != nil {
				return nil, err
			}
			return decodeCert(m.rt, self.(*certificate).cert.Raw)
		},
	}
	return c
}

// chainValue is a list of certificates, None if there is none.
func (m *module) chainValue(chain []*x509.Certificate) starlark.Value {
	if len(chain) == 0 {
		return starlark.None
	}
	list := make([]starlark.Value, len(chain))
	for i, c := range chain {
		list[i] = &certificate{m, c}
	}
	return m.rt.List(list)
}
