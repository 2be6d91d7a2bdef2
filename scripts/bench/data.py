# Milliseconds for what programs do to send data: json and pickle of a list of
# 10,000 dicts, there and back, and struct of 100,000 headers.
# usage: data.py [RUNS]
import json
import pickle
import struct
import sys
import time

runs = int((sys.argv[1:] + ["3"])[0])
rows = [{"id": i, "name": "user%d" % i, "tags": ["a", "b"], "score": i / 7.0, "ok": i % 2 == 0} for i in range(10000)]

def measure(what, f, *args):
    best = 1e9
    for i in range(runs):
        start = time.time()
        result = f(*args)
        best = min(best, time.time() - start)
    print("%.1f ms %s" % (best * 1e3, what))
    return result

def pack(count):
    for i in range(count):
        struct.pack("!HHIQ", 1, 2, i, i)

def unpack(count):
    data = struct.pack("!HHIQ", 1, 2, 3, 4)
    for i in range(count):
        struct.unpack("!HHIQ", data)

def main():
    measure("json.loads", json.loads, measure("json.dumps", json.dumps, rows))
    measure("pickle.loads", pickle.loads, measure("pickle.dumps", pickle.dumps, rows, 2))
    measure("struct.pack", pack, 100000)
    measure("struct.unpack", unpack, 100000)

main()
