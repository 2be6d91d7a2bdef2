"""Names for the built-in types."""

import sys

NoneType = type(None)
TypeType = type
ObjectType = object

IntType = int
LongType = long
FloatType = float
BooleanType = bool
ComplexType = complex
StringType = str
UnicodeType = unicode
StringTypes = (StringType, UnicodeType)
BufferType = type(buffer(''))
TupleType = tuple
ListType = list
DictType = DictionaryType = dict


def _f(): pass


FunctionType = type(_f)
LambdaType = type(lambda: None)
CodeType = type(_f.func_code)


def _g():
    yield 1


GeneratorType = type(_g())


class _C:
    def _m(self): pass


ClassType = type(_C)
UnboundMethodType = type(_C._m)
_x = _C()


class _D(object):
    __slots__ = ('slot',)


InstanceType = type(_x)
MethodType = type(_x._m)
BuiltinFunctionType = type(len)
BuiltinMethodType = type([].append)
ModuleType = type(sys)
FileType = file
XRangeType = xrange

try:
    raise TypeError
except TypeError:
    tb = sys.exc_info()[2]
    TracebackType = type(tb)
    FrameType = type(tb.tb_frame)
    del tb

SliceType = slice
EllipsisType = type(Ellipsis)
DictProxyType = type(TypeType.__dict__)
NotImplementedType = type(NotImplemented)
GetSetDescriptorType = type(int.real)
MemberDescriptorType = type(_D.slot)

del sys, _f, _g, _C, _D, _x

__all__ = [n for n in globals().keys() if n[:1] != '_']
del n
