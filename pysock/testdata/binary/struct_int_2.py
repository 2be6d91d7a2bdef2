import warnings
warnings.simplefilter('always')
import struct
try: struct.pack('i', 3+4j)
except Exception as e: print type(e), e
try: struct.pack('i', 'a')
except Exception as e: print type(e), e
class A: 
  def __int__(self): return 4
print repr(struct.pack('i', A()))
class A(object): 
  def __int__(self): return 4
print repr(struct.pack('i', A()))
class A(object): 
  def __index__(self): raise TypeError
  def __int__(self): return 4
print repr(struct.pack('i', A()))
print repr(struct.pack('Q', 4.5))
try: struct.pack('i', A)
except Exception as e: print type(e), e
try: struct.pack('q', None)
except Exception as e: print type(e), e
class B(object):
  def __int__(self): return 'a'
try: struct.pack('q', B())
except Exception as e: print type(e), e
