package pypickle

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// maxSize is the largest length that Python's Py_ssize_t holds.
const maxSize = math.MaxInt64

// loaders are the functions of the opcodes. STOP has none.
var loaders [256]func(u *unpickler, t *object.Thread) error

func init() {
	constant := func(v func(u *unpickler) starlark.Value) func(u *unpickler, t *object.Thread) error {
		return func(u *unpickler, _ *object.Thread) error {
			u.push(v(u))
			return nil
		}
	}
	for op, f := range map[byte]func(u *unpickler, t *object.Thread) error{
		opNone:       constant(func(*unpickler) starlark.Value { return starlark.None }),
		opNewTrue:    constant(func(u *unpickler) starlark.Value { return u.rt.Bool(true) }),
		opNewFalse:   constant(func(u *unpickler) starlark.Value { return u.rt.Bool(false) }),
		opEmptyList:  constant(func(u *unpickler) starlark.Value { return u.rt.List(nil) }),
		opEmptyDict:  constant(func(u *unpickler) starlark.Value { return u.rt.NewDict(0) }),
		opEmptyTuple: constant(func(*unpickler) starlark.Value { return starlark.Tuple{} }),
		opMark:       (*unpickler).loadMark,
		opPop:        (*unpickler).loadPop,
		opPopMark:    (*unpickler).loadPopMark,
		opDup:        (*unpickler).loadDup,

		opInt:      (*unpickler).loadInt,
		opLong:     (*unpickler).loadLong,
		opBinInt:   number(4, func(x uint64) int64 { return int64(int32(x)) }),
		opBinInt1:  number(1, func(x uint64) int64 { return int64(x) }),
		opBinInt2:  number(2, func(x uint64) int64 { return int64(x) }),
		opLong1:    counted(1),
		opLong4:    counted(4),
		opFloat:    (*unpickler).loadFloat,
		opBinFloat: (*unpickler).loadBinFloat,

		opString:          (*unpickler).loadString,
		opShortBinString:  lengthed(1, "BINSTRING", (*unpickler).pushString),
		opBinString:       lengthed(4, "BINSTRING", (*unpickler).pushString),
		opShortBinBytes:   lengthed(1, "BINBYTES", (*unpickler).pushBytes),
		opBinBytes:        lengthed(4, "BINBYTES", (*unpickler).pushBytes),
		opBinBytes8:       lengthed(8, "BINBYTES", (*unpickler).pushBytes),
		opUnicode:         (*unpickler).loadUnicode,
		opShortBinUnicode: lengthed(1, "BINUNICODE", (*unpickler).pushText),
		opBinUnicode:      lengthed(4, "BINUNICODE", (*unpickler).pushText),
		opBinUnicode8:     lengthed(8, "BINUNICODE", (*unpickler).pushText),
		opByteArray8:      lengthed(8, "BYTEARRAY8", (*unpickler).pushBytearray),

		opList: marked(func(u *unpickler, elems []starlark.Value) (starlark.Value, error) {
			return u.rt.List(append([]starlark.Value(nil), elems...)), nil
		}),
		opTuple: marked(func(_ *unpickler, elems []starlark.Value) (starlark.Value, error) {
			return append(make(starlark.Tuple, 0, len(elems)), elems...), nil
		}),
		opDict: marked((*unpickler).dictOf),
		opFrozenSet: marked(func(u *unpickler, elems []starlark.Value) (starlark.Value, error) {
			return object.SetOf(u.rt.Dialect, elems, true)
		}),
		opTuple1:   tupleOf(1),
		opTuple2:   tupleOf(2),
		opTuple3:   tupleOf(3),
		opEmptySet: (*unpickler).loadEmptySet,
		opAppend:   (*unpickler).loadAppend,
		opAppends:  (*unpickler).loadAppends,
		opSetItem:  (*unpickler).loadSetItem,
		opSetItems: (*unpickler).loadSetItems,
		opAddItems: (*unpickler).loadAddItems,

		opGet:        (*unpickler).loadGet,
		opBinGet:     recalled(1),
		opLongBinGet: recalled(4),
		opPut:        (*unpickler).loadPut,
		opBinPut:     numbered(1),
		opLongBinPut: numbered(4),
		opMemoize:    (*unpickler).loadMemoize,

		opPersID:      (*unpickler).loadPersID,
		opBinPersID:   (*unpickler).loadBinPersID,
		opGlobal:      (*unpickler).loadGlobal,
		opStackGlobal: (*unpickler).loadStackGlobal,
		opExt1:        extension(1),
		opExt2:        extension(2),
		opExt4:        extension(4),
		opReduce:      (*unpickler).loadReduce,
		opBuild:       (*unpickler).loadBuild,
		opInst:        (*unpickler).loadInst,
		opObj:         (*unpickler).loadObj,
		opNewObj:      (*unpickler).loadNewObj,
		opNewObjEx:    (*unpickler).loadNewObjEx,

		opProto:          (*unpickler).loadProto,
		opFrame:          (*unpickler).loadFrame,
		opNextBuffer:     (*unpickler).loadNextBuffer,
		opReadonlyBuffer: (*unpickler).loadReadonlyBuffer,
	} {
		loaders[op] = f
	}
}

// run executes opcodes up to STOP.
func (u *unpickler) run(t *object.Thread) (starlark.Value, error) {
	for {
		if u.pos == len(u.in) {
			if err := u.fill(1); err != nil {
				if r, ok := err.(*object.Raised); ok && r.Kind == u.value.m.unpickling {
					return nil, u.ranOut()
				}
				return nil, err
			}
		}
		op := u.in[u.pos]
		u.pos++
		if op == opStop {
			return u.pop()
		}
		f := loaders[op]
		if f == nil || u.value.m.py2 && op > opLong4 || u.value.m.py2 && (op == opBinBytes || op == opShortBinBytes) {
			return nil, u.badOpcode(op)
		}
		if err := f(u, t); err != nil {
			return nil, err
		}
	}
}

func (u *unpickler) ranOut() error {
	if u.value.m.py2 {
		return object.EOFError.New()
	}
	return object.EOFError.Errorf("Ran out of input")
}

func (u *unpickler) badOpcode(op byte) error {
	if u.value.m.py2 || op >= 0x20 && op <= 0x7e && op != '\'' && op != '\\' {
		return u.errorf("invalid load key, '%s'.", latin1(string([]byte{op})))
	}
	return u.errorf("invalid load key, '\\x%02x'.", op)
}

// floor is where the stack begins, above the last mark.
func (u *unpickler) floor() int {
	if n := len(u.marks); n > 0 {
		return u.marks[n-1]
	}
	return 0
}

func (u *unpickler) push(v starlark.Value) { u.stack = append(u.stack, v) }

func (u *unpickler) underflow() error {
	if len(u.marks) > 0 {
		return u.errorf("unexpected MARK found")
	}
	return u.errorf("unpickling stack underflow")
}

// need checks that there are n objects above the last mark.
func (u *unpickler) need(n int) error {
	if len(u.stack)-u.floor() < n {
		return u.underflow()
	}
	return nil
}

func (u *unpickler) pop() (starlark.Value, error) {
	if err := u.need(1); err != nil {
		return nil, err
	}
	v := u.stack[len(u.stack)-1]
	u.stack = u.stack[:len(u.stack)-1]
	return v, nil
}

// top returns the object that is uppermost.
func (u *unpickler) top() (starlark.Value, error) {
	if err := u.need(1); err != nil {
		return nil, err
	}
	return u.stack[len(u.stack)-1], nil
}

// popMark takes off all that is above the last mark, and the mark.
func (u *unpickler) popMark() ([]starlark.Value, error) {
	n := len(u.marks)
	if n == 0 {
		return nil, u.errorf("could not find MARK")
	}
	at := u.marks[n-1]
	elems := u.stack[at:]
	u.marks, u.stack = u.marks[:n-1], u.stack[:at]
	return elems, nil
}

func (u *unpickler) loadMark(*object.Thread) error {
	u.marks = append(u.marks, len(u.stack))
	return nil
}

// loadPop takes off an object, or a mark.
func (u *unpickler) loadPop(*object.Thread) error {
	if n := len(u.marks); n > 0 && u.marks[n-1] == len(u.stack) {
		u.marks = u.marks[:n-1]
		return nil
	}
	_, err := u.pop()
	return err
}

func (u *unpickler) loadPopMark(*object.Thread) error {
	_, err := u.popMark()
	return err
}

func (u *unpickler) loadDup(*object.Thread) error {
	v, err := u.top()
	if err == nil {
		u.push(v)
	}
	return err
}

// number returns the loader of an integer of some bytes.
func number(size int, value func(uint64) int64) func(u *unpickler, t *object.Thread) error {
	return func(u *unpickler, _ *object.Thread) error {
		x, err := u.uint(size)
		if err == nil {
			u.push(starlark.MakeInt64(value(x)))
		}
		return err
	}
}

// counted returns the loader of an integer of any length.
func counted(size int) func(u *unpickler, t *object.Thread) error {
	return func(u *unpickler, _ *object.Thread) error {
		n, err := u.uint(size)
		if err != nil {
			return err
		}
		if n > math.MaxInt32 {
			return u.errorf("LONG pickle has negative byte count")
		}
		b, err := u.next(int(n))
		if err != nil {
			return err
		}
		u.push(u.long(decodeLong(b)))
		return nil
	}
}

// long is n, a long in Python 2.
func (u *unpickler) long(n starlark.Int) starlark.Value {
	if u.value.m.py2 {
		return object.NewLong(n)
	}
	return n
}

func (u *unpickler) loadInt(t *object.Thread) error {
	b, err := u.line()
	if err != nil {
		return err
	}
	s := string(b)
	switch s {
	case "00", "01":
		u.push(u.rt.Bool(s == "01"))
		return nil
	}
	if n, ok := builtins.ParseInt(s, 0, true); ok {
		u.push(n)
		return nil
	}
	return object.ValueError.Errorf("could not convert string to int")
}

func (u *unpickler) loadLong(t *object.Thread) error {
	b, err := u.line()
	if err != nil {
		return err
	}
	s := string(bytes.TrimSuffix(b, []byte("L")))
	n, ok := builtins.ParseInt(s, 0, true)
	if !ok {
		return object.ValueError.Errorf("invalid literal for int() with base 10: %s", u.rt.Repr(u.rt.Str(latin1(s)+"\n")))
	}
	u.push(u.long(n))
	return nil
}

func (u *unpickler) loadFloat(*object.Thread) error {
	b, err := u.line()
	if err != nil {
		return err
	}
	f, ok := builtins.ParseFloat(string(b))
	if !ok || bytes.ContainsAny(b, " \t\r\v\f_") {
		return object.ValueError.By("could not convert string to float", "could not convert string to float: '"+latin1(string(b))+"\n'")
	}
	u.push(starlark.Float(f))
	return nil
}

func (u *unpickler) loadBinFloat(*object.Thread) error {
	b, err := u.next(8)
	if err == nil {
		u.push(starlark.Float(math.Float64frombits(binary.BigEndian.Uint64(b))))
	}
	return err
}

// lengthed returns the loader of bytes that follow their length, a number of
// size bytes.
func lengthed(size int, what string, push func(u *unpickler, t *object.Thread, b []byte) error) func(u *unpickler, t *object.Thread) error {
	return func(u *unpickler, t *object.Thread) error {
		n, err := u.uint(size)
		if err != nil {
			return err
		}
		if n > maxSize {
			return object.OverflowError.Errorf("%s exceeds system's maximum size of %d bytes", what, int64(maxSize))
		}
		b, err := u.next(int(n))
		if err != nil {
			return err
		}
		return push(u, t, b)
	}
}

func (u *unpickler) loadString(t *object.Thread) error {
	b, err := u.line()
	if err != nil {
		return err
	}
	if u.value.m.py2 {
		b = bytes.TrimRight(b, " \t\r\n\v\f")
	}
	if n := len(b); n < 2 || b[0] != b[n-1] || b[0] != '\'' && b[0] != '"' {
		if u.value.m.py2 {
			return object.ValueError.Errorf("insecure string pickle")
		}
		return u.errorf("the STRING opcode argument must be quoted")
	}
	raw, err := builtins.EscapeBytes(t, b[1:len(b)-1], "strict", false)
	if err != nil {
		return err
	}
	return u.pushString(t, raw)
}

// pushString pushes a str of Python 2: bytes there, text or bytes in Python 3.
func (u *unpickler) pushString(t *object.Thread, b []byte) error {
	if u.value.m.py2 || u.encoding == "bytes" {
		u.push(u.rt.Bytes(b))
		return nil
	}
	s, err := builtins.Decode(t, b, u.encoding, u.errors)
	if err != nil {
		return err
	}
	u.push(u.rt.Str(s))
	return nil
}

func (u *unpickler) pushBytes(_ *object.Thread, b []byte) error {
	u.push(u.rt.Bytes(b))
	return nil
}

func (u *unpickler) pushBytearray(_ *object.Thread, b []byte) error {
	u.push(builtins.NewBytearray(u.rt.Dialect, bytes.Clone(b)))
	return nil
}

func (u *unpickler) loadUnicode(t *object.Thread) error {
	b, err := u.line()
	if err != nil {
		return err
	}
	s, err := builtins.Decode(t, b, "raw_unicode_escape", "strict")
	if err == nil {
		u.push(u.rt.Unicode(s))
	}
	return err
}

// pushText pushes text in UTF-8, in which a surrogate may stand alone.
func (u *unpickler) pushText(t *object.Thread, b []byte) error {
	s := string(b)
	if !utf8.ValidString(s) {
		errors := "surrogatepass"
		if u.value.m.py2 {
			errors = "strict"
		}
		var err error
		if s, err = builtins.Decode(t, b, "utf-8", errors); err != nil {
			return err
		}
	}
	u.push(u.rt.Unicode(s))
	return nil
}

// marked returns the loader of what is made of all that is above the mark.
func marked(make func(u *unpickler, elems []starlark.Value) (starlark.Value, error)) func(u *unpickler, t *object.Thread) error {
	return func(u *unpickler, _ *object.Thread) error {
		elems, err := u.popMark()
		if err != nil {
			return err
		}
		v, err := make(u, elems)
		if err == nil {
			u.push(v)
		}
		return err
	}
}

func tupleOf(n int) func(u *unpickler, t *object.Thread) error {
	return func(u *unpickler, _ *object.Thread) error {
		if err := u.need(n); err != nil {
			return err
		}
		at := len(u.stack) - n
		v := append(make(starlark.Tuple, 0, n), u.stack[at:]...)
		u.stack = append(u.stack[:at], v)
		return nil
	}
}

func (u *unpickler) dictOf(elems []starlark.Value) (starlark.Value, error) {
	if len(elems)%2 != 0 {
		return nil, u.errorf("odd number of items for DICT")
	}
	d := u.rt.NewDict(len(elems) / 2)
	for i := 0; i < len(elems); i += 2 {
		if err := d.SetKey(elems[i], elems[i+1]); err != nil {
			return nil, err
		}
	}
	return d, nil
}

func (u *unpickler) loadEmptySet(*object.Thread) error {
	s, err := object.SetOf(u.rt.Dialect, nil, false)
	if err == nil {
		u.push(s)
	}
	return err
}

func (u *unpickler) loadGet(t *object.Thread) error {
	i, err := u.lineNumber()
	if err != nil {
		return err
	}
	return u.recall(i)
}

// lineNumber reads a line with a number in it.
func (u *unpickler) lineNumber() (int64, error) {
	b, err := u.line()
	if err != nil {
		return 0, err
	}
	s := strings.TrimSpace(string(b))
	i, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		if n, ok := builtins.ParseInt(s, 10, false); ok {
			if n.Sign() < 0 {
				return math.MinInt64, nil
			}
			return 0, object.OverflowError.Errorf("Python int too large to convert to C ssize_t")
		}
		return 0, object.ValueError.Errorf("invalid literal for int() with base 10: %s", u.rt.Repr(u.rt.Str(latin1(string(b)+"\n"))))
	}
	return i, nil
}

func (u *unpickler) recall(i int64) error {
	v := starlark.Value(nil)
	if i >= 0 {
		v = u.memo.get(uint64(i))
	}
	if v == nil {
		if u.value.m.py2 {
			return badGet2.New(u.rt.Str(fmt.Sprint(i)))
		}
		return u.errorf("Memo value not found at index %d", i)
	}
	u.push(v)
	return nil
}

func recalled(size int) func(u *unpickler, t *object.Thread) error {
	return func(u *unpickler, _ *object.Thread) error {
		i, err := u.uint(size)
		if err != nil {
			return err
		}
		return u.recall(int64(i))
	}
}

func (u *unpickler) loadPut(t *object.Thread) error {
	i, err := u.lineNumber()
	if err != nil {
		return err
	}
	v, err := u.top()
	if err != nil {
		return err
	}
	if i < 0 {
		return object.ValueError.Errorf("negative PUT argument")
	}
	u.memo.put(uint64(i), v)
	return nil
}

func numbered(size int) func(u *unpickler, t *object.Thread) error {
	return func(u *unpickler, _ *object.Thread) error {
		i, err := u.uint(size)
		if err != nil {
			return err
		}
		v, err := u.top()
		if err == nil {
			u.memo.put(i, v)
		}
		return err
	}
}

func (u *unpickler) loadMemoize(*object.Thread) error {
	v, err := u.top()
	if err == nil {
		u.memo.put(uint64(u.memo.n), v)
	}
	return err
}

func (u *unpickler) loadProto(*object.Thread) error {
	n, err := u.uint(1)
	if err != nil {
		return err
	}
	highest := uint64(5)
	if u.value.m.py2 {
		highest = 2
	}
	if n > highest {
		return object.ValueError.Errorf("unsupported pickle protocol: %d", n)
	}
	u.proto = int(n)
	return nil
}

func (u *unpickler) loadFrame(*object.Thread) error {
	n, err := u.uint(8)
	switch {
	case err != nil:
		return err
	case n > maxSize:
		return object.OverflowError.Errorf("FRAME length exceeds system's maximum of %d bytes", int64(maxSize))
	}
	return u.have(int(n))
}

func (u *unpickler) loadNextBuffer(t *object.Thread) error {
	if u.buffers == nil {
		return u.errorf("pickle stream refers to out-of-band data but no *buffers* argument was given")
	}
	v, err := u.rt.Next(t, u.buffers)
	if err != nil {
		return err
	}
	if v == nil {
		return u.errorf("not enough out-of-band buffers")
	}
	u.push(v)
	return nil
}

// loadReadonlyBuffer makes the buffer on top one that can't be changed.
func (u *unpickler) loadReadonlyBuffer(t *object.Thread) error {
	v, err := u.top()
	if err != nil {
		return err
	}
	if _, ok := object.AsBytes(v); !ok {
		return object.TypeError.Errorf("memoryview: a bytes-like object is required, not '%s'", object.TypeName(v))
	}
	if w, ok := object.Unwrap(v).(interface{ Writable() bool }); !ok || !w.Writable() {
		return nil
	}
	view, err := t.Call(u.rt.Builtins.Get("memoryview"), v)
	if err != nil {
		return err
	}
	read, err := u.rt.Attr(view, "toreadonly")
	if err != nil {
		return err
	}
	ro, err := t.Call(read)
	if err == nil {
		u.stack[len(u.stack)-1] = ro
	}
	return err
}
