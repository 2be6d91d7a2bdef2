"""The tower of numbers: Number, Complex, Real, Rational, Integral."""

import sys
from abc import ABCMeta, abstractmethod
from operator import truediv

__all__ = ["Number", "Complex", "Real", "Rational", "Integral"]

_py2 = sys.version_info[0] == 2


def _abstract(*names):
    """Abstract methods of these names, for a class body."""
    methods = {}
    for name in names:
        def method(self, *args):
            raise NotImplementedError
        method.__name__ = name
        methods[name] = abstractmethod(method)
    return methods


def _abstract_properties(*names):
    return dict([(name, property(method)) for name, method in _abstract(*names).items()])


# Written in both Pythons, a class with a metaclass is a call of that.
Number = ABCMeta("Number", (object,), {
    "__doc__": "All numbers.", "__slots__": (), "__hash__": None, "__module__": "numbers"})


def _tower(name, base, doc, abstract, properties, concrete):
    body = _abstract(*abstract)
    body.update(_abstract_properties(*properties))
    body.update(concrete)
    body.update({"__doc__": doc, "__slots__": (), "__module__": "numbers"})
    return ABCMeta(name, (base,), body)


_truth = "__nonzero__" if _py2 else "__bool__"

Complex = _tower(
    "Complex", Number, "Numbers with a real and an imaginary part.",
    ["__complex__", "__add__", "__radd__", "__neg__", "__pos__", "__mul__", "__rmul__", "__pow__", "__rpow__",
     "__abs__", "conjugate", "__eq__", "__truediv__", "__rtruediv__"] + (["__div__", "__rdiv__"] if _py2 else []),
    ["real", "imag"], {
        _truth: lambda self: self != 0,
        "__sub__": lambda self, other: self + -other,
        "__rsub__": lambda self, other: -self + other,
        "__ne__": lambda self, other: not self == other,
        "__hash__": None,
    })

Real = _tower(
    "Real", Complex, "Numbers with an order.",
    ["__float__", "__trunc__", "__floordiv__", "__rfloordiv__", "__mod__", "__rmod__", "__lt__", "__le__"]
    + ([] if _py2 else ["__floor__", "__ceil__", "__round__"]), [], {
        "__divmod__": lambda self, other: (self // other, self % other),
        "__rdivmod__": lambda self, other: (other // self, other % self),
        "__complex__": lambda self: complex(float(self)),
        "real": property(lambda self: +self),
        "imag": property(lambda self: 0),
        "conjugate": lambda self: +self,
    })

Rational = _tower(
    "Rational", Real, "Fractions.", [], ["numerator", "denominator"], {
        "__float__": lambda self: float(truediv(int(self.numerator), int(self.denominator))),
    })

Integral = _tower(
    "Integral", Rational, "Whole numbers.",
    ["__long__" if _py2 else "__int__", "__pow__", "__lshift__", "__rlshift__", "__rshift__", "__rrshift__",
     "__and__", "__rand__", "__xor__", "__rxor__", "__or__", "__ror__", "__invert__"], [], {
        "__index__": lambda self: int(self),
        "__float__": lambda self: float(int(self)),
        "numerator": property(lambda self: +self),
        "denominator": property(lambda self: 1),
    })

Complex.register(complex)
Real.register(float)
Integral.register(int)
if _py2:
    Integral.register(long)
