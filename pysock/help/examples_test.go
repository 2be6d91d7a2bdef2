package help_test

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/json"
	"encoding/pem"
	"fmt"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"example.com/pysock/pysock"
	"example.com/pysock/pysock/help"
	"example.com/pysock/pysock/syntax"
)

// runner is the script that runs examples, in either Python.
const runner = `
import doctest, sys, json
import socket, select, ssl, struct, os, time, threading
modules = dict((m.__name__, m) for m in (socket, select, ssl, struct, os, sys, time, threading))
file, cert = sys.argv[1:]

client = ssl.create_default_context(cafile=cert)
server = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
server.load_cert_chain(cert)

def tls():
    names = {}
    # Over TCP: what one end doesn't get to read must not keep the other from closing.
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen(1)
    a = socket.create_connection(listener.getsockname(), 10)
    b = listener.accept()[0]
    b.settimeout(10)
    listener.close()
    def serve():
        names["peer"] = server.wrap_socket(b, server_side=True)
    thread = threading.Thread(target=serve)
    thread.start()
    names["s"] = client.wrap_socket(a, server_hostname="localhost")
    thread.join()
    if hasattr(ssl, "MemoryBIO"):
        up, down = ssl.MemoryBIO(), ssl.MemoryBIO()
        ends = [client.wrap_bio(down, up, server_hostname="localhost"), server.wrap_bio(up, down, server_side=True)]
        for turn in range(4):
            for end in ends:
                try:
                    end.do_handshake()
                except ssl.SSLWantReadError:
                    pass
        names["o"], names["far"] = ends
    return names

for name, start, source in json.load(open(file)):
    source = str(source)
    names = dict(modules)
    if start == "tls":
        names.update(tls())
    test = doctest.DocTestParser().get_doctest(source, names, str(name), None, 0)
    doctest.DocTestRunner(verbose=False, optionflags=doctest.ELLIPSIS).run(test)
`

// examples are all that can be run, by name.
func examples(d syntax.Dialect) [][3]string {
	var list [][3]string
	page := help.Page{Dialect: d}
	for _, module := range help.Modules() {
		for _, name := range help.Names(d, module) {
			if e := help.Exact(d, name); e.Needs == "" && e.Is == "" && len(e.Example) > 0 {
				list = append(list, [3]string{name, e.Given, strings.Join(page.Example(e), "\n") + "\n"})
			}
		}
	}
	for _, topic := range help.Topics() {
		list = append(list, [3]string{"topic " + topic.Name, "", page.Topic(topic)})
	}
	return list
}

// dialects are those that have texts of their own, with the command of CPython's.
var dialects = []struct {
	d       syntax.Dialect
	name    string
	command string
	version string
}{
	{syntax.Python3, "3", "python3.11", "3.11.7"},
	{syntax.Python2, "2", "python2.7", "2.7.18"},
}

// TestExamples runs what the texts show, by pysock, and by CPython where it is
// on the machine.
func TestExamples(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("the constants are Linux's")
	}
	for _, py := range dialects {
		list := examples(py.d)
		src, err := json.Marshal(list)
		if err != nil {
			t.Fatal(err)
		}
		dir := t.TempDir()
		cert := certificate(t)
		file, script := filepath.Join(dir, "examples.json"), filepath.Join(dir, "run.py")
		if err := os.WriteFile(file, src, 0o644); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(script, []byte(runner), 0o644); err != nil {
			t.Fatal(err)
		}
		t.Run("pysock"+py.name, func(t *testing.T) {
			var out, errs bytes.Buffer
			r := pysock.New(pysock.Config{Dialect: py.d, Args: []string{script, file, cert}, Stdout: &out, Stderr: &errs})
			status := r.Report(r.RunFile(script))
			if status != 0 || out.Len() > 0 || errs.Len() > 0 {
				t.Errorf("status %d\n%s%s", status, &out, &errs)
			}
		})
		t.Run("cpython"+py.name, func(t *testing.T) {
			cmd := exec.Command(py.command, script, file, cert)
			cmd.Env = append(os.Environ(), "PYENV_VERSION="+py.version)
			version := exec.Command(py.command, "--version")
			version.Env = cmd.Env
			if v, err := version.CombinedOutput(); err != nil || !strings.Contains(string(v), py.version) {
				t.Skip("no CPython " + py.version)
			}
			out, err := cmd.CombinedOutput()
			if err != nil || len(out) > 0 {
				t.Errorf("%v\n%s", err, out)
			}
		})
	}
	if testing.Verbose() {
		fmt.Println(len(examples(syntax.Python3)), "examples")
	}
}

// certificate makes a certificate for localhost that has signed itself, with its
// key, in a file.
func certificate(t *testing.T) string {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	now := time.Now()
	template := &x509.Certificate{
		SerialNumber: big.NewInt(now.UnixNano()), Subject: pkix.Name{CommonName: "localhost"}, DNSNames: []string{"localhost"},
		NotBefore: now.Add(-time.Hour), NotAfter: now.Add(time.Hour), IsCA: true, BasicConstraintsValid: true,
	}
	cert, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	der, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "cert.pem")
	text := append(pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: cert}), pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: der})...)
	if err := os.WriteFile(file, text, 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}
