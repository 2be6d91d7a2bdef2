//go:build unix

package pyssl

import (
	"crypto/tls"
	"fmt"
	"slices"
	"strings"

	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// A suite is a cipher suite as OpenSSL speaks of it.
type suite struct {
	id    uint16
	name  string
	since string // the protocol that brought it
	kx    string // ECDHE, RSA, any
	auth  string // ECDSA, RSA, any
	enc   string // AES, AESGCM, CHACHA20, 3DES, RC4
	bits  int
	mac   string // AEAD, SHA1, SHA256
}

// suites are those that crypto/tls has, in OpenSSL's order of preference.
var suites = []suite{
	{tls.TLS_AES_256_GCM_SHA384, "TLS_AES_256_GCM_SHA384", "TLSv1.3", "any", "any", "AESGCM", 256, "AEAD"},
	{tls.TLS_CHACHA20_POLY1305_SHA256, "TLS_CHACHA20_POLY1305_SHA256", "TLSv1.3", "any", "any", "CHACHA20", 256, "AEAD"},
	{tls.TLS_AES_128_GCM_SHA256, "TLS_AES_128_GCM_SHA256", "TLSv1.3", "any", "any", "AESGCM", 128, "AEAD"},
	{tls.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384, "ECDHE-ECDSA-AES256-GCM-SHA384", "TLSv1.2", "ECDHE", "ECDSA", "AESGCM", 256, "AEAD"},
	{tls.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384, "ECDHE-RSA-AES256-GCM-SHA384", "TLSv1.2", "ECDHE", "RSA", "AESGCM", 256, "AEAD"},
	{tls.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256, "ECDHE-ECDSA-CHACHA20-POLY1305", "TLSv1.2", "ECDHE", "ECDSA", "CHACHA20", 256, "AEAD"},
	{tls.TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256, "ECDHE-RSA-CHACHA20-POLY1305", "TLSv1.2", "ECDHE", "RSA", "CHACHA20", 256, "AEAD"},
	{tls.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, "ECDHE-ECDSA-AES128-GCM-SHA256", "TLSv1.2", "ECDHE", "ECDSA", "AESGCM", 128, "AEAD"},
	{tls.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, "ECDHE-RSA-AES128-GCM-SHA256", "TLSv1.2", "ECDHE", "RSA", "AESGCM", 128, "AEAD"},
	{tls.TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256, "ECDHE-ECDSA-AES128-SHA256", "TLSv1.2", "ECDHE", "ECDSA", "AES", 128, "SHA256"},
	{tls.TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256, "ECDHE-RSA-AES128-SHA256", "TLSv1.2", "ECDHE", "RSA", "AES", 128, "SHA256"},
	{tls.TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA, "ECDHE-ECDSA-AES256-SHA", "TLSv1.0", "ECDHE", "ECDSA", "AES", 256, "SHA1"},
	{tls.TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA, "ECDHE-RSA-AES256-SHA", "TLSv1.0", "ECDHE", "RSA", "AES", 256, "SHA1"},
	{tls.TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA, "ECDHE-ECDSA-AES128-SHA", "TLSv1.0", "ECDHE", "ECDSA", "AES", 128, "SHA1"},
	{tls.TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA, "ECDHE-RSA-AES128-SHA", "TLSv1.0", "ECDHE", "RSA", "AES", 128, "SHA1"},
	{tls.TLS_RSA_WITH_AES_256_GCM_SHA384, "AES256-GCM-SHA384", "TLSv1.2", "RSA", "RSA", "AESGCM", 256, "AEAD"},
	{tls.TLS_RSA_WITH_AES_128_GCM_SHA256, "AES128-GCM-SHA256", "TLSv1.2", "RSA", "RSA", "AESGCM", 128, "AEAD"},
	{tls.TLS_RSA_WITH_AES_128_CBC_SHA256, "AES128-SHA256", "TLSv1.2", "RSA", "RSA", "AES", 128, "SHA256"},
	{tls.TLS_RSA_WITH_AES_256_CBC_SHA, "AES256-SHA", "SSLv3", "RSA", "RSA", "AES", 256, "SHA1"},
	{tls.TLS_RSA_WITH_AES_128_CBC_SHA, "AES128-SHA", "SSLv3", "RSA", "RSA", "AES", 128, "SHA1"},
	{tls.TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA, "ECDHE-RSA-DES-CBC3-SHA", "TLSv1.0", "ECDHE", "RSA", "3DES", 168, "SHA1"},
	{tls.TLS_RSA_WITH_3DES_EDE_CBC_SHA, "DES-CBC3-SHA", "SSLv3", "RSA", "RSA", "3DES", 168, "SHA1"},
	{tls.TLS_ECDHE_ECDSA_WITH_RC4_128_SHA, "ECDHE-ECDSA-RC4-SHA", "TLSv1.0", "ECDHE", "ECDSA", "RC4", 128, "SHA1"},
	{tls.TLS_ECDHE_RSA_WITH_RC4_128_SHA, "ECDHE-RSA-RC4-SHA", "TLSv1.0", "ECDHE", "RSA", "RC4", 128, "SHA1"},
	{tls.TLS_RSA_WITH_RC4_128_SHA, "RC4-SHA", "SSLv3", "RSA", "RSA", "RC4", 128, "SHA1"},
}

// defaultCiphers is what CPython 3.11 sets where a script doesn't.
const defaultCiphers = "@SECLEVEL=2:ECDH+AESGCM:ECDH+CHACHA20:ECDH+AES:DHE+AES:!aNULL:!eNULL:!aDSS:!SHA1:!AESCCM"

func suiteByID(id uint16) (suite, bool) {
	i := slices.IndexFunc(suites, func(s suite) bool { return s.id == id })
	if i < 0 {
		return suite{}, false
	}
	return suites[i], true
}

func (s suite) tls13() bool { return s.since == "TLSv1.3" }

// weak suites aren't in DEFAULT.
func (s suite) weak() bool { return s.enc == "3DES" || s.enc == "RC4" }

// tag tells for each word of a cipher string which suites it means.
var tags = map[string]func(s suite) bool{
	"ALL":      func(suite) bool { return true },
	"DEFAULT":  func(s suite) bool { return !s.weak() },
	"HIGH":     func(s suite) bool { return !s.weak() },
	"MEDIUM":   suite.weak,
	"kRSA":     func(s suite) bool { return s.kx == "RSA" },
	"RSA":      func(s suite) bool { return s.kx == "RSA" },
	"aRSA":     func(s suite) bool { return s.auth == "RSA" },
	"ECDHE":    func(s suite) bool { return s.kx == "ECDHE" },
	"EECDH":    func(s suite) bool { return s.kx == "ECDHE" },
	"kECDHE":   func(s suite) bool { return s.kx == "ECDHE" },
	"kEECDH":   func(s suite) bool { return s.kx == "ECDHE" },
	"ECDH":     func(s suite) bool { return s.kx == "ECDHE" },
	"ECDSA":    func(s suite) bool { return s.auth == "ECDSA" },
	"aECDSA":   func(s suite) bool { return s.auth == "ECDSA" },
	"AES":      func(s suite) bool { return strings.HasPrefix(s.enc, "AES") },
	"AES128":   func(s suite) bool { return strings.HasPrefix(s.enc, "AES") && s.bits == 128 },
	"AES256":   func(s suite) bool { return strings.HasPrefix(s.enc, "AES") && s.bits == 256 },
	"AESGCM":   func(s suite) bool { return s.enc == "AESGCM" },
	"CHACHA20": func(s suite) bool { return s.enc == "CHACHA20" },
	"3DES":     func(s suite) bool { return s.enc == "3DES" },
	"RC4":      func(s suite) bool { return s.enc == "RC4" },
	"SHA":      func(s suite) bool { return s.mac == "SHA1" },
	"SHA1":     func(s suite) bool { return s.mac == "SHA1" },
	"SHA256":   func(s suite) bool { return s.mac == "SHA256" },
	"TLSv1.2":  func(s suite) bool { return s.since == "TLSv1.2" },
	"TLSv1.0":  func(s suite) bool { return s.since == "TLSv1.0" },
	"TLSv1":    func(s suite) bool { return s.since == "TLSv1.0" },
	"SSLv3":    func(s suite) bool { return s.since == "SSLv3" },
}

// chooseSuites evaluates a cipher string (ciphers(1)): words between colons,
// each added to the end of the list; -word takes out, !word for good, +word
// moves to the end. What no suite of crypto/tls is stands for nothing. The
// suites of TLS 1.3 aren't subject to it.
func chooseSuites(text string) []uint16 {
	var chosen []suite
	dead := make(map[uint16]bool)
	words := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(":;, ", r) })
	for _, word := range words {
		op := byte(0)
		if strings.IndexByte("!-+", word[0]) >= 0 {
			op, word = word[0], word[1:]
		}
		if word == "" {
			continue
		}
		if strings.HasPrefix(word, "@") {
			if word == "@STRENGTH" {
				slices.SortStableFunc(chosen, func(a, b suite) int { return b.bits - a.bits })
			}
			continue
		}
		means := func(s suite) bool {
			for _, part := range strings.Split(word, "+") {
				if tag := tags[part]; s.name != part && (tag == nil || !tag(s)) {
					return false
				}
			}
			return !s.tls13()
		}
		var moved []suite
		if op == '+' {
			for _, s := range chosen {
				if means(s) {
					moved = append(moved, s)
				}
			}
		}
		if op != 0 {
			chosen = slices.DeleteFunc(chosen, means)
		}
		for _, s := range suites {
			switch {
			case !means(s):
			case op == '!':
				dead[s.id] = true
			case op == 0 && !dead[s.id] && !slices.Contains(chosen, s):
				chosen = append(chosen, s)
			}
		}
		chosen = append(chosen, moved...)
	}
	ids := make([]uint16, len(chosen))
	for i, s := range chosen {
		ids[i] = s.id
	}
	return ids
}

// suitesOf are the suites that a context offers: those of TLS 1.3 in front.
func (c *context) suitesOf() []suite {
	var list []suite
	for _, s := range suites {
		if s.tls13() {
			list = append(list, s)
		}
	}
	for _, id := range c.ciphers {
		if s, ok := suiteByID(id); ok {
			list = append(list, s)
		}
	}
	return list
}

// triple is (name, protocol, bits), as cipher() gives it.
func (s suite) triple(rt *object.Runtime) starlark.Value {
	return starlark.Tuple{rt.Str(s.name), rt.Str(s.since), starlark.MakeInt(s.bits)}
}

// dict is what get_ciphers() tells of a suite.
func (s suite) dict(rt *object.Runtime) starlark.Value {
	d := object.NewDict(12)
	str := func(key, v string) { d.SetString(key, rt.Str(v)) }
	const sslv3 = 3 << 24 // the tag that OpenSSL puts before a suite's number
	d.SetString("id", starlark.MakeInt(sslv3|int(s.id)))
	str("name", s.name)
	str("protocol", s.since)
	kx, enc, since := s.kx, s.enc, s.since
	if kx == "ECDHE" {
		kx = "ECDH"
	}
	if enc == "CHACHA20" {
		enc = "CHACHA20/POLY1305"
	}
	if since == "TLSv1.0" {
		since = "TLSv1"
	}
	str("description", fmt.Sprintf("%-30s %-7s Kx=%-8s Au=%-5s Enc=%-22s Mac=%-4s", s.name, since, kx, s.auth, fmt.Sprintf("%s(%d)", enc, s.bits), s.mac))
	d.SetString("strength_bits", starlark.MakeInt(s.bits))
	d.SetString("alg_bits", starlark.MakeInt(s.bits))
	d.SetString("aead", rt.Bool(s.mac == "AEAD"))
	str("symmetric", map[string]string{
		"AESGCM": fmt.Sprintf("aes-%d-gcm", s.bits), "AES": fmt.Sprintf("aes-%d-cbc", s.bits),
		"CHACHA20": "chacha20-poly1305", "3DES": "des-ede3-cbc", "RC4": "rc4",
	}[s.enc])
	d.SetString("digest", starlark.None)
	if s.mac != "AEAD" {
		str("digest", strings.ToLower(s.mac))
	}
	str("kea", "kx-"+strings.ToLower(s.kx))
	str("auth", "auth-"+strings.ToLower(s.auth))
	return d
}

// curves are the groups by the names OpenSSL has for them.
var curves = map[string]tls.CurveID{
	"prime256v1": tls.CurveP256, "P-256": tls.CurveP256, "secp384r1": tls.CurveP384, "P-384": tls.CurveP384,
	"secp521r1": tls.CurveP521, "P-521": tls.CurveP521, "X25519": tls.X25519,
}
