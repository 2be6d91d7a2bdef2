//go:build unix

// Package pyssl is Python's module _ssl, on Go's crypto/tls; module ssl, which
// scripts see, is embedded Python on top of it.
//
// # Theory of operation
//
// Python's connections may be non-blocking, may have timeouts, and may have no
// socket at all (SSLObject). crypto/tls waits in the Read of a net.Conn, and
// most errors of that Read end the connection for good. So it never sees the
// network: an [engine] gives it a [wire], two queues of bytes, and makes steps
// that say "more bytes are needed" where crypto/tls would wait:
//
//   - The handshake runs in a coroutine (iter.Pull). Where it wants to read
//     and the queue is empty, it yields, and is resumed by the next step. It
//     also yields to ask the script which context serves a name, so that the
//     callback runs in the script's own thread.
//   - After it, Read is called directly. crypto/tls forgets an error of the
//     network that is temporary, so "more bytes" is such an error. Write only
//     fills a queue.
//
// A coroutine is a goroutine, and would stay if its handshake is never ended:
// a cleanup of the connection stops it. Nothing that the handshake holds on to
// may therefore refer to the connection.
//
// The wire hands out one record at a time, and a [conn] receives no more from
// the socket than the record that is being read lacks: what follows is still in
// the socket, where select sees it, and where it stays after unwrap().
//
// Rejected: a goroutine for each connection that reads ahead. It would take
// from the socket what isn't TLS's, and stay when a script drops a connection.
//
// The files: engine.go and bio.go as above; conn.go moves the records between
// engine and socket; context.go, store.go and keys.go are settings, trusted
// certificates and keys; verify.go checks certificates and has OpenSSL's words
// for what is wrong with them, errors.go those for all else; decode.go gives
// certificates as dicts; ciphers.go speaks OpenSSL's language of cipher suites.
//
// # What differs from CPython
//
//   - There are the suites, groups and versions of crypto/tls: no SSLv3, no
//     finite-field Diffie-Hellman, no PSK. The order in set_ciphers() chooses
//     suites but not their preference, which is crypto/tls's.
//   - To a certificate that isn't accepted the peer gets the alert that OpenSSL
//     would send only in TLS 1.2; in TLS 1.3 always bad_certificate.
//   - No renegotiation, no post-handshake authentication, no compression, no
//     tracing of messages (_msg_callback is never called).
//   - security_level and num_tickets are told but change nothing.
//   - OPENSSL_VERSION tells what is there: Go's crypto/tls. OPENSSL_VERSION_INFO
//     is the OpenSSL whose behaviour and words are followed.
package pyssl

import (
	"crypto/rand"
	"fmt"
	"runtime"
	"strconv"

	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// A module is module _ssl of one runtime.
type module struct {
	names                   *object.Module
	rt                      *object.Runtime
	classes                 map[string]starlark.Value // the exceptions of module ssl
	connClass, sessionClass *object.Class
	certClass               *object.Class
}

func (m *module) py2() bool { return m.rt.Dialect == dialect2 }

func itoa(n int) string { return strconv.Itoa(n) }

// plainRepr is object.__repr__.
func plainRepr(v object.Typed) string {
	return fmt.Sprintf("<%s object at 0x%x>", v.Class().QualifiedName(), object.ID(v))
}

// New returns the module.
func New(rt *object.Runtime) *object.Module {
	m := &module{rt: rt, classes: make(map[string]starlark.Value)}
	names := object.NewModule(rt, "_ssl", "TLS, for module ssl.", []object.Def{
		{Name: "_set_errors", F: m.setErrors},
		{Name: "RAND_bytes", F: m.randBytes},
		{Name: "RAND_pseudo_bytes", F: m.randPseudoBytes},
		{Name: "RAND_add", F: m.randAdd},
		{Name: "RAND_status", F: m.randStatus},
		{Name: "txt2obj", F: m.txt2obj},
		{Name: "nid2obj", F: m.nid2obj},
		{Name: "get_default_verify_paths", F: m.defaultVerifyPaths},
		{Name: "_test_decode_cert", F: m.testDecodeCert},
		{Name: "_is_address", F: m.isAddress},
	})
	m.names = names
	m.connClass, m.sessionClass, m.certClass = m.newConnClass(), m.newSessionClass(), m.newCertClass()
	names.Set("_SSLContext", m.newContextClass())
	names.Set("_SSLSocket", m.connClass)
	names.Set("SSLSession", m.sessionClass)
	if !m.py2() {
		names.Set("Certificate", m.certClass)
	}
	names.Set("MemoryBIO", m.newBIOClass())
	for _, c := range consts {
		names.Set(c.name, starlark.MakeInt(c.n))
	}
	for name, has := range has {
		names.Set(name, rt.Bool(has))
	}
	version := starlark.Tuple{}
	for _, n := range openSSL {
		version = append(version, starlark.MakeInt(n))
	}
	names.Set("OPENSSL_VERSION", rt.Str("Go crypto/tls ("+runtime.Version()+")"))
	names.Set("OPENSSL_VERSION_INFO", version)
	names.Set("_OPENSSL_API_VERSION", version)
	names.Set("OPENSSL_VERSION_NUMBER", starlark.MakeInt(openSSL[0]<<28|openSSL[1]<<20|openSSL[2]<<12|openSSL[3]<<4|openSSL[4]))
	names.Set("_DEFAULT_CIPHERS", rt.Str(defaultCiphers))
	return names
}

// openSSL is the version whose behaviour is followed.
var openSSL = [5]int{3, 0, 0, 0, 0}

// setErrors is _set_errors(classes): module ssl's exceptions by name, and
// socket.error as "error".
func (m *module) setErrors(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v starlark.Value
	if err := object.OneArg(t, "_ssl", "_set_errors", args, kwargs, &v); err != nil {
		return nil, err
	}
	d, ok := v.(*object.Dict)
	if !ok {
		return nil, object.TypeError.Errorf("a dict is required")
	}
	for _, kv := range d.Items() {
		if name, ok := object.AsText(kv[0]); ok {
			m.classes[name] = kv[1]
			if name != "error" {
				m.names.Set(name, kv[1])
			}
		}
	}
	return starlark.None, nil
}

// randBytes is RAND_bytes(n) -> n random bytes. ValueError if n is negative.
func (m *module) randBytes(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	n := 0
	if err := object.OneArg(t, "_ssl", "RAND_bytes", args, kwargs, &n); err != nil {
		return nil, err
	}
	if n < 0 {
		return nil, object.ValueError.Errorf("num must be positive")
	}
	b := make([]byte, n)
	rand.Read(b)
	return m.rt.Bytes(b), nil
}

// randPseudoBytes is RAND_pseudo_bytes(n) -> (bytes, True).
func (m *module) randPseudoBytes(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	b, err := m.randBytes(t, args, kwargs)
	return starlark.Tuple{b, m.rt.Bool(true)}, err
}

// randAdd is RAND_add(string, entropy). The system's generator needs no help.
func (m *module) randAdd(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var entropy float64
	text := object.ConverterFunc(func(t *object.Thread, v starlark.Value) error {
		if _, ok := object.AsText(v); ok {
			return nil
		}
		_, err := t.Buffer("RAND_add", 0, v)
		return err
	})
	return starlark.None, object.Positional(t, "RAND_add", args, kwargs, 2, text, &entropy)
}

// randStatus is RAND_status() -> True.
func (m *module) randStatus(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	return m.rt.Bool(true), object.NoArgs("_ssl", "RAND_status", args, kwargs)
}

func (m *module) oidTuple(o oidNames) starlark.Value {
	return starlark.Tuple{starlark.MakeInt(o.nid), m.rt.Str(o.short), m.rt.Str(o.long), m.rt.Str(o.oid)}
}

// txt2obj is txt2obj(txt, name=False) -> (nid, short, long, oid), by the
// number or, if name is set, by a name.
func (m *module) txt2obj(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var text string
	byName := false
	if err := object.Keywords(t, "txt2obj", args, kwargs, 1, "txt", &text, "name", &byName); err != nil {
		return nil, err
	}
	for _, o := range oids {
		if o.oid == text || byName && (o.short == text || o.long == text) {
			return m.oidTuple(o), nil
		}
	}
	if len(text) > 100 {
		text = text[:100]
	}
	return nil, object.ValueError.Errorf("unknown object '%s'", text)
}

// nid2obj is nid2obj(nid) -> (nid, short, long, oid).
func (m *module) nid2obj(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	nid := 0
	if err := object.OneArg(t, "_ssl", "nid2obj", args, kwargs, &nid); err != nil {
		return nil, err
	}
	if nid < 0 {
		return nil, object.ValueError.Errorf("NID must be positive.")
	}
	for _, o := range oids {
		if o.nid == nid {
			return m.oidTuple(o), nil
		}
	}
	return nil, object.ValueError.Errorf("unknown NID %d", nid)
}

// defaultVerifyPaths is get_default_verify_paths() -> (variable, file,
// variable, folder).
func (m *module) defaultVerifyPaths(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	return starlark.Tuple{m.rt.Str(envCertFile), m.rt.Str(defaultCertFile), m.rt.Str(envCertDir), m.rt.Str(defaultCertDir)},
		object.NoArgs("_ssl", "get_default_verify_paths", args, kwargs)
}

// testDecodeCert is _test_decode_cert(path): the dict for a certificate in a
// PEM file.
func (m *module) testDecodeCert(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v starlark.Value
	if err := object.OneArg(t, "_ssl", "_test_decode_cert", args, kwargs, &v); err != nil {
		return nil, err
	}
	name, err := pathArg(t, v)
	if err != nil {
		return nil, err
	}
	raw, err := firstCert(name)
	if err != nil {
		return nil, m.plainError("Can't open file")
	}
	d, err := decodeCert(m.rt, raw)
	if err != nil {
		return nil, m.plainError("Error decoding PEM-encoded file")
	}
	return d, nil
}

// isAddress is _is_address(host): whether it is an IP address.
func (m *module) isAddress(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var host string
	err := object.OneArg(t, "_ssl", "_is_address", args, kwargs, &host)
	return m.rt.Bool(isAddress(host)), err
}
