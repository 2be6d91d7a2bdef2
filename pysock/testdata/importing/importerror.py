# What an ImportError knows of the module.
from __future__ import print_function
import sys


def tell(source):
    try:
        exec(source)
    except ImportError as e:
        name = getattr(e, 'name', None)
        print(source, '|', name, getattr(e, 'path', None) is None, type(e).__name__, e.args if '(' not in str(e) else '')


sys.modules['blocked'] = None
for source in ('from os.path import zz', 'import os.zz', 'import zz.y', 'from zz import y', 'from collections import zz',
               'import json.zz', 'from json import decoder, zz', '__import__("zz")', 'import blocked', 'from blocked import x',
               'import collections.zz.y'):
    tell(source)
