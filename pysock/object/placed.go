package object

import (
	"cmp"
	"strconv"
	"strings"
	"sync"

	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
)

// Where CPython's own objects lie. Their addresses change from process to process,
// but not the last bits, which decide where they go in a small table: so
// {int: 'i', str: 's'}, or {len: 1, abs: 2}, has one order wherever the same CPython
// runs. These are those of the usual builds of 2.7.18 and 3.11.7 for Linux on x86-64.

// placed returns the last bits of the hash of an object that lies there.
func placed(d syntax.Dialect, v starlark.Value) (h int64, ok bool) {
	i := dialectIndex(d)
	switch v {
	case starlark.None:
		return [...]int64{222, 23486}[i], true
	case Ellipsis:
		return [...]int64{209, 24038}[i], true
	case NotImplemented:
		return [...]int64{221, 23459}[i], true
	}
	switch v := v.(type) {
	case *Class:
		var at placement
		at, ok = v.placement()
		h = at.bits
	case *Func:
		if name, isFunction := v.nameInModule(); isFunction && d == syntax.Python2 {
			var at placement
			at, ok = functionsPlaced()[name]
			h = at.bits
		}
	}
	return h, ok
}

// A placement is the last bits of an object's hash, and which one it is in its table.
type placement struct {
	bits int64
	rank int
}

// placement is where a built-in type lies, if that is known.
func (c *Class) placement() (at placement, ok bool) {
	if c.Dict == nil && c.QualifiedName() == c.ClassName {
		at, ok = typesPlaced[dialectIndex(c.dialect())]()[c.ClassName]
	}
	return at, ok
}

// orderPlaced2 is the order of two types of Python 2's by their addresses: those that
// aren't in the image come first. There is none for two of them.
func orderPlaced2(x, y *Class) (n int, found bool) {
	rank := func(c *Class) int {
		if at, ok := c.placement(); ok {
			return at.rank
		}
		return -1
	}
	n = cmp.Compare(rank(x), rank(y))
	return n, n != 0
}

var typesPlaced = [2]func() map[string]placement{placesOf(types2), placesOf(types3)}

// functionsPlaced are functions of Python 2: those of 3 lie with their modules.
var functionsPlaced = placesOf(functions2)

// placesOf reads a table of names and the last bits: 8 of them in 2.7, 17 in 3.11.
func placesOf(table string) func() map[string]placement {
	return sync.OnceValue(func() map[string]placement {
		m := make(map[string]placement)
		for i, field := range strings.Fields(table) {
			name, bits, _ := strings.Cut(field, ":")
			h, err := strconv.ParseInt(bits, 16, 64)
			if err != nil {
				panic(err)
			}
			m[name] = placement{h, i}
		}
		return m
	})
}

// types2 are in the order of their addresses.
const types2 = `
bool:b2 buffer:e0 bytearray_iterator:d2 bytearray:ec instancemethod:10 instance:2a classobj:44
code:9a complex:1a property:d6 dictproxy:0a wrapper_descriptor:24 getset_descriptor:3e
member_descriptor:58 method_descriptor:8c reversed:d0 enumerate:ea BytesWarning:18 UnicodeWarning:32
ImportWarning:4c FutureWarning:66 RuntimeWarning:80 SyntaxWarning:9a PendingDeprecationWarning:b4
DeprecationWarning:ce UserWarning:e8 Warning:02 BufferError:1c MemoryError:36 ReferenceError:50
SystemError:6a ZeroDivisionError:84 OverflowError:9e FloatingPointError:b8 ArithmeticError:d2
AssertionError:ec UnicodeTranslateError:06 UnicodeDecodeError:20 UnicodeEncodeError:3a
UnicodeError:64 ValueError:7e KeyError:98 IndexError:b2 LookupError:cc TabError:e6
IndentationError:00 SyntaxError:1a AttributeError:46 UnboundLocalError:60 NameError:7a
NotImplementedError:94 RuntimeError:ae EOFError:c8 OSError:e2 IOError:fc EnvironmentError:16
ImportError:40 KeyboardInterrupt:5a SystemExit:74 GeneratorExit:94 StopIteration:ae TypeError:c8
StandardError:e2 Exception:fc BaseException:2e generator:5e file:c0 float:9e frame:bc
staticmethod:9a classmethod:b4 function:ce int:4a iterator:82 listreverseiterator:22 listiterator:3c
list:56 long:54 dict_values:f6 dict_items:10 dict_keys:2a dictionary-itemiterator:44
dictionary-valueiterator:5e dictionary-keyiterator:78 dict:92 memoryview:38
builtin_function_or_method:52 module:8c NotImplementedType:aa NoneType:c4 rangeiterator:18 xrange:32
frozenset:d8 set:f2 setiterator:0c slice:b8 ellipsis:d2 str:9c basestring:b6 tupleiterator:62
tuple:7c super:2a object:a2 type:bc unicode:14 traceback:fc
`

// What is allocated lies anywhere, but blocks of a size have a distance, by which the last
// bits of the hash are not anything: those of Python 2's functions are always 101. These are
// the first that a type has of eight, and how far they lie apart, where that isn't 1.
var spreads = [2]map[string][2]int64{
	{
		"function": {5, 8}, "code": {3, 8}, "module": {1, 4}, "staticmethod": {1, 4}, "method-wrapper": {1, 4},
		"listiterator": {1, 4}, "tupleiterator": {1, 4}, "iterator": {1, 4}, "callable-iterator": {1, 4}, "reversed": {1, 4},
		"listreverseiterator": {1, 4}, "chain": {1, 4}, "property": {1, 2}, "partial": {1, 2},
		"dictionary-keyiterator": {1, 2}, "dictionary-valueiterator": {1, 2}, "dictionary-itemiterator": {1, 2},
	},
	{
		"function": {0, 2}, "code": {3, 4}, "method": {0, 4}, "super": {0, 4}, "zip": {0, 4}, "set_iterator": {0, 4},
		"count": {0, 4}, "cycle": {0, 4}, "takewhile": {0, 4},
	},
}

// spread returns the first hash of values such as v, and the distance to the next.
func spread(d syntax.Dialect, v starlark.Value) (first, step int64) {
	i := dialectIndex(d)
	switch v := v.(type) {
	case *Instance:
		if v.Base == nil && !v.class.OldStyle {
			return 1, 4
		}
	case *Exception:
		if i == 1 {
			return 0, 2
		}
	default:
		if s, ok := spreads[i][ClassOf(d, v).ClassName]; ok {
			return s[0], s[1]
		}
	}
	return 0, 1
}

const types3 = `
ArithmeticError:04de4 AssertionError:04dfe AttributeError:04f5e BaseException:0531c
BaseExceptionGroup:05238 BlockingIOError:0518e bool:046f4 BrokenPipeError:05140 BufferError:04d2e
builtin_function_or_method:05b00 bytearray:04778 bytes:04864 BytesWarning:04c2a
ChildProcessError:0515a classmethod:05602 complex:04a26 ConnectionAbortedError:05126
ConnectionError:05174 ConnectionRefusedError:0510c ConnectionResetError:050f2
DeprecationWarning:04ce0 dict:058ea dict_items:05808 dict_keyiterator:058d0 dict_keys:05822
dict_values:057ee ellipsis:05de8 EncodingWarning:04c10 enumerate:04bd0 EOFError:05008
Exception:052e8 FileExistsError:050d8 FileNotFoundError:050be filter:063ac float:05520
FloatingPointError:04dca frozenset:05d04 function:05624 FutureWarning:04c78 generator:0545e
GeneratorExit:0527a ImportError:051f4 ImportWarning:04c5e IndentationError:04f12 IndexError:04ec4
int:057ce InterruptedError:05070 IsADirectoryError:050a4 KeyboardInterrupt:0521e KeyError:04eaa
list:05734 list_iterator:0571a LookupError:04ede map:06392 mappingproxy:04ae4 MemoryError:04d48
memoryview:05a98 method_descriptor:04b90 module:05b48 ModuleNotFoundError:051da NameError:04f9a
NoneType:05bc0 NotADirectoryError:0508a NotImplementedError:04fba NotImplementedType:05ba4
object:05e86 OSError:051a8 OverflowError:04db0 PendingDeprecationWarning:04cc6
PermissionError:05056 ProcessLookupError:0503c property:04aca range:05c92 RecursionError:04fd4
ReferenceError:04d62 ResourceWarning:04bf6 reversed:04bb6 RuntimeError:04fee RuntimeWarning:04c92
set:05d38 set_iterator:05d7e slice:05dcc staticmethod:055e0 StopAsyncIteration:052b4
StopIteration:05294 str:06186 str_ascii_iterator:06152 super:05e6c SyntaxError:04f2c
SyntaxWarning:04cac SystemError:04d7c SystemExit:0525a TabError:04ef8 TimeoutError:05022
tuple:05e38 tuple_iterator:05e1e type:05ea0 TypeError:052ce UnboundLocalError:04f80
UnicodeDecodeError:04e32 UnicodeEncodeError:04e4c UnicodeError:04e76 UnicodeTranslateError:04e18
UnicodeWarning:04c44 UserWarning:04cfa ValueError:04e90 Warning:04d14 wrapper_descriptor:04b28
ZeroDivisionError:04d96 zip:06378
`

const functions2 = `
__import__:3f abs:3e all:b9 any:a7 apply:26 bin:25 callable:4c chr:2e cmp:6c coerce:15 compile:e3
delattr:4f dir:de divmod:d9 eval:9f execfile:7c filter:cb format:a2 getattr:92 globals:6a hasattr:82
hash:7f hex:73 id:7e input:6c intern:63 isinstance:5d issubclass:57 iter:4e len:49 locals:68 map:02
max:01 min:00 next:5c oct:6a open:06 ord:98 pow:c0 print:72 range:bb raw_input:35 reduce:21
reload:1c repr:1b round:07 setattr:48 sorted:ef sum:a6 unichr:87 vars:7c zip:37 math.acos:df
math.acosh:63 math.asin:cb math.asinh:a7 math.atan:d4 math.atan2:90 math.atanh:b5 math.ceil:08
math.copysign:76 math.cos:e2 math.cosh:f0 math.degrees:53 math.erf:27 math.erfc:50 math.exp:78
math.expm1:f3 math.fabs:8d math.factorial:04 math.floor:1b math.fmod:c4 math.frexp:fa math.fsum:ac
math.gamma:2e math.hypot:8b math.isinf:84 math.isnan:7f math.ldexp:e1 math.lgamma:48 math.log:19
math.log10:d1 math.log1p:05 math.modf:58 math.pow:08 math.radians:4e math.sin:1c math.sinh:38
math.sqrt:4d math.tan:2a math.tanh:99 math.trunc:4c operator.abs:ac operator.add:cd operator.and_:99
operator.concat:4e operator.contains:eb operator.countOf:d6 operator.delitem:0d operator.delslice:00
operator.div:be operator.eq:23 operator.floordiv:b9 operator.ge:14 operator.getitem:e1
operator.getslice:32 operator.gt:19 operator.iadd:8a operator.iand:5d operator.iconcat:45
operator.idiv:7b operator.ifloordiv:76 operator.ilshift:67 operator.imod:6c operator.imul:80
operator.index:d2 operator.indexOf:dc operator.inv:ab operator.invert:1a operator.ior:53
operator.ipow:37 operator.irepeat:41 operator.irshift:62 operator.isCallable:fa
operator.isMappingType:d3 operator.isNumberType:f7 operator.isSequenceType:f4 operator.is_:8a
operator.is_not:84 operator.isub:85 operator.itruediv:71 operator.ixor:58 operator.le:28
operator.lshift:a6 operator.lt:2d operator.mod:af operator.mul:c3 operator.ne:1e operator.neg:ae
operator.not_:9e operator.or_:8f operator.pos:ad operator.pow:3c operator.repeat:4a
operator.rshift:a1 operator.sequenceIncludes:e2 operator.setitem:13 operator.setslice:06
operator.sub:c8 operator.truediv:b4 operator.truth:f1 operator.xor:94
`
