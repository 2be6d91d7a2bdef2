//go:build unix

package pyssl

import (
	"bytes"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net/netip"
	"strings"
	"time"
)

// A verifyError is what OpenSSL says of a certificate (X509_STORE_CTX_get_error(3)).
type verifyError struct {
	code  int
	words string
	alert byte // what the peer is told
}

func (e *verifyError) Error() string { return e.words }

// Alerts about certificates (RFC 8446, section 6.2).
const (
	alertBadCertificate     = 42
	alertUnsupported        = 43
	alertCertificateRevoked = 44
	alertCertificateExpired = 45
	alertUnknownCA          = 48
	alertHandshakeFailure   = 40
	alertInternalError      = 80
)

// A verifier checks the peer's certificates as a context demands.
type verifier struct {
	roots    *x509.CertPool
	crls     []*x509.RevocationList
	flags    int
	purpose  x509.ExtKeyUsage
	name     string // the host's name or address, "" not to check it
	noCommon bool   // a name in the subject doesn't count
	engine   *engine
	trusted  func(c *x509.Certificate) // told the root that a chain leads to
}

// verify is tls.Config.VerifyConnection.
func (v *verifier) verify(state tls.ConnectionState) error {
	if len(state.PeerCertificates) == 0 {
		return nil
	}
	err := v.check(state.PeerCertificates)
	if err == nil {
		return nil
	}
	v.engine.alert = err.alert
	return err
}

func (v *verifier) check(chain []*x509.Certificate) *verifyError {
	leaf := chain[0]
	opts := x509.VerifyOptions{Roots: v.roots, Intermediates: x509.NewCertPool(), KeyUsages: []x509.ExtKeyUsage{v.purpose}}
	for _, c := range chain[1:] {
		opts.Intermediates.AddCert(c)
	}
	chains, err := leaf.Verify(opts)
	var unknown x509.UnknownAuthorityError
	if errors.As(err, &unknown) {
		return unknownAuthority(chain)
	}
	if v.name != "" {
		if err := v.checkName(leaf); err != nil {
			return err
		}
	}
	if err != nil {
		return chainError(err)
	}
	if v.flags&verifyCRLCheckLeaf != 0 {
		if err := v.checkRevoked(chains[0]); err != nil {
			return err
		}
	}
	v.engine.chain = chains[0]
	v.trusted(chains[0][len(chains[0])-1])
	return nil
}

// unknownAuthority tells where a chain ends that doesn't lead to a root.
func unknownAuthority(chain []*x509.Certificate) *verifyError {
	selfSigned := func(c *x509.Certificate) bool { return bytes.Equal(c.RawSubject, c.RawIssuer) }
	at := chain[0]
	if selfSigned(at) {
		return &verifyError{18, "self-signed certificate", alertUnknownCA}
	}
	for range chain {
		var next *x509.Certificate
		for _, c := range chain {
			if c != at && bytes.Equal(c.RawSubject, at.RawIssuer) {
				next = c
			}
		}
		if next == nil {
			break
		}
		if selfSigned(next) {
			return &verifyError{19, "self-signed certificate in certificate chain", alertUnknownCA}
		}
		at = next
	}
	return &verifyError{20, "unable to get local issuer certificate", alertUnknownCA}
}

// chainError gives OpenSSL's words for what package x509 found.
func chainError(err error) *verifyError {
	var invalid x509.CertificateInvalidError
	if errors.As(err, &invalid) {
		switch invalid.Reason {
		case x509.Expired:
			if time.Now().Before(invalid.Cert.NotBefore) {
				return &verifyError{9, "certificate is not yet valid", alertBadCertificate}
			}
			return &verifyError{10, "certificate has expired", alertCertificateExpired}
		case x509.NotAuthorizedToSign:
			return &verifyError{24, "invalid CA certificate", alertUnknownCA}
		case x509.TooManyIntermediates:
			return &verifyError{25, "path length constraint exceeded", alertUnknownCA}
		case x509.IncompatibleUsage:
			return &verifyError{26, "unsuitable certificate purpose", alertUnsupported}
		case x509.CANotAuthorizedForThisName:
			return &verifyError{47, "permitted subtree violation", alertUnknownCA}
		}
	}
	return &verifyError{7, "certificate signature failure", alertBadCertificate}
}

// checkRevoked asks the issuer's revocation list, which must be there.
func (v *verifier) checkRevoked(chain []*x509.Certificate) *verifyError {
	n := 1
	if v.flags&verifyCRLCheckChain == verifyCRLCheckChain {
		n = len(chain)
	}
	for i, c := range chain[:n] {
		issuer := chain[min(i+1, len(chain)-1)]
		found := false
		for _, list := range v.crls {
			if !bytes.Equal(list.RawIssuer, c.RawIssuer) || list.CheckSignatureFrom(issuer) != nil {
				continue
			}
			found = true
			for _, e := range list.RevokedCertificateEntries {
				if e.SerialNumber.Cmp(c.SerialNumber) == 0 {
					return &verifyError{23, "certificate revoked", alertCertificateRevoked}
				}
			}
		}
		if !found {
			return &verifyError{3, "unable to get certificate CRL", alertUnknownCA}
		}
	}
	return nil
}

// checkName compares the name with those of the certificate: an address with
// its addresses, a host with its DNS names or, where it has none, with the
// common names of its subject. (RFC 6125; X509_check_host(3).)
func (v *verifier) checkName(leaf *x509.Certificate) *verifyError {
	if ip, err := netip.ParseAddr(v.name); err == nil {
		for _, has := range leaf.IPAddresses {
			if a, ok := netip.AddrFromSlice(has); ok && a.Unmap() == ip.Unmap() {
				return nil
			}
		}
		return &verifyError{64, fmt.Sprintf("IP address mismatch, certificate is not valid for '%s'.", v.name), alertBadCertificate}
	}
	names := leaf.DNSNames
	if len(names) == 0 && !v.noCommon {
		for _, attr := range leaf.Subject.Names {
			if s, ok := attr.Value.(string); ok && attr.Type.String() == "2.5.4.3" {
				names = append(names, s)
			}
		}
	}
	for _, pattern := range names {
		if matchHost(pattern, v.name) {
			return nil
		}
	}
	return &verifyError{62, fmt.Sprintf("Hostname mismatch, certificate is not valid for '%s'.", v.name), alertBadCertificate}
}

// matchHost compares a host with a name in a certificate, whose first label may
// be an asterisk that stands for one whole label.
func matchHost(pattern, host string) bool {
	pattern, host = strings.ToLower(strings.TrimSuffix(pattern, ".")), strings.ToLower(strings.TrimSuffix(host, "."))
	if pattern == host {
		return true
	}
	rest, ok := strings.CutPrefix(pattern, "*.")
	if !ok || strings.Contains(rest, "*") || !strings.Contains(rest, ".") {
		return false
	}
	label, domain, ok := strings.Cut(host, ".")
	return ok && label != "" && domain == rest
}
