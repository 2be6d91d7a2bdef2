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
DictType = DictionaryType = dict
ListType, TupleType = list, tuple
XRangeType, FileType = xrange, file


class _Old:
    def method(self):
        yield


class _New(object):
    __slots__ = ('slot',)


ClassType, InstanceType = type(_Old), type(_Old())
UnboundMethodType = MethodType = type(_Old.method)
FunctionType = LambdaType = type(_Old.__dict__['method'])
GeneratorType, CodeType = type(_Old().method()), type(_Old.method.func_code)
BuiltinFunctionType, BuiltinMethodType = type(len), type([].append)
ModuleType, FrameType = type(sys), type(sys._getframe())


def _traceback():
    try:
        1 / 0
    except ZeroDivisionError:
        return sys.exc_info()[2]


TracebackType = type(_traceback())
SliceType = slice
EllipsisType = type(Ellipsis)
DictProxyType = type(TypeType.__dict__)
NotImplementedType = type(NotImplemented)
GetSetDescriptorType = type(int.real)
MemberDescriptorType = type(_New.slot)

del sys, _Old, _New, _traceback

__all__ = [n for n in globals().keys() if n[:1] != '_']
del n
