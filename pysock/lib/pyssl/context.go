//go:build unix

package pyssl

import (
	"bytes"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"io"
	"os"
	"slices"

	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// A context is _ssl._SSLContext: the settings of connections to be.
type context struct {
	object.NoOwn
	m        *module
	class    *object.Class
	protocol int

	options, flags, verifyMode, hostFlags int
	checkHostname                         bool
	min, max                              int // protocol versions, or protoMinimum, protoMaximum
	numTickets                            int
	postHandshakeAuth                     bool
	ciphers                               []uint16
	curves                                []tls.CurveID
	alpn                                  []string
	sni, messages                         starlark.Value
	keylogName                            starlark.Value
	keylog                                *os.File

	certs []tls.Certificate
	store store

	ticketKey [32]byte // for the tickets of servers
	counts    sessionCounts
}

var _ object.Typed = (*context)(nil)

func (c *context) Class() *object.Class                     { return c.class }
func (c *context) String() string                           { return plainRepr(c) }
func (c *context) Type() string                             { return c.class.ClassName }
func (c *context) Freeze()                                  {}
func (c *context) Truth() starlark.Bool                     { return true }
func (c *context) Hash() (uint32, error)                    { return uint32(object.ID(c)), nil }
func (c *context) Attr(name string) (starlark.Value, error) { return object.BindAttr(c, name) }
func (c *context) AttrNames() []string                      { return c.class.AttrNames() }

// newContext is _SSLContext(protocol). ValueError for a protocol there isn't.
func (m *module) newContext(t *object.Thread, class *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	c := &context{
		m: m, class: class, options: opAll | opNoSSLv3 | opCipherServerPreference | opNoCompression | opEnableMiddlebox,
		flags: verifyTrustedFirst, min: tls.VersionTLS12, max: protoMaximum, numTickets: 2, hostFlags: hostNoPartialWildcards,
		sni: starlark.None, messages: starlark.None, keylogName: starlark.None, ciphers: chooseSuites(defaultCiphers),
	}
	if err := object.Positional(t, "_SSLContext", args, kwargs, 1, &c.protocol); err != nil {
		return nil, err
	}
	if m.py2() {
		c.min = protoMinimum
	}
	switch c.protocol {
	case protocolTLS, protocolServer:
	case protocolClient:
		c.checkHostname, c.verifyMode = true, certRequired
	case protocolTLSv1, protocolTLSv11, protocolTLSv12:
		c.min, c.max = protoMinimum, protoMaximum
		c.ciphers = chooseSuites("DEFAULT")
	default:
		return nil, object.ValueError.By("invalid protocol version", "invalid or unsupported protocol version "+itoa(c.protocol))
	}
	rand.Read(c.ticketKey[:])
	return c, nil
}

// fixed is the one version of the protocols that have one, or 0.
func (c *context) fixed() int {
	switch c.protocol {
	case protocolTLSv1:
		return tls.VersionTLS10
	case protocolTLSv11:
		return tls.VersionTLS11
	case protocolTLSv12:
		return tls.VersionTLS12
	}
	return 0
}

// versions is the range of versions that the context allows. Where the options
// forbid one in the middle, those above it remain.
func (c *context) versions() (min, max uint16, ok bool) {
	lo, hi := c.min, c.max
	if v := c.fixed(); v != 0 {
		lo, hi = v, v
	}
	switch lo {
	case protoMinimum, protoSSLv3:
		lo = tls.VersionTLS10
	case protoMaximum:
		lo = tls.VersionTLS13
	}
	switch hi {
	case protoMaximum:
		hi = tls.VersionTLS13
	case protoMinimum, protoSSLv3:
		hi = tls.VersionTLS10
	}
	for v := hi; v >= lo; v-- {
		switch {
		case c.options&noVersion[v] == 0:
			if max == 0 {
				max = uint16(v)
			}
			min = uint16(v)
		case max != 0:
			return min, max, true
		}
	}
	return min, max, max != 0
}

// noVersion are the options that forbid a version.
var noVersion = map[int]int{
	tls.VersionTLS10: opNoTLSv1, tls.VersionTLS11: opNoTLSv11, tls.VersionTLS12: opNoTLSv12, tls.VersionTLS13: opNoTLSv13,
}

// config is what a connection that begins now gets of the context. It must not
// refer to the connection, which its handshake would keep alive.
func (c *context) config(e *engine, server bool, name string) (*tls.Config, error) {
	min, max, ok := c.versions()
	if !ok {
		return nil, c.m.libraryError(opHandshake, "SSL", "NO_PROTOCOLS_AVAILABLE", "")
	}
	conf := &tls.Config{
		MinVersion: min, MaxVersion: max,
		Certificates: c.chains(), CipherSuites: c.ciphers, CurvePreferences: c.curves, NextProtos: c.alpn,
		InsecureSkipVerify:          true, // VerifyConnection does it, with OpenSSL's words
		DynamicRecordSizingDisabled: true,
		SessionTicketsDisabled:      c.options&opNoTicket != 0,
	}
	if c.keylog != nil {
		conf.KeyLogWriter = c.keylog
	}
	v := &verifier{
		flags: c.flags, purpose: x509.ExtKeyUsageServerAuth, engine: e, trusted: c.store.trusted,
		noCommon: c.hostFlags&hostNeverCheckSubject != 0,
	}
	if c.verifyMode != certNone {
		v.roots, v.crls = c.store.pool(), c.store.crls
		conf.VerifyConnection = v.verify
	}
	if !server {
		conf.ServerName = name
		conf.GetClientCertificate = offer(conf.Certificates)
		if c.checkHostname && !c.m.py2() {
			v.name = name
		}
		return conf, nil
	}
	v.purpose = x509.ExtKeyUsageClientAuth
	conf.SetSessionTicketKeys([][32]byte{c.ticketKey})
	switch c.verifyMode {
	case certNone:
		return conf, nil
	case certOptional:
		conf.ClientAuth = tls.VerifyClientCertIfGiven
	case certRequired:
		conf.ClientAuth = tls.RequireAndVerifyClientCert
	}
	// crypto/tls verifies first, and sends the right alert.
	conf.ClientCAs = v.roots
	e.verify = v
	return conf, nil
}

// chains are the context's own certificates. One that came alone is completed
// with those it trusts, as OpenSSL does.
func (c *context) chains() []tls.Certificate {
	list := slices.Clone(c.certs)
	for i := range list {
		if len(list[i].Certificate) > 1 {
			continue
		}
		for at := list[i].Leaf; at != nil && !bytes.Equal(at.RawIssuer, at.RawSubject); {
			issuer := c.store.issuer(at)
			if issuer != nil {
				list[i].Certificate = append(slices.Clone(list[i].Certificate), issuer.Raw)
			}
			at = issuer
		}
	}
	return list
}

// offer is tls.Config.GetClientCertificate: as OpenSSL, a client shows a
// certificate of whatever authority.
func offer(certs []tls.Certificate) func(*tls.CertificateRequestInfo) (*tls.Certificate, error) {
	return func(asked *tls.CertificateRequestInfo) (*tls.Certificate, error) {
		request := *asked
		request.AcceptableCAs = nil
		for i := range certs {
			if request.SupportsCertificate(&certs[i]) == nil {
				return &certs[i], nil
			}
		}
		return new(tls.Certificate), nil
	}
}

// A property is an attribute of contexts.
type property struct {
	get func(c *context) starlark.Value
	set func(t *object.Thread, c *context, v starlark.Value) error
}

// number is a property that is an int.
func number(field func(c *context) *int, check func(c *context, n int) error) property {
	return property{
		func(c *context) starlark.Value { return starlark.MakeInt(*field(c)) },
		func(t *object.Thread, c *context, v starlark.Value) error {
			n, err := t.Int(v)
			if err == nil && check != nil {
				err = check(c, int(n))
			}
			if err == nil {
				*field(c) = int(n)
			}
			return err
		},
	}
}

// toggle is a property that is a bool.
func toggle(field func(c *context) *bool, check func(c *context, on bool)) property {
	return property{
		func(c *context) starlark.Value { return c.m.rt.Bool(*field(c)) },
		func(t *object.Thread, c *context, v starlark.Value) error {
			on := bool(v.Truth())
			if check != nil {
				check(c, on)
			}
			*field(c) = on
			return t.Failed()
		},
	}
}

// version is a property that is a protocol's version. At the wrong end, extreme
// stands for a version.
func version(field func(c *context) *int, extreme, stands int) property {
	p := number(field, (*context).checkVersion)
	set := p.set
	p.set = func(t *object.Thread, c *context, v starlark.Value) error {
		err := set(t, c, v)
		if err == nil && *field(c) == extreme {
			*field(c) = stands
		}
		return err
	}
	return p
}

// properties are the attributes that both Pythons have, as far as Python 2 has
// them.
var properties = map[string]property{
	"protocol": {get: func(c *context) starlark.Value { return starlark.MakeInt(c.protocol) }},
	"options":  number(func(c *context) *int { return &c.options }, nil),
	"verify_flags": number(func(c *context) *int { return &c.flags }, func(c *context, n int) error {
		if n < 0 {
			return c.m.libraryError(operation{}, "X509", "INVALID_FLAGS", "")
		}
		return nil
	}),
	"verify_mode": number(func(c *context) *int { return &c.verifyMode }, func(c *context, n int) error {
		switch {
		case n < certNone || n > certRequired:
			return object.ValueError.Errorf("invalid value for verify_mode")
		case n == certNone && c.checkHostname:
			return object.ValueError.By("Cannot set verify_mode to CERT_NONE when check_hostname is enabled.",
				"Cannot set verify_mode to CERT_NONE when check_hostname is enabled.")
		}
		return nil
	}),
	"_host_flags": number(func(c *context) *int { return &c.hostFlags }, nil),
	"check_hostname": {
		func(c *context) starlark.Value { return c.m.rt.Bool(c.checkHostname) },
		func(t *object.Thread, c *context, v starlark.Value) error {
			on := bool(v.Truth())
			if on && c.verifyMode == certNone {
				if c.m.py2() {
					return object.ValueError.Errorf("check_hostname needs a SSL context with either CERT_OPTIONAL or CERT_REQUIRED")
				}
				c.verifyMode = certRequired
			}
			c.checkHostname = on
			return t.Failed()
		},
	},
	"minimum_version": version(func(c *context) *int { return &c.min }, protoMaximum, tls.VersionTLS13),
	"maximum_version": version(func(c *context) *int { return &c.max }, protoMinimum, tls.VersionTLS10),
	"num_tickets": number(func(c *context) *int { return &c.numTickets }, func(c *context, n int) error {
		switch {
		case n < 0:
			return object.ValueError.Errorf("value must be non-negative")
		case c.protocol != protocolServer:
			return object.ValueError.Errorf("SSLContext is not a server context.")
		}
		return nil
	}),
	"post_handshake_auth": toggle(func(c *context) *bool { return &c.postHandshakeAuth }, nil),
	"security_level":      {get: func(*context) starlark.Value { return starlark.MakeInt(2) }},
	"sni_callback": {
		func(c *context) starlark.Value { return c.sni },
		func(_ *object.Thread, c *context, v starlark.Value) error {
			if c.protocol == protocolClient {
				return object.ValueError.Errorf("sni_callback cannot be set on TLS_CLIENT context")
			}
			if v != starlark.None && !object.Callable(v) {
				return object.TypeError.Errorf("not a callable object")
			}
			c.sni = v
			return nil
		},
	},
	"_msg_callback": {
		func(c *context) starlark.Value { return c.messages },
		func(_ *object.Thread, c *context, v starlark.Value) error {
			if v != starlark.None && !object.Callable(v) {
				return object.TypeError.Errorf("%s is not callable.", c.m.rt.Repr(v))
			}
			c.messages = v
			return nil
		},
	},
	"keylog_filename": {func(c *context) starlark.Value { return c.keylogName }, (*keylogSetter)(nil).set},
}

// checkVersion refuses versions there aren't, and contexts that have but one.
func (c *context) checkVersion(n int) error {
	switch {
	case c.fixed() != 0:
		return object.ValueError.Errorf("The context's protocol doesn't support modification of highest and lowest version.")
	case n != protoMinimum && n != protoMaximum && (n < protoSSLv3 || n > tls.VersionTLS13):
		return object.ValueError.Errorf("Unsupported TLS/SSL version 0x%x", n)
	}
	return nil
}

type keylogSetter struct{}

// set opens the file to which the secrets of connections go, for programs that
// look into them.
func (*keylogSetter) set(t *object.Thread, c *context, v starlark.Value) error {
	if c.keylog != nil {
		c.keylog.Close()
		c.keylog, c.keylogName = nil, starlark.None
	}
	if v == starlark.None {
		return nil
	}
	name, err := pathArg(t, v)
	if err != nil {
		return err
	}
	f, err := os.OpenFile(name, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o666)
	if err != nil {
		return object.OSFail(object.IOError, err, v)
	}
	if end, err := f.Seek(0, io.SeekEnd); err == nil && end == 0 {
		f.WriteString("# TLS secrets log file, generated by OpenSSL / Python\n")
	}
	c.keylog, c.keylogName = f, v
	return nil
}

// A contextMethod is a method of contexts.
type contextMethod func(c *context, t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error)

var contextMethods = map[string]contextMethod{
	"load_cert_chain":          (*context).loadCertChain,
	"load_verify_locations":    (*context).loadVerifyLocations,
	"set_default_verify_paths": (*context).setDefaultVerifyPaths,
	"get_ca_certs":             (*context).getCACerts,
	"cert_store_stats":         (*context).certStoreStats,
	"session_stats":            (*context).sessionStats,
	"set_ciphers":              (*context).setCiphers,
	"get_ciphers":              (*context).getCiphers,
	"set_ecdh_curve":           (*context).setECDHCurve,
	"load_dh_params":           (*context).loadDHParams,
	"_set_alpn_protocols":      (*context).setALPN,
	"_wrap_socket":             (*context).wrapSocket,
	"_wrap_bio":                (*context).wrapBIO,
}

func (m *module) newContextClass() *object.Class {
	c := object.NewClass("_ssl", "_SSLContext", object.TypesOf(m.rt.Dialect).Object)
	c.Doc = "_SSLContext(protocol): the settings of connections to be."
	c.New = m.newContext
	c.Methods = make(map[string]object.Method)
	// __init__ is done by then: a class that derives from it may take other arguments.
	c.Methods["__init__"] = func(*object.Thread, starlark.Value, starlark.Tuple, []starlark.Tuple) (starlark.Value, error) {
		return starlark.None, nil
	}
	for name, f := range contextMethods {
		c.Methods[name] = func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return f(object.Unwrap(self).(*context), t, args, kwargs)
		}
	}
	c.Attrs = map[string]starlark.Value{"__new__": object.NewFor(c)}
	for name, p := range properties {
		g := &object.Getset{Name: name, Of: c, Get: func(_ *object.Thread, self starlark.Value) (starlark.Value, error) {
			return p.get(object.Unwrap(self).(*context)), nil
		}}
		if p.set != nil {
			g.Set = func(t *object.Thread, self, v starlark.Value) error {
				if v == nil {
					return object.AttributeError.Errorf("can't delete attribute")
				}
				return p.set(t, object.Unwrap(self).(*context), v)
			}
		}
		c.Attrs[name] = g
	}
	return c
}

// loadCertChain is load_cert_chain(certfile, keyfile=None, password=None).
// password is text, bytes, or a function that is called if the key is
// encrypted. OSError for files that can't be read, SSLError for what is in them.
func (c *context) loadCertChain(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var certfile, keyfile, password starlark.Value = nil, starlark.None, starlark.None
	if err := object.Keywords(t, "load_cert_chain", args, kwargs, 1, "certfile", &certfile, "keyfile", &keyfile, "password", &password); err != nil {
		return nil, err
	}
	cert, err := pathArgNamed(t, certfile, "certfile")
	if err != nil {
		return nil, err
	}
	key := cert
	if keyfile != starlark.None {
		if key, err = pathArgNamed(t, keyfile, "keyfile"); err != nil {
			return nil, err
		}
	}
	var secret func() ([]byte, error)
	if password == starlark.None {
		secret = func() ([]byte, error) { return nil, errPEM }
	} else if secret, err = passwordArg(t, password); err != nil {
		return nil, err
	}
	chain, private, err := loadPair(cert, key, secret)
	switch err {
	case nil:
	case errPEM, errNoCert:
		line := operation{3926, 2795, ""}
		if err == errNoCert {
			line.line3 = 3905
		}
		return nil, c.m.raise("SSLError", 524297, "[SSL] PEM lib"+c.m.at(line), "SSL", "")
	case errMismatch:
		return nil, c.m.raise("SSLError", 116, "[X509: KEY_VALUES_MISMATCH] key values mismatch"+c.m.at(operation{3926, 2795, ""}), "X509", "KEY_VALUES_MISMATCH")
	case errOtherKind:
		return nil, c.m.raise("SSLError", 177, "[SSL: NO_CERTIFICATE_ASSIGNED] no certificate assigned"+c.m.at(operation{3934, 2803, ""}), "SSL", "NO_CERTIFICATE_ASSIGNED")
	default:
		return nil, fileError(t, err)
	}
	pair := tls.Certificate{Certificate: chain, PrivateKey: private}
	if pair.Leaf, err = x509.ParseCertificate(chain[0]); err != nil {
		return nil, err
	}
	c.certs = append(slices.DeleteFunc(slices.Clone(c.certs), func(old tls.Certificate) bool {
		return old.Leaf.PublicKeyAlgorithm == pair.Leaf.PublicKeyAlgorithm
	}), pair)
	return starlark.None, nil
}

// passwordArg is what gives the password of a key.
func passwordArg(t *object.Thread, v starlark.Value) (func() ([]byte, error), error) {
	read := func(v starlark.Value, words string) ([]byte, error) {
		b, ok := object.AsBytes(object.Unwrap(v))
		if !ok {
			s, isText := object.AsText(v)
			if !isText {
				return nil, object.TypeError.Errorf("%s", words)
			}
			b = []byte(s)
		}
		if len(b) > maxPassword {
			return nil, object.ValueError.Errorf("password cannot be longer than %d bytes", maxPassword)
		}
		return b, nil
	}
	if object.Callable(v) {
		var failed error
		return func() ([]byte, error) {
			if failed != nil {
				return nil, failed
			}
			r, err := t.Call(v)
			if err != nil {
				return nil, err
			}
			return read(r, "password callback must return a string")
		}, nil
	}
	b, err := read(v, "password should be a string or callable")
	return func() ([]byte, error) { return b, nil }, err
}

const maxPassword = 1024

// setCiphers is set_ciphers(string). SSLError if it leaves none.
func (c *context) setCiphers(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var text string
	if err := object.OneArg(t, "_ssl._SSLContext", "set_ciphers", args, kwargs, &text); err != nil {
		return nil, err
	}
	ids := chooseSuites(text)
	if len(ids) == 0 {
		e, err := c.m.exception("SSLError", c.m.rt.Str("No cipher can be selected."))
		if err != nil {
			return nil, err
		}
		return nil, object.Raise(e)
	}
	c.ciphers = ids
	return starlark.None, nil
}

// getCiphers is get_ciphers() -> list of dicts.
func (c *context) getCiphers(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var list []starlark.Value
	for _, s := range c.suitesOf() {
		list = append(list, s.dict(c.m.rt))
	}
	return c.m.rt.List(list), object.NoArgs("_ssl._SSLContext", "get_ciphers", args, kwargs)
}

// setECDHCurve is set_ecdh_curve(name). ValueError for one there isn't.
func (c *context) setECDHCurve(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v starlark.Value
	if err := object.OneArg(t, "_ssl._SSLContext", "set_ecdh_curve", args, kwargs, &v); err != nil {
		return nil, err
	}
	name, ok := object.AsText(v)
	if b, isBytes := object.AsBytes(v); isBytes {
		name, ok = string(b), true
	}
	if !ok {
		return nil, object.TypeError.Errorf("expected str or bytes, got %s", object.TypeName(v))
	}
	id, ok := curves[name]
	if !ok {
		return nil, object.ValueError.Errorf("unknown elliptic curve name %s", c.m.rt.Repr(v))
	}
	c.curves = []tls.CurveID{id}
	return starlark.None, nil
}

// loadDHParams is load_dh_params(path). The file must be one of parameters;
// they aren't used, as crypto/tls has no suites with finite-field groups.
func (c *context) loadDHParams(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var v starlark.Value
	if err := object.OneArg(t, "_ssl._SSLContext", "load_dh_params", args, kwargs, &v); err != nil {
		return nil, err
	}
	name, err := pathArg(t, v)
	if err != nil {
		return nil, err
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, object.OSFail(object.IOError, err, v)
	}
	if !hasBlock(data, "DH PARAMETERS") {
		return nil, c.m.libraryError(operation{4316, 3129, ""}, "PEM", "NO_START_LINE", "")
	}
	return starlark.None, nil
}

// setALPN is _set_alpn_protocols(bytes): names with a byte of their length in
// front of each.
func (c *context) setALPN(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var b []byte
	if err := object.OneArg(t, "_ssl._SSLContext", "_set_alpn_protocols", args, kwargs, &b); err != nil {
		return nil, err
	}
	var names []string
	for len(b) > 0 {
		n := int(b[0])
		if n == 0 || n >= len(b)+1 {
			return nil, object.ValueError.Errorf("malformed list of protocols")
		}
		if n > len(b)-1 {
			return nil, object.ValueError.Errorf("malformed list of protocols")
		}
		names = append(names, string(b[1:1+n]))
		b = b[1+n:]
	}
	c.alpn = names
	return starlark.None, nil
}
