//go:build unix

package pyssl

import (
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"crypto/tls"
	"encoding/asn1"
	"hash/fnv"
	"time"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// What a connection tells of itself.

// A connMethod is a method of connections.
type connMethod func(c *conn, t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error)

var connMethods = map[string]connMethod{
	"do_handshake":                 (*conn).doHandshake,
	"read":                         (*conn).pyRead,
	"write":                        (*conn).pyWrite,
	"pending":                      (*conn).pyPending,
	"shutdown":                     (*conn).pyShutdown,
	"_let_go":                      (*conn).letGo,
	"getpeercert":                  (*conn).getpeercert,
	"get_channel_binding":          (*conn).getChannelBinding,
	"verify_client_post_handshake": (*conn).verifyClientPostHandshake,
}

// tells are the methods without arguments that only tell something.
var tells = map[string]func(c *conn) starlark.Value{
	"cipher":                 (*conn).pyCipher,
	"shared_ciphers":         (*conn).sharedCiphers,
	"version":                (*conn).version,
	"compression":            func(*conn) starlark.Value { return starlark.None },
	"selected_alpn_protocol": (*conn).selectedALPN,
	"selected_npn_protocol":  func(*conn) starlark.Value { return starlark.None },
	"get_verified_chain":     func(c *conn) starlark.Value { return c.m.chainValue(c.chain) },
	"get_unverified_chain":   (*conn).sentChain,
}

// A connProperty is an attribute of connections.
type connProperty struct {
	get func(c *conn) starlark.Value
	set func(t *object.Thread, c *conn, v starlark.Value) error
}

var connProperties = map[string]connProperty{
	"context": {func(c *conn) starlark.Value { return c.ctxVal }, func(_ *object.Thread, c *conn, v starlark.Value) error {
		ctx, ok := object.Unwrap(v).(*context)
		if !ok {
			return object.TypeError.Errorf("The value must be a SSLContext")
		}
		c.ctx, c.ctxVal = ctx, v
		return nil
	}},
	"owner": {func(c *conn) starlark.Value { return c.owner }, func(_ *object.Thread, c *conn, v starlark.Value) error {
		c.owner = v
		return nil
	}},
	"server_side":     {get: func(c *conn) starlark.Value { return c.m.rt.Bool(c.server) }},
	"server_hostname": {get: func(c *conn) starlark.Value { return c.name }},
	"session":         {get: (*conn).session, set: func(t *object.Thread, c *conn, v starlark.Value) error { return c.setSession(t, v) }},
	"session_reused":  {get: (*conn).sessionReused},
}

func (m *module) newConnClass() *object.Class {
	c := object.NewClass("_ssl", "_SSLSocket", object.TypesOf(m.rt.Dialect).Object)
	c.Doc = "A TLS connection."
	c.Methods = make(map[string]object.Method)
	for name, f := range connMethods {
		c.Methods[name] = func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return f(self.(*conn), t, args, kwargs)
		}
	}
	for name, f := range tells {
		c.Methods[name] = func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return f(self.(*conn)), object.NoArgs("_ssl._SSLSocket", name, args, kwargs)
		}
	}
	if m.py2() {
		c.Methods["peer_certificate"] = c.Methods["getpeercert"]
		c.Methods["tls_unique_cb"] = func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return self.(*conn).getChannelBinding(t, args, kwargs)
		}
		// What socket.ssl() gave in Python 2.5.
		for name, issuer := range map[string]bool{"server": false, "issuer": true} {
			c.Methods[name] = func(t *object.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
				return self.(*conn).oneline(issuer), object.NoArgs("", name, args, kwargs)
			}
		}
	}
	c.Attrs = make(map[string]starlark.Value)
	for name, p := range connProperties {
		g := &object.Getset{Name: name, Of: c, Get: func(_ *object.Thread, self starlark.Value) (starlark.Value, error) { return p.get(self.(*conn)), nil }}
		if p.set != nil {
			g.Set = func(t *object.Thread, self, v starlark.Value) error {
				if v == nil {
					return object.AttributeError.Errorf("can't delete attribute")
				}
				return p.set(t, self.(*conn), v)
			}
		}
		c.Attrs[name] = g
	}
	return c
}

// getpeercert is getpeercert(binary_form=False): a dict, {} if the certificate
// was not verified, None if there is none; or its DER. ValueError before the
// handshake.
func (c *conn) getpeercert(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	binary := false
	if err := object.Positional(t, "getpeercert", args, kwargs, 0, &binary); err != nil {
		return nil, err
	}
	if !c.ready() {
		return nil, object.ValueError.Errorf("handshake not done yet")
	}
	peer := c.peer()
	switch {
	case peer == nil:
		return starlark.None, nil
	case binary:
		return c.m.rt.Bytes(peer.Raw), nil
	case c.ctx.verifyMode == certNone:
		return object.NewDict(0), nil
	}
	d, err := decodeCert(c.m.rt, peer.Raw)
	if err != nil {
		return nil, c.m.libraryError(opHandshake, "ASN1", "DECODE_ERROR", "")
	}
	return d, nil
}

// sentChain is the certificates that the peer sent; on a server without its own,
// as OpenSSL has it.
func (c *conn) sentChain() starlark.Value {
	if !c.ready() {
		return starlark.None
	}
	return c.m.chainValue(c.conn.ConnectionState().PeerCertificates)
}

// oneline is the peer's name, or its issuer's, as X509_NAME_oneline(3) writes
// it: /C=XY/CN=localhost.
func (c *conn) oneline(issuer bool) starlark.Value {
	text := ""
	if c.ready() && c.peer() != nil {
		raw := c.peer().RawSubject
		if issuer {
			raw = c.peer().RawIssuer
		}
		seq, err := next(&raw)
		if err == nil {
			each(seq.body, func(set der) error {
				return each(set.body, func(attr der) error {
					p, err := parts(attr.body)
					if err != nil || len(p) != 2 || p[0].tag != asn1.TagOID {
						return errDER
					}
					text += "/" + oidShort(p[0].body) + "=" + derText(p[1])
					return nil
				})
			})
		}
	}
	return c.m.rt.Str(text)
}

func oidShort(b []byte) string {
	text := oidText(b)
	for _, o := range oids {
		if o.oid == text {
			return o.short
		}
	}
	return text
}

// pyCipher is cipher() -> (name, protocol, bits), None before the handshake.
func (c *conn) pyCipher() starlark.Value {
	if !c.ready() {
		return starlark.None
	}
	s, ok := suiteByID(c.conn.ConnectionState().CipherSuite)
	if !ok {
		return starlark.None
	}
	return s.triple(c.m.rt)
}

// sharedCiphers is shared_ciphers() -> list of triples on a server, else None.
func (c *conn) sharedCiphers() starlark.Value {
	if !c.ready() || c.hello == nil {
		return starlark.None
	}
	var list []starlark.Value
	for _, s := range c.ctx.suitesOf() {
		for _, id := range c.hello.CipherSuites {
			if id == s.id {
				list = append(list, s.triple(c.m.rt))
			}
		}
	}
	return c.m.rt.List(list)
}

// versionNames are the protocols as version() gives them.
var versionNames = map[uint16]string{
	tls.VersionTLS10: "TLSv1", tls.VersionTLS11: "TLSv1.1", tls.VersionTLS12: "TLSv1.2", tls.VersionTLS13: "TLSv1.3",
}

func (c *conn) version() starlark.Value {
	if !c.ready() {
		return starlark.None
	}
	return c.m.rt.Str(versionNames[c.conn.ConnectionState().Version])
}

func (c *conn) selectedALPN() starlark.Value {
	if c.ready() {
		if p := c.conn.ConnectionState().NegotiatedProtocol; p != "" {
			return c.m.rt.Str(p)
		}
	}
	return starlark.None
}

// getChannelBinding is get_channel_binding(cb_type="tls-unique"): bytes, or
// None where there is none. TLS 1.3 has none of that kind (RFC 8446, appendix
// C.5).
func (c *conn) getChannelBinding(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	kind := "tls-unique"
	if err := object.Keywords(t, "get_channel_binding", args, kwargs, 0, "cb_type", &kind); err != nil {
		return nil, err
	}
	if kind != "tls-unique" {
		return nil, object.ValueError.Errorf("'%s' channel binding type not implemented", kind)
	}
	if !c.ready() {
		return starlark.None, nil
	}
	if b := c.conn.ConnectionState().TLSUnique; b != nil {
		return c.m.rt.Bytes(b), nil
	}
	return starlark.None, nil
}

// verifyClientPostHandshake is verify_client_post_handshake(). crypto/tls
// doesn't have it, and says so as OpenSSL does of a peer without it.
func (c *conn) verifyClientPostHandshake(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	reason := "EXTENSION_NOT_RECEIVED"
	switch {
	case !c.server:
		reason = "NOT_SERVER"
	case c.ready() && c.conn.ConnectionState().Version < tls.VersionTLS13:
		reason = "WRONG_SSL_VERSION"
	}
	return nil, c.m.libraryError(operation{2847, 0, ""}, "SSL", reason, "")
}

// A session is ssl.SSLSession: what a client needs to take up a connection's
// keys again.
type session struct {
	class *object.Class
	ctx   *context
	state *tls.ClientSessionState // nil if the server gave no ticket
	id    []byte
	since time.Time
}

var _ object.Typed = (*session)(nil)

func (s *session) Class() *object.Class                     { return s.class }
func (s *session) String() string                           { return plainRepr(s) }
func (s *session) Type() string                             { return s.class.ClassName }
func (s *session) Freeze()                                  {}
func (s *session) Truth() starlark.Bool                     { return true }
func (s *session) Hash() (uint32, error)                    { return uint32(object.ID(s)), nil }
func (s *session) Attr(name string) (starlark.Value, error) { return object.BindAttr(s, name) }
func (s *session) AttrNames() []string                      { return s.class.AttrNames() }

// sessionLife is how long crypto/tls accepts a ticket.
const sessionLife = 7 * 24 * time.Hour

func (m *module) newSessionClass() *object.Class {
	c := object.NewClass("_ssl", "SSLSession", object.TypesOf(m.rt.Dialect).Object)
	c.Getters = make(map[string]func(starlark.Value) (starlark.Value, error))
	for name, get := range map[string]func(s *session) starlark.Value{
		"id":         func(s *session) starlark.Value { return m.rt.Bytes(s.id) },
		"time":       func(s *session) starlark.Value { return starlark.MakeInt64(s.since.Unix()) },
		"timeout":    func(*session) starlark.Value { return starlark.MakeInt(int(sessionLife.Seconds())) },
		"has_ticket": func(s *session) starlark.Value { return m.rt.Bool(s.state != nil) },
		"ticket_lifetime_hint": func(s *session) starlark.Value {
			if s.state == nil {
				return starlark.MakeInt(0)
			}
			return starlark.MakeInt(int(sessionLife.Seconds()))
		},
	} {
		c.Getters[name] = func(self starlark.Value) (starlark.Value, error) { return get(self.(*session)), nil }
	}
	return c
}

// PyHash agrees with RichCompare.
func (s *session) PyHash() (uint64, error) {
	h := fnv.New64a()
	h.Write(s.id)
	return h.Sum64(), nil
}

// RichCompare compares by id.
func (s *session) RichCompare(op syntax.CmpOp, y starlark.Value) (starlark.Value, error) {
	o, ok := y.(*session)
	if !ok || op != syntax.Eq && op != syntax.NotEq {
		return object.NotImplemented, nil
	}
	return s.ctx.m.rt.Bool(bytes.Equal(s.id, o.id) == (op == syntax.Eq)), nil
}

// A sessionSlot is the session cache of one connection: it gives the session
// that the script has set, and keeps what the server sends.
type sessionSlot struct {
	given *session
	got   *tls.ClientSessionState
	since time.Time
	id    []byte
}

// Get returns the session to take up.
func (s *sessionSlot) Get(string) (*tls.ClientSessionState, bool) {
	if s.given == nil || s.given.state == nil {
		return nil, false
	}
	return s.given.state, true
}

// Put keeps a session.
func (s *sessionSlot) Put(_ string, state *tls.ClientSessionState) {
	if state == nil {
		return
	}
	s.got, s.since = state, time.Now()
	if ticket, _, err := state.ResumptionState(); err == nil {
		sum := sha256.Sum256(ticket)
		s.id = sum[:]
	}
}

// session is the connection's session, None before the handshake and on a server.
func (c *conn) session() starlark.Value {
	if !c.ready() || c.slot == nil {
		return starlark.None
	}
	if given := c.slot.given; given != nil && c.conn.ConnectionState().DidResume {
		again := *given
		if c.slot.got != nil {
			again.state = c.slot.got
		}
		return &again
	}
	if c.slot.id == nil { // there is no ticket: a session that can't be taken up
		id := make([]byte, 32)
		rand.Read(id)
		c.slot.id, c.slot.since = id, time.Now()
	}
	return &session{class: c.m.sessionClass, ctx: c.ctx, state: c.slot.got, id: c.slot.id, since: c.slot.since}
}

// setSession sets the session to take up. ValueError if it can't be.
func (c *conn) setSession(t *object.Thread, v starlark.Value) error {
	s, ok := v.(*session)
	switch {
	case !ok:
		return object.TypeError.Errorf("Value is not a SSLSession.")
	case s.ctx != c.ctx:
		return object.ValueError.Errorf("Session refers to a different SSLContext.")
	case c.slot == nil:
		return object.ValueError.Errorf("Cannot set session for server-side SSLSocket.")
	case c.step != nil:
		return object.ValueError.Errorf("Cannot set session after handshake.")
	}
	c.slot.given = s
	return nil
}

func (c *conn) sessionReused() starlark.Value {
	return c.m.rt.Bool(c.ready() && c.conn.ConnectionState().DidResume)
}

// sessionCounts are what session_stats() tells.
type sessionCounts struct{ connect, connectGood, accept, acceptGood, hits int }

// sessionStats is session_stats() -> dict of counts.
func (c *context) sessionStats(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	d := object.NewDict(11)
	for _, n := range []struct {
		name string
		n    int
	}{
		{"number", 0}, {"connect", c.counts.connect}, {"connect_good", c.counts.connectGood}, {"connect_renegotiate", 0},
		{"accept", c.counts.accept}, {"accept_good", c.counts.acceptGood}, {"accept_renegotiate", 0},
		{"hits", c.counts.hits}, {"misses", 0}, {"timeouts", 0}, {"cache_full", 0},
	} {
		d.SetString(n.name, starlark.MakeInt(n.n))
	}
	return d, object.NoArgs("_ssl._SSLContext", "session_stats", args, kwargs)
}
