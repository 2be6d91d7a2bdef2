import socket, time, sys
def count():
    n = 0
    while True:
        yield n
        n += 1
g = (x * 2 for x in count() if x % 2)
print(next(g), next(g), any(x > 5 for x in count()), type(g))
print([y for y in (x + 1 for x in [1, 2, 3])], sum(i * j for i in range(3) for j in range(i)))
try:
    print(list(1 / x for x in [1, 0]))
except ZeroDivisionError as e:
    print(e)
class Base:
    n = 0
    def __init__(self): Base.n += 1
    @staticmethod
    def s(): return "s"
    def __str__(self): return "Base %d" % self.n
class Srv(Base):
    def __init__(self, port=0):
        Base.__init__(self)
        self.sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        self.sock.bind(("127.0.0.1", port))
        self.sock.listen(5)
    def run(self):
        try:
            self.sock.settimeout(0.05)
            self.sock.accept()
        except socket.timeout as e:
            print("timeout:", e)
        finally:
            self.sock.close()
s = Srv(); print(s, s.s()); s.run()
try:
    c = socket.create_connection(("127.0.0.1", 1), 1)
except ConnectionRefusedError as e:
    print(e, e.errno)
except socket.error as e:
    print("other", e)
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as u:
    u.bind(("127.0.0.1", 0))
try:
    u.getsockname()
except OSError as e: print(e)
def loop():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: return i
            print("body", i)
        finally:
            print("fin", i)
print(loop())
list(1 / x for x in [1, 0])
