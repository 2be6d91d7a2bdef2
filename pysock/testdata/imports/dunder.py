m = __import__("_plain")
print(m.value)
m = __import__("_pkg.sub")
print(m.__name__)
m = __import__("_pkg.sub", globals(), locals(), ["what"])
print(m.__name__)
import sys
sys.modules["fake"] = m
import fake
print(fake.what)
del sys.modules["_plain"]
import _plain
print(_plain is m)
sys.path.insert(0, "nowhere")
import _pkg.deep.twig as t
print(t.TWIG)
