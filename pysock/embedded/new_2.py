"""The types of functions, classes and their like by the names they had first (PEP 4)."""

from warnings import warnpy3k as _warnpy3k
from types import ClassType as classobj, CodeType as code, FunctionType as function
from types import InstanceType as instance, MethodType as instancemethod, ModuleType as module

_warnpy3k("The 'new' module has been removed in Python 3.0; use the 'types' module instead.", stacklevel=2)
