class A:
    def __del__(self): self.x
class B:
    def __del__(self): raise ValueError('a')
class C:
    def __del__(self):
      try: self.x
      finally: pass
class D:
    def __del__(self): {}[5]
class E:
    def __del__(self):
      try: self.x
      except: raise
class F:
    def __del__(self): open('/nonexistent')
class G:
    def __del__(self): raise ValueError
class H:
    def __del__(self): a, b = 1, 2, 3
class I:
    def __del__(self): 1/0
class J:
    def __del__(self): x
class K:
    def __del__(self): iter([]).next()
class L:
    def __del__(self): int('x')
class M:
    def __del__(self): raise ValueError(1,2)
class N:
    def __del__(self): raise ValueError, 'abc'
class O:
    def __del__(self): assert 0
class P:
    def __del__(self): assert 0, 'm'
class Q:
    def __del__(self): import nonexist
class R:
    def __del__(self): u'\xe9'.encode('ascii')
class S:
    def __del__(self): raise ValueError, (1, 2)
class T:
    def __del__(self): raise ValueError, 5
for c in (A, B,C,D,E,F,G,H,I,J,K,L,M,N,O,P,Q,R,S,T): x = c(); del x
