# Subtests, warnings, contexts.
import sys
import unittest
import warnings

class Out(object):
    def write(self, s): sys.stdout.write(s.split(" in ")[0] + "\n" if s.startswith("Ran ") else s)
    def flush(self): pass

class T(unittest.TestCase):
    def test_sub(self):
        for i in range(4):
            with self.subTest(i=i):
                self.assertEqual(i % 2, 0)
    def test_sub2(self):
        with self.subTest("msg", a=1):
            with self.subTest(b=2):
                raise ValueError("x")
        with self.subTest():
            self.skipTest("in sub")
    def test_warn(self):
        with self.assertWarns(DeprecationWarning) as cm:
            warnings.warn("a", DeprecationWarning)
        self.assertEqual(str(cm.warning), "a")
        self.assertWarnsRegex(UserWarning, "foo", warnings.warn, "bar")
    def test_count(self):
        self.assertCountEqual([1, 2, 2, [3]], [1, 2, [3], [3]])
    def test_almost2(self):
        self.assertNotAlmostEqual(1.0, 1.0, delta=1)
    def test_regex(self):
        self.assertRaisesRegex(ValueError, "invalid", int, "x")
        self.assertRaisesRegex(ValueError, "foo", int, "x")
    def test_long(self):
        self.assertEqual("x" * 100 + "a" + "y" * 100, "x" * 100 + "b" + "y" * 100)
    def test_chain(self):
        try:
            1/0
        except Exception as e:
            raise KeyError(1) from e
    def test_err2(self):
        self.assertRaises(ValueError, len, "m")
    def test_context(self):
        class CM:
            def __enter__(self): return 1
            def __exit__(self, *a): print("left")
        self.assertEqual(self.enterContext(CM()), 1)
class U(unittest.TestCase):
    def setUp(self): self.fail("in setUp")
    def runTest(self): pass

for verbosity in 1, 2:
    suite = unittest.defaultTestLoader.loadTestsFromModule(sys.modules[__name__])
    r = unittest.TextTestRunner(Out(), verbosity=verbosity).run(suite)
    print(r.testsRun, len(r.failures), len(r.errors), len(r.skipped))
