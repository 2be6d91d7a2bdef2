//go:build unix

package pyssl

import (
	"encoding/asn1"
	"encoding/hex"
	"errors"
	"fmt"
	"net/netip"
	"strings"
	"time"
	"unicode/utf16"

	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// A certificate is read here anew and not taken from package x509: getpeercert
// shows what is in it, in the order it is in, and x509 refuses some that
// OpenSSL takes. (RFC 5280, section 4.)

var errDER = errors.New("not a certificate")

// A der is a value with what follows it.
type der struct {
	class, tag int
	body       []byte
	full       []byte
}

// next takes a value off the front of b.
func next(b *[]byte) (der, error) {
	var v asn1.RawValue
	rest, err := asn1.Unmarshal(*b, &v)
	if err != nil {
		return der{}, errDER
	}
	*b = rest
	return der{v.Class, v.Tag, v.Bytes, v.FullBytes}, nil
}

// each calls f for each value in b.
func each(b []byte, f func(v der) error) error {
	for len(b) > 0 {
		v, err := next(&b)
		if err != nil {
			return err
		}
		if err := f(v); err != nil {
			return err
		}
	}
	return nil
}

// parts are the values in b.
func parts(b []byte) (list []der, err error) {
	err = each(b, func(v der) error {
		list = append(list, v)
		return nil
	})
	return list, err
}

// A certDict makes the dict that getpeercert() gives.
type certDict struct {
	rt *object.Runtime
	d  *object.Dict
}

func (c *certDict) str(s string) starlark.Value { return c.rt.Str(s) }

// text is what came out of a certificate: unicode in Python 2.
func (c *certDict) text(s string) starlark.Value {
	if c.rt.Dialect == dialect2 {
		return c.rt.Unicode(s)
	}
	return c.rt.Str(s)
}

// decodeCert returns the dict for a certificate.
func decodeCert(rt *object.Runtime, raw []byte) (*object.Dict, error) {
	c := &certDict{rt: rt, d: object.NewDict(10)}
	outer, err := next(&raw)
	if err != nil || outer.tag != asn1.TagSequence {
		return nil, errDER
	}
	body := outer.body
	tbs, err := next(&body)
	if err != nil {
		return nil, err
	}
	fields, err := parts(tbs.body)
	if err != nil {
		return nil, err
	}
	version := 1
	if len(fields) > 0 && fields[0].class == asn1.ClassContextSpecific && fields[0].tag == 0 {
		n, err := next(&fields[0].body)
		if err != nil || len(n.body) != 1 {
			return nil, errDER
		}
		version = int(n.body[0]) + 1
		fields = fields[1:]
	}
	// serialNumber, signature, issuer, validity, subject, subjectPublicKeyInfo
	if len(fields) < 6 {
		return nil, errDER
	}
	subject, err := c.name(fields[4].body)
	if err != nil {
		return nil, err
	}
	issuer, err := c.name(fields[2].body)
	if err != nil {
		return nil, err
	}
	validity, err := parts(fields[3].body)
	if err != nil || len(validity) != 2 {
		return nil, errDER
	}
	c.d.SetString("subject", subject)
	c.d.SetString("issuer", issuer)
	number := starlark.Value(starlark.MakeInt(version))
	if rt.Dialect == dialect2 {
		number = object.NewLong(starlark.MakeInt(version))
	}
	c.d.SetString("version", number)
	c.d.SetString("serialNumber", c.text(serial(fields[0].body)))
	for i, key := range []string{"notBefore", "notAfter"} {
		s, err := certTime(validity[i])
		if err != nil {
			return nil, err
		}
		c.d.SetString(key, c.text(s))
		if key == "notAfter" {
			c.d.SetString(key, c.str(s)) // Python 2's isn't unicode
		}
	}
	for _, f := range fields[6:] {
		if f.class == asn1.ClassContextSpecific && f.tag == 3 {
			if err := c.extensions(f.body); err != nil {
				return nil, err
			}
		}
	}
	return c.d, nil
}

// serial is the number in hexadecimal, as i2a_ASN1_INTEGER(3) writes it.
func serial(b []byte) string {
	if len(b) > 0 && b[0]&0x80 != 0 { // negative: its complement
		c := make([]byte, len(b))
		carry := byte(1)
		for i := len(b) - 1; i >= 0; i-- {
			c[i] = ^b[i] + carry
			if c[i] != 0 {
				carry = 0
			}
		}
		return "-" + strings.ToUpper(hex.EncodeToString(c))
	}
	for len(b) > 1 && b[0] == 0 {
		b = b[1:]
	}
	return strings.ToUpper(hex.EncodeToString(b))
}

// certTime is a time as ASN1_TIME_print(3) writes it.
func certTime(v der) (string, error) {
	layout := "060102150405Z"
	if v.tag == asn1.TagGeneralizedTime {
		layout = "20060102150405Z"
	}
	t, err := time.Parse(layout, string(v.body))
	if err != nil {
		return "", errDER
	}
	if v.tag == asn1.TagUTCTime && t.Year() >= 2050 { // RFC 5280: years from 50 on are 19xx
		t = t.AddDate(-100, 0, 0)
	}
	return t.Format("Jan _2 15:04:05 2006") + " GMT", nil
}

// name is a distinguished name: a tuple of the relative ones, each a tuple of
// (type, value).
func (c *certDict) name(b []byte) (starlark.Value, error) {
	dn := starlark.Tuple{}
	err := each(b, func(set der) error {
		rdn := starlark.Tuple{}
		err := each(set.body, func(attr der) error {
			p, err := parts(attr.body)
			if err != nil || len(p) != 2 {
				return errDER
			}
			rdn = append(rdn, starlark.Tuple{c.str(oidName(p[0].body)), c.text(derText(p[1]))})
			return nil
		})
		dn = append(dn, rdn)
		return err
	})
	return dn, err
}

// derText is a string of any of ASN.1's types.
func derText(v der) string {
	switch v.tag {
	case asn1.TagBMPString:
		units := make([]uint16, len(v.body)/2)
		for i := range units {
			units[i] = uint16(v.body[2*i])<<8 | uint16(v.body[2*i+1])
		}
		return string(utf16.Decode(units))
	case 28: // UniversalString
		var b strings.Builder
		for i := 0; i+4 <= len(v.body); i += 4 {
			b.WriteRune(rune(v.body[i])<<24 | rune(v.body[i+1])<<16 | rune(v.body[i+2])<<8 | rune(v.body[i+3]))
		}
		return b.String()
	case asn1.TagT61String, asn1.TagIA5String, asn1.TagPrintableString:
		return latin1(v.body)
	}
	return string(v.body)
}

func latin1(b []byte) string {
	r := make([]rune, len(b))
	for i, c := range b {
		r[i] = rune(c)
	}
	return string(r)
}

// oidText is an object identifier in numbers.
func oidText(b []byte) string {
	var oid asn1.ObjectIdentifier
	full := append([]byte{asn1.TagOID, byte(len(b))}, b...)
	if len(b) > 127 {
		return ""
	}
	if rest, err := asn1.Unmarshal(full, &oid); err != nil || len(rest) > 0 {
		return ""
	}
	return oid.String()
}

// oidName is an object identifier by its long name, in numbers if it has none.
func oidName(b []byte) string {
	text := oidText(b)
	for _, o := range oids {
		if o.oid == text {
			return o.long
		}
	}
	return text
}

// The extensions that the dict shows.
const (
	oidSAN       = "2.5.29.17"
	oidCRLPoints = "2.5.29.31"
	oidAuthInfo  = "1.3.6.1.5.5.7.1.1"
	oidOCSP      = "1.3.6.1.5.5.7.48.1"
	oidIssuers   = "1.3.6.1.5.5.7.48.2"
)

func (c *certDict) extensions(b []byte) error {
	list, err := next(&b)
	if err != nil {
		return err
	}
	found := make(map[string][]byte)
	err = each(list.body, func(ext der) error {
		p, err := parts(ext.body)
		if err != nil || len(p) < 2 {
			return errDER
		}
		found[oidText(p[0].body)] = p[len(p)-1].body
		return nil
	})
	if err != nil {
		return err
	}
	if b := found[oidSAN]; b != nil {
		seq, err := next(&b)
		if err != nil {
			return err
		}
		names := starlark.Tuple{}
		err = each(seq.body, func(v der) error {
			name, err := c.generalName(v)
			names = append(names, name)
			return err
		})
		if err != nil {
			return err
		}
		c.d.SetString("subjectAltName", names)
	}
	if b := found[oidAuthInfo]; b != nil {
		seq, err := next(&b)
		if err != nil {
			return err
		}
		for _, of := range []struct{ oid, key string }{{oidOCSP, "OCSP"}, {oidIssuers, "caIssuers"}} {
			urls := starlark.Tuple{}
			err = each(seq.body, func(v der) error {
				p, err := parts(v.body)
				if err == nil && len(p) == 2 && oidText(p[0].body) == of.oid && p[1].tag == generalURI {
					urls = append(urls, c.text(latin1(p[1].body)))
				}
				return err
			})
			if err != nil {
				return err
			}
			if len(urls) > 0 {
				c.d.SetString(of.key, urls)
			}
		}
	}
	if b := found[oidCRLPoints]; b != nil {
		urls, err := c.crlPoints(b)
		if err != nil {
			return err
		}
		if len(urls) > 0 {
			c.d.SetString("crlDistributionPoints", urls)
		}
	}
	return nil
}

// crlPoints are the addresses in a CRLDistributionPoints: those of the full
// names in it.
func (c *certDict) crlPoints(b []byte) (urls starlark.Tuple, err error) {
	seq, err := next(&b)
	if err != nil {
		return nil, err
	}
	err = each(seq.body, func(point der) error {
		return each(point.body, func(v der) error {
			if v.class != asn1.ClassContextSpecific || v.tag != 0 {
				return nil
			}
			return each(v.body, func(name der) error {
				if name.class != asn1.ClassContextSpecific || name.tag != 0 {
					return nil
				}
				return each(name.body, func(n der) error {
					if n.tag == generalURI {
						urls = append(urls, c.text(latin1(n.body)))
					}
					return nil
				})
			})
		})
	})
	return urls, err
}

// The kinds of a GeneralName.
const (
	generalOther = iota
	generalEmail
	generalDNS
	generalX400
	generalDir
	generalEDI
	generalURI
	generalIP
	generalRID
)

// generalName is a pair (kind, name).
func (c *certDict) generalName(v der) (starlark.Value, error) {
	pair := func(kind string, name starlark.Value) (starlark.Value, error) {
		return starlark.Tuple{c.str(kind), name}, nil
	}
	switch v.tag {
	case generalEmail:
		return pair("email", c.str(latin1(v.body)))
	case generalDNS:
		return pair("DNS", c.str(latin1(v.body)))
	case generalURI:
		return pair("URI", c.str(latin1(v.body)))
	case generalDir:
		b := v.body
		seq, err := next(&b)
		if err != nil {
			return nil, err
		}
		dn, err := c.name(seq.body)
		if err != nil {
			return nil, err
		}
		return pair("DirName", dn)
	case generalRID:
		return pair("Registered ID", c.str(oidName(v.body)))
	case generalIP:
		return pair("IP Address", c.str(ipText(v.body)))
	case generalX400:
		return pair("X400Name", c.str("<unsupported>"))
	case generalEDI:
		return pair("EdiPartyName", c.str("<unsupported>"))
	}
	return pair("othername", c.str("<unsupported>"))
}

// ipText is an address as OpenSSL writes it: that of IPv6 in full, without
// leading zeros.
func ipText(b []byte) string {
	switch len(b) {
	case 4:
		return netip.AddrFrom4([4]byte(b)).String()
	case 16:
		groups := make([]string, 8)
		for i := range groups {
			groups[i] = fmt.Sprintf("%X", int(b[2*i])<<8|int(b[2*i+1]))
		}
		return strings.Join(groups, ":")
	}
	return "<invalid>"
}
