"""TLS between two objects in one thread: no socket, no waiting."""
import os
import ssl

from _certs import CA, CHAIN, CLIENT, EXPIRED, LOCALHOST, OTHER_CA, SELF

FOLDER = os.path.join(os.environ.get('TMPDIR', '/tmp'), 'pysock-ssl-bio-%d' % os.getpid())


def keep(text):
    with open(FOLDER, 'w') as f:
        f.write(text)
    return FOLDER


def server(text=LOCALHOST, **settings):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(keep(text))
    os.remove(FOLDER)
    for name, value in settings.items():
        setattr(context, name, value)
    return context


def client(ca=CA, **settings):
    context = ssl.create_default_context(cadata=ca)
    for name, value in settings.items():
        setattr(context, name, value)
    return context


class End:
    def __init__(self, name, context, **options):
        self.name = name
        self.incoming, self.outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        self.tls = context.wrap_bio(self.incoming, self.outgoing, **options)
        self.done = False

    def step(self, f, *args):
        try:
            return f(*args)
        except ssl.SSLWantReadError as e:
            self.want = e
            return None

    def shake(self):
        if not self.done:
            try:
                self.tls.do_handshake()
                self.done = True
            except ssl.SSLWantReadError:
                pass
            except ssl.SSLError as e:
                print(' ', self.name, type(e).__name__, e.args, e.reason, e.library)
                if isinstance(e, ssl.SSLCertVerificationError):
                    print('   ', e.verify_code, e.verify_message)
                self.done = True
                return False
        return True


def carry(a, b):
    moved = False
    for x, y in ((a, b), (b, a)):
        data = x.outgoing.read()
        if data:
            moved = True
            y.incoming.write(data)
    return moved


def connect(what, sctx, cctx, host='localhost', **options):
    print(what)
    s = End('server', sctx, server_side=True)
    c = End('client', cctx, server_hostname=host, **options)
    good = True
    for _ in range(20):
        good = c.shake() and good
        carry(c, s)
        good = s.shake() and good
        if not carry(c, s) and c.done and s.done:
            break
    return (s, c) if good else (None, None)


for version in (ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3):
    sctx, cctx = server(), client(maximum_version=version)
    s, c = connect(version.name, sctx, cctx)
    print(s.tls.version(), c.tls.version(), s.tls.cipher() == c.tls.cipher(), c.tls.cipher()[1])
    print(c.tls.server_hostname, c.tls.server_side, s.tls.server_side, c.tls.context is cctx, s.tls.server_hostname)
    print(c.tls.write(b'hello'), c.tls.pending())
    carry(c, s)
    print(s.tls.read(2), s.tls.pending(), s.tls.read(), s.tls.pending())
    try:
        s.tls.read()
    except ssl.SSLWantReadError as e:
        print(e.args, e.reason, e.library, e.errno)
    print(s.tls.write(b'x' * 100000))
    carry(s, c)
    buf, got = bytearray(70000), 0
    sizes = set()
    while got < 100000:
        n = c.tls.read(70000, buf)
        sizes.add(n)
        got += n
    print(got, sorted(sizes))
    print(c.tls.compression(), c.tls.selected_alpn_protocol(), c.tls.session_reused, s.tls.session_reused)
    print(c.tls.shared_ciphers(), c.tls.cipher() in s.tls.shared_ciphers())
    print(version == ssl.TLSVersion.TLSv1_3 or c.tls.get_channel_binding() == s.tls.get_channel_binding() != None)
    try:
        c.tls.unwrap()
    except ssl.SSLWantReadError as e:
        print('unwrap', e.args)
    carry(c, s)
    print(s.tls.read(), s.tls.unwrap())
    carry(c, s)
    print(c.tls.unwrap())

print(sorted(c.tls.getpeercert().items()))
print(s.tls.getpeercert(), type(c.tls.getpeercert(True)))
print(ssl.DER_cert_to_PEM_cert(c.tls.getpeercert(True)) in LOCALHOST)

s, c = connect('intermediate', server(CHAIN), client(), 'chained')
print(c.tls.getpeercert()['issuer'])
for host in ('www.example.org', '127.0.0.1', '2001:db8::1f'):
    s, c = connect(host, server(), client(), host)
    print(c is not None)
v12 = ssl.TLSVersion.TLSv1_2
for host in ('example.org', 'a.b.example.org', '127.0.0.2', 'nosuch'):
    connect(host, server(maximum_version=v12), client(), host)
connect('unknown CA', server(maximum_version=v12), client(OTHER_CA))
connect('expired', server(EXPIRED, maximum_version=v12), client())
connect('self-signed', server(SELF, maximum_version=v12), client())
s, c = connect('self-signed and trusted', server(SELF), client(SELF[SELF.index('-----BEGIN CERT'):]))
print(c is not None)
s, c = connect('not verified', server(SELF), client(check_hostname=False, verify_mode=ssl.CERT_NONE), None)
print(c.tls.getpeercert(), len(c.tls.getpeercert(True)) > 100)

for mode in (ssl.CERT_OPTIONAL, ssl.CERT_REQUIRED):
    sctx, cctx = server(verify_mode=mode), client()
    sctx.load_verify_locations(cadata=CA)
    sctx.maximum_version = v12
    s, c = connect('no certificate of the client', sctx, cctx)
    print(s and s.tls.getpeercert())
    cctx.load_cert_chain(keep(CLIENT))
    s, c = connect('a client', sctx, cctx)
    print(s.tls.getpeercert()['subject'])
    cctx.load_cert_chain(keep(SELF))
    s, c = connect('a stranger', sctx, cctx)

s, c = connect('versions', server(minimum_version=ssl.TLSVersion.TLSv1_3), client(maximum_version=v12))
sctx, cctx = server(maximum_version=v12), client()
sctx.set_ciphers('ECDHE-ECDSA-AES128-GCM-SHA256')
cctx.set_ciphers('ECDHE-ECDSA-AES256-GCM-SHA384')
connect('ciphers', sctx, cctx)
sctx.set_ciphers('ECDHE-ECDSA-AES256-GCM-SHA384')
s, c = connect('ciphers', sctx, cctx)
print(c.tls.cipher(), s.tls.shared_ciphers()[-1])

sctx, cctx = server(), client()
sctx.set_alpn_protocols(['h2', 'http/1.1'])
for offer in (['spdy', 'http/1.1', 'h2'], ['spdy'], []):
    cctx.set_alpn_protocols(offer)
    s, c = connect('ALPN %s' % offer, sctx, cctx)
    print(s.tls.selected_alpn_protocol(), c.tls.selected_alpn_protocol())

sctx, other, cctx = server(), server(CHAIN), client()


def choose(tls, name, context):
    print('asked', type(tls).__name__, name, context is sctx)
    if name == 'chained':
        tls.context = other
    elif name == 'denied':
        return ssl.ALERT_DESCRIPTION_ACCESS_DENIED


sctx.sni_callback = choose
for host in ('localhost', 'chained', 'denied'):
    s, c = connect('SNI ' + host, sctx, cctx, host)
    if c:
        print(c.tls.getpeercert()['subject'][-1], s.tls.context is other)
cctx.check_hostname = False
s, c = connect('no SNI', sctx, cctx, None)

sctx, cctx = server(), client(maximum_version=v12)
s, c = connect('a session', sctx, cctx)
session = c.tls.session
print(type(session).__name__, session.has_ticket, s.tls.session_reused)
s, c = connect('again', sctx, cctx, session=session)
print(c.tls.session_reused, s.tls.session_reused)
print(cctx.session_stats()['connect_good'], cctx.session_stats()['hits'], sctx.session_stats()['accept_good'])
try:
    connect('of another context', sctx, client(), session=session)
except ValueError as e:
    print(e)

print('not TLS')
for data in (b'GET / HTTP/1.0\r\n\r\n', b'hello, this is not TLS', b'CONNECT x:1 HTTP/1.0\r\n\r\n'):
    for name, context, options in (('server', server(), {'server_side': True}), ('client', client(), {'server_hostname': 'x'})):
        end = End(name, context, **options)
        end.incoming.write(data)
        end.shake()
end = End('client', client(), server_hostname='x')
for f in (end.tls.getpeercert, end.tls.unwrap, end.tls.read, end.tls.version, end.tls.cipher, end.tls.get_channel_binding,
          end.tls.pending, end.tls.selected_alpn_protocol):
    try:
        print(f())
    except (ssl.SSLError, ValueError) as e:
        print(type(e).__name__, e.args)
end.incoming.write_eof()
end.shake()
s, c = connect('cut off', server(), client())
s.incoming.write_eof()
try:
    s.tls.read()
except ssl.SSLEOFError as e:
    print(e.args, e.errno, e.reason)
s, c = connect('garbage', server(), client())
c.tls.write(b'abc')
data = bytearray(c.outgoing.read())
data[-1] ^= 1
s.incoming.write(data)
try:
    s.tls.read()
except ssl.SSLError as e:
    print(e.args)
s, c = connect('a write after the end', server(), client())
try:
    c.tls.unwrap()
except ssl.SSLWantReadError:
    pass
try:
    c.tls.write(b'late')
except ssl.SSLError as e:
    print(e.args)
