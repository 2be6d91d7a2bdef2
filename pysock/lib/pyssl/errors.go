//go:build unix

package pyssl

import (
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"reflect"
	"strings"

	"example.com/pysock/pysock/netfd"
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
	"golang.org/x/sys/unix"
)

// OpenSSL's numbers for how a call ended (SSL_get_error(3)).
const (
	sslErrorSSL       = 1
	sslErrorWantRead  = 2
	sslErrorWantWrite = 3
	sslErrorEOF       = 8
)

// An operation is what of a connection failed. CPython's messages end with the
// line of its source where that was noticed, and scripts have seen them.
type operation struct {
	line3, line2 int
	timeout      string // what is said when time runs out
}

var (
	opHandshake = operation{1006, 727, "The handshake operation timed out"}
	opRead      = operation{2580, 1946, "The read operation timed out"}
	opWrite     = operation{2427, 1814, "The write operation timed out"}
	opShutdown  = operation{2706, 2051, "The read operation timed out"}
)

// at is the line, as messages end with it.
func (m *module) at(op operation) string {
	if m.py2() {
		return fmt.Sprintf(" (_ssl.c:%d)", op.line2)
	}
	return fmt.Sprintf(" (_ssl.c:%d)", op.line3)
}

// exception makes one of the classes that module ssl has.
func (m *module) exception(class string, args ...starlark.Value) (*object.Exception, error) {
	c := m.classes[class]
	if c == nil {
		return nil, object.RuntimeError.Errorf("_ssl has not been set up by ssl")
	}
	v, err := m.rt.Current().Call(c, args...)
	if err != nil {
		return nil, err
	}
	e, ok := v.(*object.Exception)
	if !ok {
		return nil, object.TypeError.Errorf("exceptions must derive from BaseException")
	}
	return e, nil
}

// words are in Python 2 unicode, where they come from OpenSSL.
func (m *module) words(s string) starlark.Value {
	if m.py2() {
		return m.rt.Unicode(s)
	}
	return m.rt.Str(s)
}

// raise makes an exception of class with a number and words. reason and library
// may be "".
func (m *module) raise(class string, number int, words, library, reason string) error {
	e, err := m.exception(class, starlark.MakeInt(number), m.words(words))
	if err != nil {
		return err
	}
	for name, text := range map[string]string{"library": library, "reason": reason} {
		v := starlark.Value(starlark.None)
		if text != "" {
			v = m.words(text)
		}
		if err := e.SetField(name, v); err != nil {
			return err
		}
	}
	return object.Raise(e)
}

// plainError is SSLError(words).
func (m *module) plainError(words string) error {
	e, err := m.exception("SSLError", m.rt.Str(words))
	if err != nil {
		return err
	}
	return object.Raise(e)
}

// plainErrorNumber is SSLError(number, words).
func (m *module) plainErrorNumber(number int, words string) error {
	return m.raise("SSLError", number, words, "", "")
}

// libraryError is the SSLError for one of OpenSSL's reasons: [SSL: REASON]
// reason in words.
func (m *module) libraryError(op operation, library, reason, words string) error {
	number, class := sslErrorSSL, "SSLError"
	if reason == "UNEXPECTED_EOF_WHILE_READING" {
		number, class = sslErrorEOF, "SSLEOFError"
	}
	if words == "" {
		words = strings.ToLower(strings.ReplaceAll(reason, "_", " "))
	}
	return m.raise(class, number, fmt.Sprintf("[%s: %s] %s%s", library, reason, words, m.at(op)), library, reason)
}

// alertReasons are OpenSSL's names for what a peer's alert tells.
var alertReasons = map[byte]string{
	10: "SSLV3_ALERT_UNEXPECTED_MESSAGE", 20: "SSLV3_ALERT_BAD_RECORD_MAC", 21: "TLSV1_ALERT_DECRYPTION_FAILED",
	22: "TLSV1_ALERT_RECORD_OVERFLOW", 30: "SSLV3_ALERT_DECOMPRESSION_FAILURE", 40: "SSLV3_ALERT_HANDSHAKE_FAILURE",
	41: "SSLV3_ALERT_NO_CERTIFICATE", 42: "SSLV3_ALERT_BAD_CERTIFICATE", 43: "SSLV3_ALERT_UNSUPPORTED_CERTIFICATE",
	44: "SSLV3_ALERT_CERTIFICATE_REVOKED", 45: "SSLV3_ALERT_CERTIFICATE_EXPIRED", 46: "SSLV3_ALERT_CERTIFICATE_UNKNOWN",
	47: "SSLV3_ALERT_ILLEGAL_PARAMETER", 48: "TLSV1_ALERT_UNKNOWN_CA", 49: "TLSV1_ALERT_ACCESS_DENIED",
	50: "TLSV1_ALERT_DECODE_ERROR", 51: "TLSV1_ALERT_DECRYPT_ERROR", 60: "TLSV1_ALERT_EXPORT_RESTRICTION",
	70: "TLSV1_ALERT_PROTOCOL_VERSION", 71: "TLSV1_ALERT_INSUFFICIENT_SECURITY", 80: "TLSV1_ALERT_INTERNAL_ERROR",
	86: "TLSV1_ALERT_INAPPROPRIATE_FALLBACK", 90: "TLSV1_ALERT_USER_CANCELLED", 100: "TLSV1_ALERT_NO_RENEGOTIATION",
	109: "TLSV13_ALERT_MISSING_EXTENSION", 110: "TLSV1_UNSUPPORTED_EXTENSION", 111: "TLSV1_CERTIFICATE_UNOBTAINABLE",
	112: "TLSV1_UNRECOGNIZED_NAME", 113: "TLSV1_BAD_CERTIFICATE_STATUS_RESPONSE", 114: "TLSV1_BAD_CERTIFICATE_HASH_VALUE",
	115: "TLSV1_ALERT_UNKNOWN_PSK_IDENTITY", 116: "TLSV13_ALERT_CERTIFICATE_REQUIRED", 120: "TLSV1_ALERT_NO_APPLICATION_PROTOCOL",
}

// failures gives OpenSSL's reason for what crypto/tls says in words, by how
// they begin.
var failures = []struct{ start, reason string }{
	{"tls: client didn't provide a certificate", "PEER_DID_NOT_RETURN_A_CERTIFICATE"},
	{"tls: client offered only unsupported versions", "UNSUPPORTED_PROTOCOL"},
	{"tls: server selected unsupported protocol version", "UNSUPPORTED_PROTOCOL"},
	{"tls: no supported versions satisfy MinVersion and MaxVersion", "NO_PROTOCOLS_AVAILABLE"},
	{"tls: no cipher suite supported by both client and server", "NO_SHARED_CIPHER"},
	{"tls: no certificates configured", "NO_SHARED_CIPHER"},
	{"tls: no ECDHE curve supported by both client and server", "NO_SHARED_CIPHER"},
	{"tls: peer doesn't support any of the certificate's signature algorithms", "NO_SHARED_SIGNATURE_ALGORITHMS"},
	{"tls: server chose an unconfigured cipher suite", "WRONG_CIPHER_RETURNED"},
	{"tls: oversized record", "PACKET_LENGTH_TOO_LONG"},
	{"tls: unexpected message", "UNEXPECTED_MESSAGE"},
	{"tls: received unexpected handshake message", "UNEXPECTED_MESSAGE"},
	{"tls: invalid signature", "BAD_SIGNATURE"},
	{"local error: tls: bad record MAC", "DECRYPTION_FAILED_OR_BAD_RECORD_MAC"},
	{"local error: tls: unexpected message", "UNEXPECTED_MESSAGE"},
	{"local error: tls: error decoding message", "DECODE_ERROR"},
	{"local error: tls: illegal parameter", "BAD_EXTENSION"},
	{"the callback refused the name", "CALLBACK_FAILED"},
	{"protocol is shutdown", "PROTOCOL_IS_SHUTDOWN"},
	{"bad write retry", "BAD_WRITE_RETRY"},
	{"application data after close notify", "APPLICATION_DATA_AFTER_CLOSE_NOTIFY"},
}

// fail turns what a step ended with into Python's exception.
func (m *module) fail(op operation, err error) error {
	var raised *object.Raised
	var verify *verifyError
	var record tls.RecordHeaderError
	var remote *net.OpError
	var alert remoteAlert
	var errno unix.Errno
	switch {
	case err == nil:
		return nil
	case errors.As(err, &raised):
		return err
	case err == errWantRead:
		return m.raise("SSLWantReadError", sslErrorWantRead, "The operation did not complete (read)"+m.at(op), "", "")
	case err == errWantWrite:
		return m.raise("SSLWantWriteError", sslErrorWantWrite, "The operation did not complete (write)"+m.at(op), "", "")
	case err == netfd.ErrTimeout:
		return m.timedOut(op)
	case err == unix.EBADF:
		return m.plainError("Underlying socket has been closed.")
	case errors.Is(err, errRagged), errors.Is(err, io.ErrUnexpectedEOF), err == io.EOF:
		if m.py2() {
			return m.raise("SSLEOFError", sslErrorEOF, "EOF occurred in violation of protocol"+m.at(op), "", "")
		}
		return m.libraryError(op, "SSL", "UNEXPECTED_EOF_WHILE_READING", "EOF occurred in violation of protocol")
	case errors.As(err, &errno):
		e, err := m.exception("error", starlark.MakeInt(int(errno)), m.rt.Str(object.Strerror(errno)))
		if err != nil {
			return err
		}
		return object.Raise(e)
	case errors.As(err, &verify):
		return m.verifyFailed(op, verify)
	case errors.As(err, &record):
		return m.libraryError(op, "SSL", recordReason(record), "")
	case errors.As(err, &remote) && remote.Op == "remote error":
		if v := reflect.ValueOf(remote.Err); v.Kind() == reflect.Uint8 {
			alert = remoteAlert(v.Uint())
		}
		fallthrough
	case errors.As(err, &alert):
		reason := alertReasons[byte(alert)]
		if reason == "" {
			reason = "UNKNOWN_ALERT_TYPE"
		}
		return m.libraryError(op, "SSL", reason, "")
	}
	words := err.Error()
	for _, f := range failures {
		if strings.HasPrefix(words, f.start) {
			return m.libraryError(op, "SSL", f.reason, "")
		}
	}
	return m.libraryError(op, "SSL", "INTERNAL_ERROR", strings.TrimPrefix(words, "tls: "))
}

// recordReason tells what the peer seems to speak instead of TLS.
func recordReason(err tls.RecordHeaderError) string {
	head := string(err.RecordHeader[:])
	for _, start := range []string{"GET ", "POST ", "HEAD ", "PUT "} {
		if strings.HasPrefix(head, start) {
			return "HTTP_REQUEST"
		}
	}
	if strings.HasPrefix(head, "CONNE") {
		return "HTTPS_PROXY_REQUEST"
	}
	return "WRONG_VERSION_NUMBER"
}

// timedOut is TimeoutError, SSLError in Python 2.
func (m *module) timedOut(op operation) error {
	words := op.timeout
	if op == opHandshake {
		if m.py2() {
			words = "_ssl.c:711: " + words
		} else {
			words = "_ssl.c:989: " + words
		}
	}
	if m.py2() {
		return m.plainError(words)
	}
	return object.TimeoutError.Errorf("%s", words)
}

// verifyFailed is SSLCertVerificationError, SSLError in Python 2.
func (m *module) verifyFailed(op operation, v *verifyError) error {
	const reason = "CERTIFICATE_VERIFY_FAILED"
	if m.py2() {
		return m.libraryError(op, "SSL", reason, "certificate verify failed")
	}
	err := m.raise("SSLCertVerificationError", sslErrorSSL,
		fmt.Sprintf("[SSL: %s] certificate verify failed: %s%s", reason, v.words, m.at(op)), "SSL", reason)
	var raised *object.Raised
	if errors.As(err, &raised) && raised.Exc != nil {
		raised.Exc.SetField("verify_code", starlark.MakeInt(v.code))
		raised.Exc.SetField("verify_message", m.rt.Str(v.words))
	}
	return err
}
