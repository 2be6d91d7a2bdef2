# The text runner: what it prints but for the time.
import sys
import unittest

class Out(object):
    def write(self, s): sys.stdout.write(s.split(" in ")[0] + "\n" if s.startswith("Ran ") else s)
    def flush(self): pass

class A(unittest.TestCase):
    def setUp(self): self.x = 1
    def test_ok(self): self.assertEqual(self.x, 1)
    def test_bad(self):
        """A doc line.

        And more."""
        self.assertEqual(self.x, 2)
    def test_list(self):
        self.assertEqual([1, 2, 3], [1, 3])
    def test_str(self):
        self.assertEqual(u"a\nb\n", u"a\nc\n", "with a message")
    def test_dict(self):
        self.assertEqual({1: 2}, {1: 3})
    def test_set(self):
        self.assertEqual(set([1, 2]), set([2, 3]))
    def test_err(self):
        {}['x']
    def test_raises(self):
        with self.assertRaises(ValueError) as cm:
            int("x")
        self.assertIn("invalid", str(cm.exception))
        self.assertRaises(ValueError, int, "y")
    def test_notraised(self):
        self.assertRaises(ValueError, int, "1")
    def test_deep(self):
        self.assertEqual(list(range(100)), list(range(1, 101)))
    def test_long(self):
        self.assertEqual("x" * 100 + "a", "x" * 100 + "b")
    def test_misc(self):
        self.assertAlmostEqual(1, 1.00000001)
        self.assertIsInstance(1, int)
        self.assertLess(1, 2)
        self.assertNotIn(1, [])
        self.assertIsNone(None)
        self.assertTrue(0)
    def test_almost(self):
        self.assertAlmostEqual(1.0, 1.1, places=3)
    @unittest.skip("why not")
    def test_skip(self): pass
    def test_skip2(self): self.skipTest("later")
    @unittest.expectedFailure
    def test_xf(self): self.fail()
    @unittest.expectedFailure
    def test_xs(self): pass
    def test_cleanup(self):
        self.addCleanup(sys.stdout.write, "cleaned\n")
        self.addCleanup(int, "z")

@unittest.skipIf(True, "class")
class B(unittest.TestCase):
    def test_a(self): pass

class C(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise ValueError("setup")
    def test_c(self): pass

class D(unittest.TestCase):
    @classmethod
    def tearDownClass(cls):
        raise TypeError("teardown")
    def tearDown(self):
        raise KeyError(1)
    def test_d(self):
        self.fail("both")

def tearDownModule():
    raise OSError("module")

for verbosity in 1, 2:
    suite = unittest.defaultTestLoader.loadTestsFromModule(sys.modules[__name__])
    r = unittest.TextTestRunner(Out(), verbosity=verbosity).run(suite)
    print(r.testsRun, len(r.failures), len(r.errors), r.wasSuccessful())
suite = unittest.TestLoader().loadTestsFromName("A", sys.modules[__name__])
r = unittest.TextTestRunner(Out(), failfast=True).run(suite)
print(r, suite.countTestCases())
