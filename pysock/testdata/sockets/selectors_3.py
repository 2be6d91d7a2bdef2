# Selectors.
import selectors
import socket

a, b = socket.socketpair()
for make in selectors.SelectSelector, selectors.PollSelector, selectors.EpollSelector:
    with make() as s:
        key = s.register(a, selectors.EVENT_READ, 'data')
        s.register(b, selectors.EVENT_READ | selectors.EVENT_WRITE)
        print(key.fileobj is a, key.fd == a.fileno(), key.events, key.data, len(s.get_map()))
        print([(k.fileobj is b, e) for k, e in s.select(0)], s.get_key(a) == key)
        b.send(b'x')
        print(sorted((k.fileobj is b, e) for k, e in s.select(1)), a.recv(1))
        s.modify(b, selectors.EVENT_READ, 5)
        print(s.select(0.01), s.select(-1), s.get_key(b).data)
        for f in (lambda: s.register(a, 1), lambda: s.register(a, 0), lambda: s.register('x', 1), lambda: s.register(-1, 1),
                  lambda: s.unregister(99), lambda: s.modify(99, 1)):
            try:
                f()
            except Exception as e:
                print(type(e).__name__, 'registered' in str(e))
        print(s.unregister(a).data, list(s.get_map()) == [b.fileno()])
    print(s.get_map())
    try:
        s.get_key(b)
    except RuntimeError as e:
        print(e)
print(selectors.DefaultSelector is selectors.EpollSelector)
