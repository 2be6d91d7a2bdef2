package pysock_test

import (
	"bufio"
	"context"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"example.com/pysock/pysock"
	"example.com/pysock/pysock/syntax"
)

// interops are pairs of programs that talk to each other: the server prints its
// address, which the client takes as its argument, and then what it saw. Each
// part is run by pysock and the other by CPython, and the other way round.
var interops = []struct{ name, server, client, seen string }{
	{"tcp6", `
import socket, sys
with socket.create_server(('::1', 0), family=socket.AF_INET6) as l:
    print(l.getsockname()[1], flush=True)
    c, a = l.accept()
    with c, c.makefile('rw') as f:
        print(f.readline(), a[0], len(a))
        f.write('answer\n')
`, `
import socket, sys
with socket.create_connection(('::1', int(sys.argv[1]))) as c, c.makefile('rw') as f:
    f.write('question\n')
    f.flush()
    assert f.readline() == 'answer\n'
`, "question\n ::1 4\n"},
	{"udp", `
import socket
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.bind(('127.0.0.1', 0))
print(s.getsockname()[1], flush=True)
for i in range(3):
    data, a = s.recvfrom(1000)
    s.sendto(data[::-1], a)
    print(len(data))
`, `
import socket, sys
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.settimeout(10)
for n in 0, 5, 999:
    s.sendto(b'a' * n + b'b', ('127.0.0.1', int(sys.argv[1])))
    assert s.recv(1000) == b'b' + b'a' * n
`, "1\n6\n1000\n"},
	{"descriptor", `
import os, socket, sys
name = os.path.join(os.environ['INTEROP'], 's')
l = socket.socket(socket.AF_UNIX)
l.bind(name)
l.listen()
print(name, flush=True)
c, a = l.accept()
data, fds, flags, addr = socket.recv_fds(c, 100, 5)
print(data, len(fds))
os.write(fds[1], b'written by the server')
t = socket.socket(fileno=fds[2])
print(t.family == socket.AF_UNIX, t.recv(100))
t.sendall(b'back')
c.recv(1)
for fd in fds[:2]: os.close(fd)
`, `
import os, socket, sys
c = socket.socket(socket.AF_UNIX)
c.connect(sys.argv[1])
r, w = os.pipe()
a, b = socket.socketpair()
a.sendall(b'through a socket')
socket.send_fds(c, [b'here they are'], [r, w, b.fileno()])
assert os.read(r, 100) == b'written by the server'
b.close()
assert a.recv(10) == b'back'
for fd in r, w: os.close(fd)
`, "b'here they are' 3\nTrue b'through a socket'\n"},
	{"large", `
import socket
l = socket.create_server(('127.0.0.1', 0))
print(l.getsockname()[1], flush=True)
c, a = l.accept()
n, buf = 0, bytearray(1 << 16)
while True:
    k = c.recv_into(buf)
    if not k:
        break
    n += k
print(n)
c.sendall(b'%d' % n)
`, `
import socket, sys
c = socket.create_connection(('127.0.0.1', int(sys.argv[1])))
c.sendall(b'x' * 20000000)
c.shutdown(socket.SHUT_WR)
assert c.recv(100) == b'20000000'
`, "20000000\n"},
	{"unix", `
import os, socket
name = os.path.join(os.environ['INTEROP'], 's')
l = socket.socket(socket.AF_UNIX)
l.bind(name)
l.listen()
d = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
d.bind(name + 'd')
print(name, flush=True)
c, a = l.accept()
print(c.recv(100), repr(a))
c.sendall(b'stream')
data, a = d.recvfrom(100)
print(data, os.path.basename(a))
d.sendto(b'datagram', a)
`, `
import socket, sys
c = socket.socket(socket.AF_UNIX)
c.connect(sys.argv[1])
c.sendall(b'hello')
assert c.recv(100) == b'stream'
d = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
d.bind(sys.argv[1] + 'mine')
d.settimeout(10)
d.sendto(b'packet', sys.argv[1] + 'd')
assert d.recvfrom(100) == (b'datagram', sys.argv[1] + 'd')
`, "b'hello' ''\nb'packet' smine\n"},
	{"select", `
import select, socket
l = socket.create_server(('127.0.0.1', 0), backlog=200)
l.setblocking(False)
print(l.getsockname()[1], flush=True)
held, seen, ended = {l.fileno(): l}, 0, 0
while ended < 200:
    for fd in select.select(list(held), [], [], 10)[0]:
        s = held[fd]
        if s is l:
            try:
                while True:
                    c, a = l.accept()
                    c.setblocking(False)
                    held[c.fileno()] = c
            except BlockingIOError:
                continue
        data = s.recv(100)
        if data:
            seen += 1
            s.send(data.upper())
        else:
            ended += 1
            del held[fd]
            s.close()
print(seen, len(held))
`, `
import socket, sys
clients = [socket.create_connection(('127.0.0.1', int(sys.argv[1])), 10) for i in range(200)]
for i, c in enumerate(clients):
    c.sendall(b'client %d' % i)
for i, c in enumerate(clients):
    assert c.recv(100) == b'CLIENT %d' % i
    c.close()
`, "200 1\n"},
	{"sendfile", `
import hashlib, socket
l = socket.create_server(('127.0.0.1', 0))
print(l.getsockname()[1], flush=True)
c, a = l.accept()
n, h, buf = 0, hashlib.md5(), bytearray(1 << 20)
while True:
    k = c.recv_into(buf)
    if not k:
        break
    h.update(memoryview(buf)[:k])
    n += k
print(n)
c.sendall(h.hexdigest().encode())
`, `
import hashlib, os, socket, sys
name = os.path.join(os.environ['INTEROP'], 'large')
h = hashlib.md5()
with open(name, 'wb') as f:
    for i in range(100):
        part = b'%07d\n' % i * (1 << 17)
        f.write(part)
        h.update(part)
with socket.create_connection(('127.0.0.1', int(sys.argv[1]))) as c, open(name, 'rb') as f:
    assert c.sendfile(f) == 100 << 20
    c.shutdown(socket.SHUT_WR)
    assert c.recv(100) == h.hexdigest().encode()
`, "104857600\n"},
	{"tls", `
import os, socket, ssl, sys
sys.path.insert(0, os.environ['CERTS'])
import _certs
def pem(name):
    path = os.path.join(os.environ['INTEROP'], 'server-' + name)
    with open(path, 'w') as f:
        f.write(getattr(_certs, name))
    return path
l = socket.create_server(('127.0.0.1', 0))
print(l.getsockname()[1], flush=True)
for version in ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3:
    ctx = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    ctx.load_cert_chain(pem('LOCALHOST'))
    ctx.load_verify_locations(pem('CA'))
    ctx.maximum_version = version
    ctx.verify_mode = ssl.CERT_REQUIRED
    with ctx.wrap_socket(l.accept()[0], server_side=True) as c:
        print(c.version(), c.getpeercert()['subject'] != (), c.recv(100))
        c.sendall(b'answer')
        c.recv(1)
    try:
        ctx.wrap_socket(l.accept()[0], server_side=True).recv(1)
    except (ssl.SSLError, ConnectionError):
        print('refused')
`, `
import os, socket, ssl, sys
sys.path.insert(0, os.environ['CERTS'])
import _certs
path = os.path.join(os.environ['INTEROP'], 'client')
with open(path, 'w') as f:
    f.write(_certs.CLIENT)
ctx = ssl.create_default_context(cadata=_certs.CA)
ctx.load_cert_chain(path)
def connect(name):
    return ctx.wrap_socket(socket.create_connection(('127.0.0.1', int(sys.argv[1])), 10), server_hostname=name)
for version in 'TLSv1.2', 'TLSv1.3':
    with connect('localhost') as c:
        assert c.version() == version
        c.sendall(b'question')
        assert c.recv(100) == b'answer'
    try:
        connect('wrong.example')
        assert False
    except ssl.SSLCertVerificationError as e:
        assert 'wrong.example' in str(e)
`, "TLSv1.2 True b'question'\nrefused\nTLSv1.3 True b'question'\nrefused\n"},
}

// start runs a script by CPython, or by pysock if exe is empty, and returns its
// standard output and what waits for its end.
func start(t *testing.T, exe, script string, args ...string) (io.Reader, func() string) {
	if exe != "" {
		ctx, cancel := context.WithTimeout(t.Context(), limit)
		t.Cleanup(cancel)
		cmd := exec.CommandContext(ctx, exe, append([]string{script}, args...)...)
		var stderr strings.Builder
		cmd.Stderr = &stderr
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		return out, func() string {
			if err := cmd.Wait(); err != nil {
				return stderr.String() + err.Error()
			}
			return ""
		}
	}
	out, in := io.Pipe()
	var stderr strings.Builder
	r := pysock.New(pysock.Config{Dialect: syntax.Python3, Args: append([]string{script}, args...), Stdin: strings.NewReader(""), Stdout: in, Stderr: &stderr})
	done := make(chan int, 1)
	go func() {
		status := r.Report(r.RunFile(script))
		in.Close()
		done <- status
	}()
	return out, func() string {
		select {
		case status := <-done:
			if status != 0 {
				return stderr.String()
			}
			return ""
		case <-time.After(limit):
			r.Interrupt()
			return "still running"
		}
	}
}

func TestInterop(t *testing.T) {
	exe := pythons[1].find()
	if exe == "" {
		t.Skip("no CPython")
	}
	certs, err := filepath.Abs("testdata/ssl")
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range interops {
		for _, side := range []struct{ name, server, client string }{{"serves", "", exe}, {"asks", exe, ""}} {
			t.Run(p.name+"/"+side.name, func(t *testing.T) {
				leavesNothing(t)
				dir := t.TempDir()
				t.Setenv("INTEROP", dir)
				t.Setenv("CERTS", certs)
				t.Setenv("PYTHONDONTWRITEBYTECODE", "1")
				write := func(name, text string) string {
					path := filepath.Join(dir, name)
					if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
						t.Fatal(err)
					}
					return path
				}
				out, ended := start(t, side.server, write("server.py", p.server))
				lines := bufio.NewReader(out)
				address, err := lines.ReadString('\n')
				if err != nil {
					t.Fatal(err, ended())
				}
				said, asked := start(t, side.client, write("client.py", p.client), strings.TrimSpace(address))
				go io.Copy(io.Discard, said)
				seen, err := io.ReadAll(lines)
				if err != nil {
					t.Error(err)
				}
				if string(seen) != p.seen {
					t.Errorf("the server saw %q, want %q", seen, p.seen)
				}
				for _, end := range []func() string{asked, ended} {
					if words := end(); words != "" {
						t.Error(words)
					}
				}
			})
		}
	}
}
