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

// interopHead comes before both parts of each pair, which are written for Python 2.7 too.
const interopHead = `from __future__ import print_function
import os, socket, sys

def bound(family, kind, address):
    """A socket with that address; the client is told the port, or the path."""
    s = socket.socket(family, kind)
    s.bind(address)
    if kind == socket.SOCK_STREAM:
        s.listen(200)
    where = s.getsockname()
    print(where if isinstance(where, str) else where[1])
    sys.stdout.flush()
    return s

def port():
    return int(sys.argv[1])

def path(name):
    return os.path.join(os.environ['INTEROP'], name)

def exactly(s, n):
    got = b''
    while len(got) < n:
        part = s.recv(n - len(got))
        assert part, 'the end came early'
        got += part
    return got
`

// interops are pairs of programs that talk to each other: the server prints its
// address, which the client takes as its argument, and then what it saw. Each
// part is run by pysock and the other by CPython, and the other way round.
var interops = []struct {
	name, server, client, seen string
	only3                      bool // uses what Python 2.7's socket hasn't got
}{
	{name: "tcp", server: `
l = bound(socket.AF_INET, socket.SOCK_STREAM, ('127.0.0.1', 0))
c, a = l.accept()
print(exactly(c, 5).decode(), a[0], len(a), c.getpeername() == a)
c.sendall(b'one')
print(len(c.recv(10)))
c.shutdown(socket.SHUT_WR)
`, client: `
c = socket.create_connection(('127.0.0.1', port()), 10)
c.send(b'he')
c.sendall(b'llo')
assert exactly(c, 3) == b'one'
c.shutdown(socket.SHUT_WR)
assert c.recv(10) == b''
`, seen: "hello 127.0.0.1 2 True\n0\n"},
	{name: "tcp6", server: `
l = bound(socket.AF_INET6, socket.SOCK_STREAM, ('::1', 0))
c, a = l.accept()
f = c.makefile('rw')
print(f.readline(), a[0], len(a))
f.write('answer\n')
f.close()
c.close()
`, client: `
c = socket.create_connection(('::1', port()))
f = c.makefile('rw')
f.write('question\n')
f.flush()
assert f.readline() == 'answer\n'
assert f.readline() == ''
`, seen: "question\n ::1 4\n"},
	{name: "udp", server: `
s = bound(socket.AF_INET, socket.SOCK_DGRAM, ('127.0.0.1', 0))
for i in range(3):
    data, a = s.recvfrom(1000)
    s.sendto(data[::-1], a)
    print(len(data))
`, client: `
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
s.settimeout(10)
for n in 0, 5, 999:
    s.sendto(b'a' * n + b'b', ('127.0.0.1', port()))
    assert s.recv(1000) == b'b' + b'a' * n
`, seen: "1\n6\n1000\n"},
	{name: "udp6", server: `
s = bound(socket.AF_INET6, socket.SOCK_DGRAM, ('::1', 0))
buf = bytearray(10)
n, a = s.recvfrom_into(buf)
print(n, buf[:n].decode(), a[0], a[2:])
s.sendto(b'back', 0, a)
`, client: `
s = socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)
s.settimeout(10)
s.connect(('::1', port()))
s.send(b'there')
assert s.recv(100) == b'back'
`, seen: "5 there ::1 (0, 0)\n"},
	{name: "descriptor", only3: true, server: `
l = bound(socket.AF_UNIX, socket.SOCK_STREAM, path('s'))
c, a = l.accept()
data, fds, flags, addr = socket.recv_fds(c, 100, 5)
print(data, len(fds))
os.write(fds[1], b'written by the server')
t = socket.socket(fileno=fds[2])
print(t.family == socket.AF_UNIX, t.recv(100))
t.sendall(b'back')
c.recv(1)
for fd in fds[:2]: os.close(fd)
`, client: `
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
`, seen: "b'here they are' 3\nTrue b'through a socket'\n"},
	{name: "large", server: `
l = bound(socket.AF_INET, socket.SOCK_STREAM, ('127.0.0.1', 0))
c, a = l.accept()
n, buf = 0, bytearray(1 << 16)
while True:
    k = c.recv_into(buf)
    if not k:
        break
    n += k
print(n)
c.sendall(b'%d' % n)
`, client: `
c = socket.create_connection(('127.0.0.1', port()))
c.sendall(b'x' * 20000000)
c.shutdown(socket.SHUT_WR)
assert c.recv(100) == b'20000000'
`, seen: "20000000\n"},
	{name: "unix", server: `
d = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
d.bind(path('sd'))
l = bound(socket.AF_UNIX, socket.SOCK_STREAM, path('s'))
c, a = l.accept()
print(c.recv(100).decode(), repr(a))
c.sendall(b'stream')
data, a = d.recvfrom(100)
print(data.decode(), os.path.basename(a))
d.sendto(b'datagram', a)
`, client: `
c = socket.socket(socket.AF_UNIX)
c.connect(sys.argv[1])
c.sendall(b'hello')
assert c.recv(100) == b'stream'
d = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
d.bind(sys.argv[1] + 'mine')
d.settimeout(10)
d.sendto(b'packet', sys.argv[1] + 'd')
assert d.recvfrom(100) == (b'datagram', sys.argv[1] + 'd')
`, seen: "hello ''\npacket smine\n"},
	{name: "select", server: `
import errno, select
l = bound(socket.AF_INET, socket.SOCK_STREAM, ('127.0.0.1', 0))
l.setblocking(False)
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
            except socket.error as e:
                assert e.errno == errno.EAGAIN, e
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
`, client: `
clients = [socket.create_connection(('127.0.0.1', port()), 10) for i in range(200)]
for i, c in enumerate(clients):
    c.sendall(b'client %d' % i)
for i, c in enumerate(clients):
    assert c.recv(100) == b'CLIENT %d' % i
    c.close()
`, seen: "200 1\n"},
	{name: "values", server: `
import binascii, json, pickle, struct
l = bound(socket.AF_INET, socket.SOCK_STREAM, ('127.0.0.1', 0))
c, a = l.accept()
def framed():
    kind, size, sum = struct.unpack('!4sHI', exactly(c, 10))
    data = exactly(c, size)
    assert binascii.crc32(data) & 0xffffffff == sum
    return kind, data
readers = {b'pick': pickle.loads, b'json': lambda data: json.loads(data.decode())}
for i in range(4):
    kind, data = framed()
    value = readers[kind](data)
    print(kind.decode(), value == {u'list': [1, 1 << 70, -2.5, None, True], u'text': u'\xe4\u20ac'})
    answer = pickle.dumps([value, {(1, None): -2.5, True: frozenset([3])}], 2)
    c.sendall(struct.pack('<q', len(answer)) + answer)
`, client: `
import binascii, json, pickle, struct
c = socket.create_connection(('127.0.0.1', port()), 10)
value = {u'list': [1, 1 << 70, -2.5, None, True], u'text': u'\xe4\u20ac'}
for kind, data in [(b'pick', pickle.dumps(value, n)) for n in range(3)] + [(b'json', json.dumps(value).encode())]:
    c.sendall(struct.pack('!4sHI', kind, len(data), binascii.crc32(data) & 0xffffffff) + data)
    size, = struct.unpack('<q', exactly(c, 8))
    assert pickle.loads(exactly(c, size)) == [value, {(1, None): -2.5, True: frozenset([3])}]
`, seen: "pick True\npick True\npick True\njson True\n"},
	{name: "sendfile", only3: true, server: `
import hashlib
l = bound(socket.AF_INET, socket.SOCK_STREAM, ('127.0.0.1', 0))
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
`, client: `
import hashlib
h = hashlib.md5()
with open(path('large'), 'wb') as f:
    for i in range(100):
        part = b'%07d\n' % i * (1 << 17)
        f.write(part)
        h.update(part)
with socket.create_connection(('127.0.0.1', port())) as c, open(path('large'), 'rb') as f:
    assert c.sendfile(f) == 100 << 20
    c.shutdown(socket.SHUT_WR)
    assert c.recv(100) == h.hexdigest().encode()
`, seen: "104857600\n"},
	{name: "tls", server: `
import ssl
sys.path.insert(0, os.environ['CERTS'])
import _certs
def pem(name):
    with open(path('server-' + name), 'w') as f:
        f.write(getattr(_certs, name))
    return f.name
l = bound(socket.AF_INET, socket.SOCK_STREAM, ('127.0.0.1', 0))
for excluded in ssl.OP_NO_TLSv1_3, 0:
    ctx = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH, cafile=pem('CA'))
    ctx.load_cert_chain(pem('LOCALHOST'))
    ctx.options |= excluded
    ctx.verify_mode = ssl.CERT_REQUIRED
    c = ctx.wrap_socket(l.accept()[0], server_side=True)
    print(c.version(), c.getpeercert()['subject'] != (), c.recv(100).decode())
    c.sendall(b'answer')
    try:
        c.recv(1)
    except ssl.SSLError: # the peer doesn't say that it ends: 2.7 doesn't expect the words of today's OpenSSL
        pass
    c.close()
    try: # what 2.7 refuses is the name, after a handshake that went well
        s = ctx.wrap_socket(l.accept()[0], server_side=True)
        print('got', s.recv(1).decode() or 'nothing')
    except (ssl.SSLError, socket.error):
        print('got', 'nothing')
`, client: `
import ssl
sys.path.insert(0, os.environ['CERTS'])
import _certs
with open(path('client'), 'w') as f:
    f.write(_certs.CLIENT)
ctx = ssl.create_default_context(cadata=_certs.CA if str is not bytes else _certs.CA.decode())
ctx.load_cert_chain(f.name)
def connect(name):
    s = socket.create_connection(('127.0.0.1', port()), 10)
    try:
        return ctx.wrap_socket(s, server_hostname=name)
    except ssl.CertificateError: # 2.7's traceback would hold it
        s.close()
        raise
for version in 'TLSv1.2', 'TLSv1.3':
    c = connect('localhost')
    assert c.version() == version
    c.sendall(b'question')
    assert c.recv(100) == b'answer'
    c.close()
    try:
        connect('wrong.example')
        assert False
    except ssl.CertificateError as e:
        assert 'wrong.example' in str(e)
`, seen: "TLSv1.2 True question\ngot nothing\nTLSv1.3 True question\ngot nothing\n"},
}

// start runs a script by CPython, or by pysock if exe is empty, and returns its
// standard output and what waits for its end.
func start(t *testing.T, exe string, dialect syntax.Dialect, script string, args ...string) (io.Reader, func() string) {
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
	r := pysock.New(pysock.Config{Dialect: dialect, Args: append([]string{script}, args...), Stdin: strings.NewReader(""), Stdout: in, Stderr: &stderr})
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
	certs, err := filepath.Abs("testdata/ssl")
	if err != nil {
		t.Fatal(err)
	}
	for _, peer := range pythons {
		exe := peer.find()
		if exe == "" {
			t.Log("no CPython " + peer.version)
			continue
		}
		for _, own := range pythons {
			for _, p := range interops {
				if p.only3 && (own.suffix == "2" || peer.suffix == "2") {
					continue
				}
				for _, side := range []struct{ name, server, client string }{{"serves", "", exe}, {"asks", exe, ""}} {
					t.Run(p.name+"/"+own.suffix+"/"+side.name+"/"+peer.suffix, func(t *testing.T) {
						leavesNothing(t)
						dir := t.TempDir()
						t.Setenv("INTEROP", dir)
						t.Setenv("CERTS", certs)
						t.Setenv("PYTHONDONTWRITEBYTECODE", "1")
						write := func(name, text string) string {
							path := filepath.Join(dir, name)
							if err := os.WriteFile(path, []byte(interopHead+text), 0o666); err != nil {
								t.Fatal(err)
							}
							return path
						}
						out, ended := start(t, side.server, own.dialect, write("server.py", p.server))
						lines := bufio.NewReader(out)
						address, err := lines.ReadString('\n')
						if err != nil {
							t.Fatal(err, ended())
						}
						said, asked := start(t, side.client, own.dialect, write("client.py", p.client), strings.TrimSpace(address))
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
	}
}
