# Modules seen through all kinds of eyes.
import _plain
print(repr(_plain).split("'")[1], type(_plain).__name__)
print(sorted(n for n in dir(_plain) if not n.startswith("__")))
print(getattr(_plain, "value"), hasattr(_plain, "nope"), getattr(_plain, "nope", "default"))
setattr(_plain, "value", 3)
print(_plain.get(), _plain.__dict__["value"])
_plain.__dict__["value"] = 4
print(_plain.get())
_plain.value += 1
print(_plain.get())
vars(_plain)["newer"] = 1
print(_plain.newer)
del _plain.value
_plain.get()
