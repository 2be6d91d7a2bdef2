"""The hash function SHA-1: module hashlib has it too."""

import warnings
warnings.warn('the sha module is deprecated; use the hashlib module instead', DeprecationWarning, 2)

from hashlib import sha1 as sha

new = sha
blocksize = 1
digest_size = 20
digestsize = 20
