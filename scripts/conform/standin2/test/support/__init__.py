"""The other name of test.test_support."""

import sys

import test.test_support

sys.modules[__name__] = test.test_support
