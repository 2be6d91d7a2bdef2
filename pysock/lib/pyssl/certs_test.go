//go:build unix

package pyssl

import (
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"encoding/pem"
	"flag"
	"fmt"
	"math/big"
	"net"
	"net/url"
	"os"
	"testing"
	"time"
)

var update = flag.Bool("update", false, "make the certificates of the conformance scripts anew")

const certsFile = "../../testdata/ssl/_certs.py"

// An issued certificate and its key.
type issued struct {
	cert *x509.Certificate
	key  crypto.Signer
}

// issue makes a certificate that by signs; nil stands for itself.
func issue(t testing.TB, by *issued, change func(c *x509.Certificate)) *issued {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	serial, _ := rand.Int(rand.Reader, new(big.Int).Lsh(big.NewInt(1), 63))
	template := &x509.Certificate{
		SerialNumber: serial.Add(serial, big.NewInt(1)),
		Subject:      pkix.Name{Country: []string{"XY"}, Organization: []string{"pysock's tests"}},
		NotBefore:    time.Date(2020, 1, 2, 3, 4, 5, 0, time.UTC),
		NotAfter:     time.Date(2049, 12, 31, 23, 59, 59, 0, time.UTC),
		KeyUsage:     x509.KeyUsageDigitalSignature,
		ExtKeyUsage:  []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth, x509.ExtKeyUsageClientAuth},
	}
	change(template)
	parent, signer := template, crypto.Signer(key)
	if by != nil {
		parent, signer = by.cert, by.key
	}
	raw, err := x509.CreateCertificate(rand.Reader, template, parent, key.Public(), signer)
	if err != nil {
		t.Fatal(err)
	}
	cert, err := x509.ParseCertificate(raw)
	if err != nil {
		t.Fatal(err)
	}
	return &issued{cert, key}
}

func authority(name string) func(c *x509.Certificate) {
	return func(c *x509.Certificate) {
		c.Subject.CommonName = name
		c.IsCA, c.BasicConstraintsValid = true, true
		c.KeyUsage, c.ExtKeyUsage = x509.KeyUsageCertSign|x509.KeyUsageCRLSign, nil
	}
}

func server(names ...string) func(c *x509.Certificate) {
	return func(c *x509.Certificate) {
		c.Subject.CommonName = names[0]
		c.DNSNames = names
	}
}

// text is the certificate and its key in PEM.
func (i *issued) text(t testing.TB) string {
	t.Helper()
	raw, err := x509.MarshalPKCS8PrivateKey(i.key)
	if err != nil {
		t.Fatal(err)
	}
	return string(pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: raw})) + i.certText()
}

func (i *issued) certText() string {
	return string(pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: i.cert.Raw}))
}

// TestCertificates makes the certificates with which the scripts in
// testdata/ssl run, if it is told to, and checks those that are there.
func TestCertificates(t *testing.T) {
	if !*update {
		data, err := os.ReadFile(certsFile)
		if err != nil {
			t.Fatal(err)
		}
		for n := 0; ; n++ {
			var block *pem.Block
			if block, data = pem.Decode(data); block == nil {
				if n < 8 {
					t.Errorf("only %d blocks", n)
				}
				return
			}
			if block.Type == "CERTIFICATE" {
				if _, err := x509.ParseCertificate(block.Bytes); err != nil {
					t.Error(err)
				}
			}
		}
	}
	root := issue(t, nil, authority("pysock test CA"))
	other := issue(t, nil, authority("another test CA"))
	middle := issue(t, root, authority("pysock test intermediate CA"))
	localhost := issue(t, root, func(c *x509.Certificate) {
		server("localhost", "*.example.org")(c)
		c.IPAddresses = []net.IP{net.IPv4(127, 0, 0, 1).To4(), net.ParseIP("2001:db8::1f")}
		c.EmailAddresses = []string{"tests@example.org"}
		c.URIs = []*url.URL{{Scheme: "https", Host: "example.org", Path: "/x"}}
		c.OCSPServer = []string{"http://ocsp.example.org/"}
		c.IssuingCertificateURL = []string{"http://example.org/ca.cer"}
		c.CRLDistributionPoints = []string{"http://example.org/list.crl"}
		c.Subject.ExtraNames = []pkix.AttributeTypeAndValue{
			{Type: asn1.ObjectIdentifier{2, 5, 4, 4}, Value: "Bücher"},
			{Type: asn1.ObjectIdentifier{1, 2, 3, 4, 5}, Value: "unknown"},
		}
	})
	var b bytes.Buffer
	b.WriteString("# Certificates for tests, made by TestCertificates -update in lib/pyssl.\n")
	write := func(name, text string) { fmt.Fprintf(&b, "\n%s = \"\"\"\\\n%s\"\"\"\n", name, text) }
	write("CA", root.certText())
	write("OTHER_CA", other.certText())
	write("LOCALHOST", localhost.text(t))
	write("CHAIN", issue(t, middle, server("chained")).text(t)+middle.certText())
	write("CLIENT", issue(t, root, func(c *x509.Certificate) { c.Subject.CommonName = "a client" }).text(t))
	write("EXPIRED", issue(t, root, func(c *x509.Certificate) {
		server("localhost")(c)
		c.NotAfter = time.Date(2021, 1, 2, 3, 4, 5, 0, time.UTC)
	}).text(t))
	write("SELF", issue(t, nil, server("localhost")).text(t))
	if err := os.MkdirAll("../../testdata/ssl", 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(certsFile, b.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
}
