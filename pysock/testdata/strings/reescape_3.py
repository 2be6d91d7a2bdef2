import re
class B(bytes): pass
class S(str): pass
import array
for x in ([], {}, 1, None, B(b'a.'), S('a.'), bytearray(b'.'), memoryview(b'.'), array.array('b', [46])):
    try: print(repr(re.escape(x)))
    except Exception as e: print(repr(e))
