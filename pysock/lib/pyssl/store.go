//go:build unix

package pyssl

import (
	"bytes"
	"crypto/x509"
	"encoding/asn1"
	"encoding/pem"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"example.com/pysock/pysock/file"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// A store holds the certificates that a context trusts.
type store struct {
	certs []stored
	crls  []*x509.RevocationList
	dirs  []string       // folders whose certificates are read when they are needed
	roots *x509.CertPool // of all; nil when something was added
}

// A stored certificate. cert is nil where package x509 can't read it.
type stored struct {
	raw  []byte
	cert *x509.Certificate
}

// ca reports whether it may sign others.
func (s stored) ca() bool {
	return s.cert != nil && (s.cert.IsCA || s.cert.Version == 1 && bytes.Equal(s.cert.RawIssuer, s.cert.RawSubject))
}

// add puts a certificate into the store, once.
func (s *store) add(raw []byte) bool {
	if slices.ContainsFunc(s.certs, func(c stored) bool { return bytes.Equal(c.raw, raw) }) {
		return true
	}
	cert, err := x509.ParseCertificate(raw)
	if err != nil {
		var v asn1.RawValue
		if rest, err := asn1.Unmarshal(raw, &v); err != nil || len(rest) > 0 || v.Tag != asn1.TagSequence {
			return false
		}
		cert = nil
	}
	s.certs, s.roots = append(s.certs, stored{raw, cert}), nil
	return true
}

// addPEM adds the certificates and revocation lists in PEM and tells how many.
func (s *store) addPEM(data []byte) (n int) {
	for {
		var block *pem.Block
		if block, data = pem.Decode(data); block == nil {
			return n
		}
		switch block.Type {
		case "CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE":
			if s.add(block.Bytes) {
				n++
			}
		case "X509 CRL":
			if list, err := x509.ParseRevocationList(block.Bytes); err == nil {
				s.crls = append(s.crls, list)
				n++
			}
		}
	}
}

// pool is all of the store, as package x509 takes it.
func (s *store) pool() *x509.CertPool {
	if s.roots != nil {
		return s.roots
	}
	s.roots = x509.NewCertPool()
	for _, c := range s.certs {
		if c.cert != nil {
			s.roots.AddCert(c.cert)
		}
	}
	for _, dir := range s.dirs {
		names, _ := filepath.Glob(filepath.Join(dir, "*"))
		for _, name := range names {
			if data, err := os.ReadFile(name); err == nil {
				s.roots.AppendCertsFromPEM(data)
			}
		}
	}
	return s.roots
}

// issuer is the certificate in the store that has signed c, or nil.
func (s *store) issuer(c *x509.Certificate) *x509.Certificate {
	for _, k := range s.certs {
		if k.cert != nil && bytes.Equal(k.cert.RawSubject, c.RawIssuer) && c.CheckSignatureFrom(k.cert) == nil {
			return k.cert
		}
	}
	return nil
}

// trusted notes a certificate that a chain has led to: one from a folder is part
// of the store from then on.
func (s *store) trusted(c *x509.Certificate) {
	if len(s.dirs) == 0 || slices.ContainsFunc(s.certs, func(k stored) bool { return bytes.Equal(k.raw, c.Raw) }) {
		return
	}
	s.certs = append(s.certs, stored{c.Raw, c})
}

func hasBlock(data []byte, kind string) bool {
	for {
		var block *pem.Block
		if block, data = pem.Decode(data); block == nil {
			return false
		}
		if block.Type == kind {
			return true
		}
	}
}

// Where the system keeps the certificates that it trusts. OpenSSL is told by
// the same variables.
const (
	envCertFile     = "SSL_CERT_FILE"
	envCertDir      = "SSL_CERT_DIR"
	defaultCertFile = "/usr/lib/ssl/cert.pem"
	defaultCertDir  = "/usr/lib/ssl/certs"
)

var systemFiles = []string{
	defaultCertFile, "/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt",
	"/etc/ssl/ca-bundle.pem", "/etc/pki/tls/cacert.pem", "/etc/ssl/cert.pem",
}

var systemDirs = []string{defaultCertDir, "/etc/ssl/certs", "/etc/pki/tls/certs"}

// setDefaultVerifyPaths is set_default_verify_paths(): trust what the system
// trusts. Files that aren't there are passed over.
func (c *context) setDefaultVerifyPaths(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := object.NoArgs("_ssl._SSLContext", "set_default_verify_paths", args, kwargs); err != nil {
		return nil, err
	}
	files, dirs := systemFiles, systemDirs
	if name := os.Getenv(envCertFile); name != "" {
		files = []string{name}
	}
	if name := os.Getenv(envCertDir); name != "" {
		dirs = filepath.SplitList(name)
	}
	for _, name := range files {
		if data, err := os.ReadFile(name); err == nil {
			c.store.addPEM(data)
			break
		}
	}
	for _, name := range dirs {
		if info, err := os.Stat(name); err == nil && info.IsDir() {
			c.store.dirs, c.store.roots = append(c.store.dirs, name), nil
			break
		}
	}
	return starlark.None, nil
}

// loadVerifyLocations is load_verify_locations(cafile=None, capath=None,
// cadata=None): certificates to trust, in a file, a folder, or PEM text or DER
// bytes. OSError, SSLError, TypeError where all are left out.
func (c *context) loadVerifyLocations(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var cafile, capath, cadata starlark.Value = starlark.None, starlark.None, starlark.None
	if err := object.Keywords(t, "load_verify_locations", args, kwargs, 0, "cafile", &cafile, "capath", &capath, "cadata", &cadata); err != nil {
		return nil, err
	}
	if cafile == starlark.None && capath == starlark.None && cadata == starlark.None {
		return nil, object.TypeError.Errorf("cafile, capath and cadata cannot be all omitted")
	}
	var name, dir string
	var err error
	if cafile != starlark.None {
		if name, err = pathArgNamed(t, cafile, "cafile"); err != nil {
			return nil, err
		}
	}
	if capath != starlark.None {
		if dir, err = pathArgNamed(t, capath, "capath"); err != nil {
			return nil, err
		}
	}
	if cadata != starlark.None {
		if err := c.loadData(cadata); err != nil {
			return nil, err
		}
	}
	if cafile != starlark.None {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, fileError(t, err)
		}
		if c.store.addPEM(data) == 0 {
			if bytes.Contains(data, []byte("-----BEGIN CERTIFICATE-----")) {
				return nil, c.m.raise("SSLError", 524297, "[SSL] PEM lib"+c.m.at(operation{4154, 2990, ""}), "SSL", "")
			}
			return nil, c.m.raise("SSLError", 136, "[X509: NO_CERTIFICATE_OR_CRL_FOUND] no certificate or crl found"+c.m.at(operation{4154, 2990, ""}), "X509", "NO_CERTIFICATE_OR_CRL_FOUND")
		}
	}
	if capath != starlark.None {
		c.store.dirs, c.store.roots = append(c.store.dirs, dir), nil
	}
	return starlark.None, nil
}

// loadData adds certificates of PEM text or DER bytes.
func (c *context) loadData(v starlark.Value) error {
	where := c.m.at(operation{4020, 2908, ""})
	text, isText := object.AsText(object.Unwrap(v))
	_, isBytes := object.AsBytes(object.Unwrap(v))
	raw, isRaw := object.Unwrap(v).(starlark.String)
	switch {
	case isBytes || c.m.py2() && isRaw && len(raw) > 0 && raw[0] == 0x30:
		b, ok := object.AsBytes(object.Unwrap(v))
		if !ok {
			b = []byte(raw)
		}
		if len(b) == 0 {
			return object.ValueError.Errorf("Empty certificate data")
		}
		n := 0
		for len(b) > 0 {
			d, err := next(&b)
			if err != nil || !c.store.add(d.full) {
				break
			}
			n++
		}
		if n == 0 || len(b) > 0 {
			return c.m.raise("SSLError", 0, "not enough data: cadata does not contain a certificate"+where, "", "")
		}
	case isText:
		if text == "" {
			return object.ValueError.Errorf("Empty certificate data")
		}
		if !object.IsASCII(text) {
			return object.TypeError.Errorf("cadata should be an ASCII string or a bytes-like object")
		}
		if c.store.addPEM([]byte(text)) == 0 {
			return c.m.raise("SSLError", 0, "no start line: cadata does not contain a certificate"+where, "", "")
		}
	default:
		return object.TypeError.By("cadata should be a ASCII string or a bytes-like object", "cadata should be an ASCII string or a bytes-like object")
	}
	return nil
}

// certStoreStats is cert_store_stats() -> how many certificates there are.
func (c *context) certStoreStats(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	ca := 0
	for _, s := range c.store.certs {
		if s.ca() {
			ca++
		}
	}
	d := object.NewDict(3)
	d.SetString("x509", starlark.MakeInt(len(c.store.certs)))
	d.SetString("crl", starlark.MakeInt(len(c.store.crls)))
	d.SetString("x509_ca", starlark.MakeInt(ca))
	return d, object.NoArgs("_ssl._SSLContext", "cert_store_stats", args, kwargs)
}

// getCACerts is get_ca_certs(binary_form=False): the trusted certificates that
// may sign, as dicts or as DER.
func (c *context) getCACerts(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	binary := false
	if err := object.Keywords(t, "get_ca_certs", args, kwargs, 0, "binary_form", &binary); err != nil {
		return nil, err
	}
	var list []starlark.Value
	for _, s := range c.store.certs {
		switch {
		case !s.ca():
		case binary:
			list = append(list, c.m.rt.Bytes(s.raw))
		default:
			d, err := decodeCert(c.m.rt, s.raw)
			if err != nil {
				continue
			}
			list = append(list, d)
		}
	}
	return c.m.rt.List(list), nil
}

// pathArg is the name of a file.
func pathArg(t *object.Thread, v starlark.Value) (string, error) { return file.Path(t, v) }

// pathArgNamed is pathArg with the words for an argument that is none.
func pathArgNamed(t *object.Thread, v starlark.Value, arg string) (string, error) {
	name, err := file.Path(t, v)
	if t.Is(err, object.TypeError) {
		return "", object.TypeError.By(arg+" should be a valid filesystem path", arg+" should be a valid filesystem path")
	}
	return name, err
}

// fileError is the exception for a file that can't be read; it doesn't tell
// which, as in CPython.
func fileError(t *object.Thread, err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return object.OSFail(object.IOError, path.Err, nil)
	}
	return err
}

const dialect2 = syntax.Python2

// firstCert reads the first certificate of a PEM file.
func firstCert(name string) ([]byte, error) {
	data, err := os.ReadFile(name)
	for err == nil {
		var block *pem.Block
		if block, data = pem.Decode(data); block == nil {
			return nil, errPEM
		}
		if block.Type == "CERTIFICATE" {
			return block.Bytes, nil
		}
	}
	return nil, err
}
