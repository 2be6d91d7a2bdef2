# reconfigure() of a text file changes nothing if it fails.
import io
txt = io.TextIOWrapper(io.BytesIO(), 'ascii', 'replace', '\r')
def t(**k):
    try: txt.reconfigure(**k)
    except BaseException as e: print(type(e).__name__, e, end=' ')
    print(k.keys(), txt.errors, txt.encoding)
class Bad:
    def __index__(self): 1/0
t(encoding=42); t(encoding='\udcfe'); t(errors=42); t(errors='\udcfe'); t(newline=42); t(newline='\udcfe'); t(newline='xyz'); t(line_buffering=Bad()); t(line_buffering=2**1000); t(write_through=Bad()); t(write_through=2**1000); t(line_buffering=Bad(), write_through=Bad())
