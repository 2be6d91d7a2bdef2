package pypickle

// The opcodes. (The module pickletools describes them; PEP 307, 3154 and 574.)
const (
	opMark           = '('
	opStop           = '.'
	opPop            = '0'
	opPopMark        = '1'
	opDup            = '2'
	opFloat          = 'F'
	opInt            = 'I'
	opBinInt         = 'J'
	opBinInt1        = 'K'
	opLong           = 'L'
	opBinInt2        = 'M'
	opNone           = 'N'
	opPersID         = 'P'
	opBinPersID      = 'Q'
	opReduce         = 'R'
	opString         = 'S'
	opBinString      = 'T'
	opShortBinString = 'U'
	opUnicode        = 'V'
	opBinUnicode     = 'X'
	opAppend         = 'a'
	opBuild          = 'b'
	opGlobal         = 'c'
	opDict           = 'd'
	opEmptyDict      = '}'
	opAppends        = 'e'
	opGet            = 'g'
	opBinGet         = 'h'
	opInst           = 'i'
	opLongBinGet     = 'j'
	opList           = 'l'
	opEmptyList      = ']'
	opObj            = 'o'
	opPut            = 'p'
	opBinPut         = 'q'
	opLongBinPut     = 'r'
	opSetItem        = 's'
	opTuple          = 't'
	opEmptyTuple     = ')'
	opSetItems       = 'u'
	opBinFloat       = 'G'

	// Protocol 2
	opProto    = 0x80
	opNewObj   = 0x81
	opExt1     = 0x82
	opExt2     = 0x83
	opExt4     = 0x84
	opTuple1   = 0x85
	opTuple2   = 0x86
	opTuple3   = 0x87
	opNewTrue  = 0x88
	opNewFalse = 0x89
	opLong1    = 0x8a
	opLong4    = 0x8b

	// Protocol 3
	opBinBytes      = 'B'
	opShortBinBytes = 'C'

	// Protocol 4
	opShortBinUnicode = 0x8c
	opBinUnicode8     = 0x8d
	opBinBytes8       = 0x8e
	opEmptySet        = 0x8f
	opAddItems        = 0x90
	opFrozenSet       = 0x91
	opNewObjEx        = 0x92
	opStackGlobal     = 0x93
	opMemoize         = 0x94
	opFrame           = 0x95

	// Protocol 5
	opByteArray8     = 0x96
	opNextBuffer     = 0x97
	opReadonlyBuffer = 0x98
)

// opcodeNames are the opcodes as the module pickle names them, by the protocol
// that brought them.
var opcodeNames = [6][]struct {
	name string
	code byte
}{
	1: {{"MARK", opMark}, {"STOP", opStop}, {"POP", opPop}, {"POP_MARK", opPopMark}, {"DUP", opDup},
		{"FLOAT", opFloat}, {"INT", opInt}, {"BININT", opBinInt}, {"BININT1", opBinInt1}, {"LONG", opLong},
		{"BININT2", opBinInt2}, {"NONE", opNone}, {"PERSID", opPersID}, {"BINPERSID", opBinPersID},
		{"REDUCE", opReduce}, {"STRING", opString}, {"BINSTRING", opBinString},
		{"SHORT_BINSTRING", opShortBinString}, {"UNICODE", opUnicode}, {"BINUNICODE", opBinUnicode},
		{"APPEND", opAppend}, {"BUILD", opBuild}, {"GLOBAL", opGlobal}, {"DICT", opDict},
		{"EMPTY_DICT", opEmptyDict}, {"APPENDS", opAppends}, {"GET", opGet}, {"BINGET", opBinGet},
		{"INST", opInst}, {"LONG_BINGET", opLongBinGet}, {"LIST", opList}, {"EMPTY_LIST", opEmptyList},
		{"OBJ", opObj}, {"PUT", opPut}, {"BINPUT", opBinPut}, {"LONG_BINPUT", opLongBinPut},
		{"SETITEM", opSetItem}, {"TUPLE", opTuple}, {"EMPTY_TUPLE", opEmptyTuple}, {"SETITEMS", opSetItems},
		{"BINFLOAT", opBinFloat}},
	2: {{"PROTO", opProto}, {"NEWOBJ", opNewObj}, {"EXT1", opExt1}, {"EXT2", opExt2}, {"EXT4", opExt4},
		{"TUPLE1", opTuple1}, {"TUPLE2", opTuple2}, {"TUPLE3", opTuple3}, {"NEWTRUE", opNewTrue},
		{"NEWFALSE", opNewFalse}, {"LONG1", opLong1}, {"LONG4", opLong4}},
	3: {{"BINBYTES", opBinBytes}, {"SHORT_BINBYTES", opShortBinBytes}},
	4: {{"SHORT_BINUNICODE", opShortBinUnicode}, {"BINUNICODE8", opBinUnicode8}, {"BINBYTES8", opBinBytes8},
		{"EMPTY_SET", opEmptySet}, {"ADDITEMS", opAddItems}, {"FROZENSET", opFrozenSet}, {"NEWOBJ_EX", opNewObjEx},
		{"STACK_GLOBAL", opStackGlobal}, {"MEMOIZE", opMemoize}, {"FRAME", opFrame}},
	5: {{"BYTEARRAY8", opByteArray8}, {"NEXT_BUFFER", opNextBuffer}, {"READONLY_BUFFER", opReadonlyBuffer}},
}
