//go:build unix

package pyssl

import (
	"crypto"
	"crypto/aes"
	"crypto/cipher"
	"crypto/des"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/pbkdf2"
	"crypto/rsa"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"crypto/x509"
	"encoding/asn1"
	"encoding/pem"
	"errors"
	"hash"
	"os"
	"reflect"
)

var (
	errPEM       = errors.New("no key that can be read")
	errNoCert    = errors.New("no certificate that can be read")
	errMismatch  = errors.New("the key is not the certificate's")
	errOtherKind = errors.New("the key is of another kind than the certificate's")
)

// loadPair reads a chain of certificates and the key of the first from PEM
// files. password is asked when the key is encrypted.
func loadPair(certfile, keyfile string, password func() ([]byte, error)) (chain [][]byte, key crypto.PrivateKey, err error) {
	data, err := os.ReadFile(certfile)
	if err != nil {
		return nil, nil, err
	}
	for rest := data; ; {
		var block *pem.Block
		if block, rest = pem.Decode(rest); block == nil {
			break
		}
		if block.Type == "CERTIFICATE" || block.Type == "X509 CERTIFICATE" || block.Type == "TRUSTED CERTIFICATE" {
			chain = append(chain, block.Bytes)
		}
	}
	if len(chain) == 0 {
		return nil, nil, errNoCert
	}
	leaf, err := x509.ParseCertificate(chain[0])
	if err != nil {
		return nil, nil, errNoCert
	}
	if keyfile != certfile {
		if data, err = os.ReadFile(keyfile); err != nil {
			return nil, nil, err
		}
	}
	if key, err = readKey(data, password); err != nil {
		return nil, nil, err
	}
	public, ok := key.(crypto.Signer)
	if !ok {
		return nil, nil, errPEM
	}
	if reflect.TypeOf(public.Public()) != reflect.TypeOf(leaf.PublicKey) {
		return nil, nil, errOtherKind
	}
	type comparable interface{ Equal(crypto.PublicKey) bool }
	if p, ok := public.Public().(comparable); !ok || !p.Equal(leaf.PublicKey) {
		return nil, nil, errMismatch
	}
	return chain, key, nil
}

// readKey finds a private key in PEM.
func readKey(data []byte, password func() ([]byte, error)) (crypto.PrivateKey, error) {
	for {
		var block *pem.Block
		if block, data = pem.Decode(data); block == nil {
			return nil, errPEM
		}
		raw := block.Bytes
		switch block.Type {
		case "PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY", "ENCRYPTED PRIVATE KEY":
		default:
			continue
		}
		//lint:ignore SA1019 such keys are about, and CPython reads them
		if encrypted := x509.IsEncryptedPEMBlock(block); encrypted || block.Type == "ENCRYPTED PRIVATE KEY" {
			secret, err := password()
			if err != nil {
				return nil, err
			}
			if encrypted {
				//lint:ignore SA1019 as above
				raw, err = x509.DecryptPEMBlock(block, secret)
			} else {
				raw, err = decryptPKCS8(raw, secret)
			}
			if err != nil {
				return nil, errPEM
			}
		}
		if key, err := parseKey(raw); err == nil {
			return key, nil
		}
		return nil, errPEM
	}
}

func parseKey(raw []byte) (crypto.PrivateKey, error) {
	if key, err := x509.ParsePKCS8PrivateKey(raw); err == nil {
		switch key.(type) {
		case *rsa.PrivateKey, *ecdsa.PrivateKey, ed25519.PrivateKey:
			return key, nil
		}
		return nil, errPEM
	}
	if key, err := x509.ParsePKCS1PrivateKey(raw); err == nil {
		return key, nil
	}
	return x509.ParseECPrivateKey(raw)
}

// The structures of an encrypted key (RFC 5958, section 3; RFC 8018, appendix A).
type (
	encryptedKey struct {
		Algorithm algorithm
		Data      []byte
	}
	algorithm struct {
		OID        asn1.ObjectIdentifier
		Parameters asn1.RawValue `asn1:"optional"`
	}
	pbes2Params  struct{ KDF, Cipher algorithm }
	pbkdf2Params struct {
		Salt      []byte
		Rounds    int
		KeyLength int       `asn1:"optional"`
		PRF       algorithm `asn1:"optional"`
	}
)

const (
	oidPBES2  = "1.2.840.113549.1.5.13"
	oidPBKDF2 = "1.2.840.113549.1.5.12"
)

// prfs are the hashes of PBKDF2 by what names them; "" is the default.
var prfs = map[string]func() hash.Hash{
	"": sha1.New, "1.2.840.113549.2.7": sha1.New,
	"1.2.840.113549.2.8": sha256.New224, "1.2.840.113549.2.9": sha256.New,
	"1.2.840.113549.2.10": sha512.New384, "1.2.840.113549.2.11": sha512.New,
}

// pbesCiphers are the ciphers, all in CBC mode, by what names them.
var pbesCiphers = map[string]struct {
	keyLen int
	new    func(key []byte) (cipher.Block, error)
}{
	"2.16.840.1.101.3.4.1.2":  {16, aes.NewCipher},
	"2.16.840.1.101.3.4.1.22": {24, aes.NewCipher},
	"2.16.840.1.101.3.4.1.42": {32, aes.NewCipher},
	"1.2.840.113549.3.7":      {24, des.NewTripleDESCipher},
}

// maxRounds bounds the work that a file can ask for.
const maxRounds = 10_000_000

// decryptPKCS8 opens an EncryptedPrivateKeyInfo of the second scheme (PBES2).
func decryptPKCS8(raw, password []byte) ([]byte, error) {
	var box encryptedKey
	var scheme pbes2Params
	var kdf pbkdf2Params
	var iv []byte
	if _, err := asn1.Unmarshal(raw, &box); err != nil {
		return nil, err
	}
	if box.Algorithm.OID.String() != oidPBES2 {
		return nil, errPEM
	}
	if _, err := asn1.Unmarshal(box.Algorithm.Parameters.FullBytes, &scheme); err != nil {
		return nil, err
	}
	if scheme.KDF.OID.String() != oidPBKDF2 {
		return nil, errPEM
	}
	if _, err := asn1.Unmarshal(scheme.KDF.Parameters.FullBytes, &kdf); err != nil {
		return nil, err
	}
	if _, err := asn1.Unmarshal(scheme.Cipher.Parameters.FullBytes, &iv); err != nil {
		return nil, err
	}
	name := ""
	if kdf.PRF.OID != nil {
		name = kdf.PRF.OID.String()
	}
	prf, c := prfs[name], pbesCiphers[scheme.Cipher.OID.String()]
	if prf == nil || c.new == nil || kdf.Rounds < 1 || kdf.Rounds > maxRounds {
		return nil, errPEM
	}
	key, err := pbkdf2.Key(prf, string(password), kdf.Salt, kdf.Rounds, c.keyLen)
	if err != nil {
		return nil, err
	}
	block, err := c.new(key)
	if err != nil {
		return nil, err
	}
	size := block.BlockSize()
	if len(iv) != size || len(box.Data) == 0 || len(box.Data)%size != 0 {
		return nil, errPEM
	}
	plain := make([]byte, len(box.Data))
	cipher.NewCBCDecrypter(block, iv).CryptBlocks(plain, box.Data)
	pad := int(plain[len(plain)-1])
	if pad == 0 || pad > size {
		return nil, errPEM
	}
	for _, b := range plain[len(plain)-pad:] {
		if int(b) != pad {
			return nil, errPEM
		}
	}
	return plain[:len(plain)-pad], nil
}
