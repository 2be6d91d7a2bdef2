# What messages call the types of the library: with their module if C has them so.
from __future__ import print_function
import collections
import copy
import csv
import datetime
import functools
import io
import itertools
import operator
import os
import re
import struct
import sys
import threading
import time
import weakref


class C(object):
    pass


class D(collections.defaultdict):
    pass


c = C()
MAKERS = [
    collections.deque, collections.OrderedDict, collections.Counter, lambda: collections.defaultdict(int), lambda: D(int),
    io.BytesIO, io.StringIO, lambda: re.compile('a'), lambda: re.match('a', 'a'),
    datetime.timedelta, datetime.time, lambda: datetime.date(2000, 1, 1), lambda: datetime.datetime(2000, 1, 1),
    lambda: itertools.chain([]), lambda: itertools.tee([])[0], lambda: functools.partial(int),
    threading.Lock, threading.local, lambda: struct.Struct('i'), lambda: operator.itemgetter(1), lambda: weakref.ref(c),
    lambda: os.stat('.'), time.gmtime, lambda: csv.reader([]), lambda: sys.version_info, lambda: iter([]), lambda: iter({}), lambda: iter(set()),
    lambda: reversed([]), lambda: {}.keys(), lambda: enumerate([]), lambda: zip(), lambda: (x for x in []),
    lambda: Ellipsis, lambda: slice(1), lambda: memoryview(b''), lambda: len, lambda: [].append, lambda: c.__init__,
]
USES = [
    lambda o: o.nope, lambda o: o + None, lambda o: len(o), lambda o: o(None, None, None), lambda o: -o,
    lambda o: b''.join([o]), lambda o: '%d' % o, lambda o: [1][o], lambda o: type(o), lambda o: type('T', (type(o),), {}).__name__,
    lambda o: type(o).nope,
]
for i, make in enumerate(MAKERS):
    for use in USES:
        try:
            print(i, use(make()))
        except Exception as e:
            print(i, type(e).__name__, str(e).split(' at 0x')[0])

print(D(int, a=1), copy.deepcopy(D(list, a=[1])))
