package object

import (
	"cmp"
	"errors"
	"math/big"
	"strings"

	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
	starsyntax "go.starlark.net/syntax"
)

// A Comparer answers comparisons itself. It returns nil, nil where Python's
// method would return NotImplemented.
type Comparer interface {
	RichCompare(op syntax.CmpOp, y starlark.Value) (starlark.Value, error)
}

// A Nest is a Comparer that compares what it holds, of which it knows how deep
// it is: see Equal. Known is false for a y that it isn't compared with.
type Nest interface {
	Comparer
	EqualTo(y starlark.Value, depth int) (same, known bool, err error)
}

// An Inter is a value that is an int in all but its repr: an enum of module
// socket, a Python 2 long.
type Inter interface {
	starlark.Value
	Int() starlark.Int
}

// zero is 0; starlark.Int{} is none where Starlark had to do without its pointers
// that stand for small integers: see slowInts.
var zero = starlark.MakeInt(0)

// AsInt returns the value of an int, a bool or an Inter.
func AsInt(v starlark.Value) (starlark.Int, bool) {
	switch v := v.(type) {
	case starlark.Int:
		return v, true
	case Inter:
		return v.Int(), true
	case *Instance:
		if v.Base != nil {
			return AsInt(v.Base)
		}
	case starlark.Bool:
		return Bool(v).Int(), true
	}
	return zero, false
}

// plain returns a number as Starlark's int or float, and others as they are.
func plain(v starlark.Value) starlark.Value {
	if n, ok := AsInt(v); ok {
		return n
	}
	return v
}

// maxEqualDepth is how deep containers may be nested to be compared.
const maxEqualDepth = 1000

// Equal is Python's ==, as a dict uses it: identity isn't tried first.
// Containers inside of one another end in a RecursionError at some depth.
func Equal(a, b starlark.Value) (bool, error) { return equal(a, b, 0) }

func equal(a, b starlark.Value, depth int) (bool, error) {
	if depth > maxEqualDepth {
		return false, RecursionError.By("maximum recursion depth exceeded in cmp", "maximum recursion depth exceeded in comparison")
	}
	if c, ok := a.(Comparer); ok {
		if n, ok := c.(Nest); ok {
			if same, known, err := n.EqualTo(b, depth); known {
				return same, err
			}
		}
	}
	if v, err := ask(syntax.Eq, a, b); v != nil || err != nil {
		return v != nil && bool(v.Truth()), err
	}
	return equalUnasked(a, b, depth)
}

// equalUnasked is equal for operands that have nothing to say, or were asked.
func equalUnasked(a, b starlark.Value, depth int) (bool, error) {
	a, b = besideBuiltin(a, b)
	switch x := a.(type) {
	case starlark.String:
		switch y := b.(type) {
		case starlark.String:
			return x == y, nil
		case *Text:
			return y.unicode && string(x) == y.s && y.ascii, nil
		}
		return false, nil
	case *Text:
		switch y := b.(type) {
		case *Text:
			return x.s == y.s, nil
		case starlark.String:
			return Equal(y, x)
		}
		return false, nil
	case starlark.Bytes:
		if y, ok := b.(starlark.Bytes); ok {
			return x == y, nil
		}
		return false, nil
	case starlark.Float:
		switch y := plain(b).(type) {
		case starlark.Float:
			return x == y, nil // not Starlark's comparison: NaN isn't equal to itself
		case starlark.Int:
			return numbersEqual(y, x)
		}
		return false, nil
	case *List:
		if y, ok := b.(*List); ok {
			return EqualElems(x.Elems, y.Elems, depth)
		}
	case starlark.Tuple:
		if y, ok := b.(starlark.Tuple); ok {
			return EqualElems(x, y, depth)
		}
		return false, nil
	case *Dict:
		if y, ok := b.(*Dict); ok {
			return equalDicts(x, y, depth)
		}
	case *Set:
		if y, ok := b.(*Set); ok && x.Len() == y.Len() {
			return x.Subset(y)
		}
		return false, nil
	case *Slice:
		if y, ok := b.(*Slice); ok {
			return EqualElems(starlark.Tuple{x.Start, x.Stop, x.Step}, starlark.Tuple{y.Start, y.Stop, y.Step}, depth)
		}
	}
	if n, ok := AsInt(a); ok {
		switch y := plain(b).(type) {
		case starlark.Int:
			return starlark.Equal(n, y)
		case starlark.Float:
			return numbersEqual(n, y)
		}
		return false, nil
	}
	if _, ok := b.(starlark.Tuple); ok || Identical(a, b) {
		return Identical(a, b), nil
	}
	return starlark.Equal(a, b)
}

func numbersEqual(n starlark.Int, f starlark.Float) (bool, error) {
	if f != f {
		return false, nil
	}
	return starlark.Equal(n, f)
}

// EqualElems says whether the elements of two sequences are equal, each to each;
// they are depth containers deep.
func EqualElems(a, b []starlark.Value, depth int) (bool, error) {
	if len(a) != len(b) {
		return false, nil
	}
	for i := range a {
		if i >= len(b) || i >= len(a) { // an __eq__ changed them
			return false, nil
		}
		if Identical(a[i], b[i]) {
			continue
		}
		if same, err := equal(a[i], b[i], depth+1); !same || err != nil {
			return false, err
		}
	}
	return true, nil
}

// equalDicts does what EqualElems does, for dicts.
func equalDicts(a, b *Dict, depth int) (bool, error) {
	if a.live != b.live {
		return false, nil
	}
	for _, e := range a.entries {
		if e.key == nil {
			continue
		}
		i, err := b.find(e.key, e.hash)
		if i < 0 || err != nil {
			return false, err
		}
		v := b.entries[i].val
		if Identical(e.val, v) {
			continue
		}
		if same, err := equal(e.val, v, depth+1); !same || err != nil {
			return false, err
		}
	}
	return true, nil
}

// Compare is one of Python's comparison operators in dialect d. The result is
// a bool unless a Comparer answers otherwise.
func Compare(d syntax.Dialect, op syntax.CmpOp, x, y starlark.Value) (starlark.Value, error) {
	v, err := compare(d, op, x, y)
	if err == errUnordered && d == syntax.Python2 {
		if err := complexOrder(x, y); err != nil {
			return nil, err
		}
		c, err := anyOrder(x, y)
		return Truthy(threeway(cmpToken[op], c)), err
	}
	if err == errUnordered {
		return nil, TypeError.Errorf("'%s' not supported between instances of '%s' and '%s'", cmpText[op], TypeName(x), TypeName(y))
	}
	return v, err
}

// complexOrder is Python 2's error where one of two numbers is complex.
func complexOrder(x, y starlark.Value) error {
	if a, b := Unwrap(x), Unwrap(y); isComplex(a) && isNumber(b) || isComplex(b) && isNumber(a) {
		return TypeError.Errorf("no ordering relation is defined for complex numbers")
	}
	return nil
}

// errUnordered tells that the types of two values have no order: Python 2 makes
// one up for them.
var errUnordered = errors.New("unordered")

func compare(d syntax.Dialect, op syntax.CmpOp, x, y starlark.Value) (starlark.Value, error) {
	switch op {
	case syntax.Is:
		return Truthy(Identical(x, y)), nil
	case syntax.IsNot:
		return Truthy(!Identical(x, y)), nil
	case syntax.In, syntax.NotIn:
		in, err := Contains(d, y, x)
		return Truthy(in == (op == syntax.In)), err
	}
	if v, err := ask(op, x, y); v != nil || err != nil {
		return v, err
	}
	return compareUnasked(d, op, x, y)
}

// compareUnasked is compare for operands that have nothing to say, or were asked.
func compareUnasked(d syntax.Dialect, op syntax.CmpOp, x, y starlark.Value) (starlark.Value, error) {
	if op == syntax.Eq || op == syntax.NotEq {
		same, err := equalUnasked(x, y, 0)
		return Truthy(same == (op == syntax.Eq)), err
	}
	x, y = besideBuiltin(x, y)
	if x, ok := x.(*Slice); ok && d != syntax.Python2 {
		if y, ok := y.(*Slice); ok {
			return compareSlices(d, op, x, y)
		}
	}
	less, err := order(d, op, x, y)
	return Truthy(less), err
}

func isComplex(v starlark.Value) bool { return v.Type() == "complex" }

func isNumber(v starlark.Value) bool {
	switch plain(v).(type) {
	case starlark.Int, starlark.Float:
		return true
	}
	return isComplex(v)
}

// ask puts the question to the operands that answer comparisons, to each once:
// first to the left one, or to the right one if its class derives from the left
// one's. It returns nil, nil if neither knows.
func ask(op syntax.CmpOp, x, y starlark.Value) (starlark.Value, error) {
	if h := cmp.Or(asHooked(x), asHooked(y)); h != nil && h.runtime().Dialect == syntax.Python2 {
		return ask2(op, x, y)
	}
	left, isLeft := x.(Comparer)
	right, isRight := y.(Comparer)
	if !isLeft && isRight && decides(x, y) {
		return nil, nil
	}
	last := isRight
	if isLeft && isRight && derives(y, x) {
		if v, err := right.RichCompare(swapped[op], x); v != nil || err != nil {
			return v, err
		}
		last = false
	}
	if isLeft {
		if v, err := left.RichCompare(op, y); v != nil || err != nil {
			return v, err
		}
	}
	if last {
		return right.RichCompare(swapped[op], x)
	}
	return nil, nil
}

// decides reports whether x is of a type that knows how to compare itself with the value
// of another type that y derives from: nobody asks y then.
func decides(x, y starlark.Value) bool {
	i, ok := y.(*Instance)
	if !ok || i.Base == nil || asHooked(x) != nil || derives(y, x) {
		return false
	}
	return knowsBase(i.rt.Dialect, x, i.Base)
}

// besideBuiltin returns the operands as the method of a built-in type sees them
// that one of them is of.
func besideBuiltin(x, y starlark.Value) (starlark.Value, starlark.Value) {
	a, left := x.(*Instance)
	b, right := y.(*Instance)
	switch {
	case left && !right && a.Base != nil:
		return a.Base, y
	case right && !left && b.Base != nil:
		return x, b.Base
	}
	return x, y
}

// derives reports whether a script made the class of y, from that of x.
func derives(y, x starlark.Value) bool {
	h := asHooked(y)
	if h == nil {
		return false
	}
	c, base := kindOf(h), h.runtime().ClassOf(x)
	return c != base && !c.OldStyle && c.IsSubclass(base)
}

// swapped is the operator that asks the same of the operands the other way round.
var swapped = [...]syntax.CmpOp{
	syntax.Eq: syntax.Eq, syntax.NotEq: syntax.NotEq,
	syntax.Lt: syntax.Gt, syntax.Gt: syntax.Lt,
	syntax.LtE: syntax.GtE, syntax.GtE: syntax.LtE,
	syntax.Is: syntax.Is, syntax.IsNot: syntax.IsNot, syntax.In: syntax.In, syntax.NotIn: syntax.NotIn,
}

// cmpText is each operator as it is written.
var cmpText = [...]string{
	syntax.Eq: "==", syntax.NotEq: "!=", syntax.Lt: "<", syntax.LtE: "<=", syntax.Gt: ">", syntax.GtE: ">=",
	syntax.Is: "is", syntax.IsNot: "is not", syntax.In: "in", syntax.NotIn: "not in",
}

var cmpToken = [...]starsyntax.Token{
	syntax.Eq: starsyntax.EQL, syntax.NotEq: starsyntax.NEQ, syntax.Lt: starsyntax.LT,
	syntax.LtE: starsyntax.LE, syntax.Gt: starsyntax.GT, syntax.GtE: starsyntax.GE,
}

// order answers < <= > >=; errUnordered if the operands' types have none.
func order(d syntax.Dialect, op syntax.CmpOp, x, y starlark.Value) (bool, error) {
	tok := cmpToken[op]
	switch a := plain(x).(type) {
	case starlark.Int:
		switch b := plain(y).(type) {
		case starlark.Int:
			return starlark.Compare(tok, a, b)
		case starlark.Float:
			return orderFloat(tok, b, a, b)
		}
	case starlark.Float:
		switch b := plain(y).(type) {
		case starlark.Int:
			return orderFloat(tok, a, a, b)
		case starlark.Float:
			return a == a && b == b && threeway(tok, cmpFloat(a, b)), nil
		}
	case starlark.String, *Text:
		if s, ok := AsText(y); ok {
			if err := Mixed(a, y); err != nil {
				return false, err
			}
			r, _ := AsText(a)
			return threeway(tok, strings.Compare(r, s)), nil
		}
	case starlark.Bytes:
		if b, ok := y.(starlark.Bytes); ok {
			return threeway(tok, strings.Compare(string(a), string(b))), nil
		}
	case *List:
		if b, ok := y.(*List); ok {
			return orderElems(d, op, a.Elems, b.Elems)
		}
	case starlark.Tuple:
		if b, ok := y.(starlark.Tuple); ok {
			return orderElems(d, op, a, b)
		}
	case *Set:
		if b, ok := y.(*Set); ok {
			switch op {
			case syntax.Lt, syntax.LtE:
				sub, err := a.Subset(b)
				return sub && (op == syntax.LtE || a.Len() < b.Len()), err
			default:
				sub, err := b.Subset(a)
				return sub && (op == syntax.GtE || b.Len() < a.Len()), err
			}
		}
	}
	return false, errUnordered
}

func orderFloat(tok starsyntax.Token, f starlark.Float, x, y starlark.Value) (bool, error) {
	if f != f {
		return false, nil
	}
	return starlark.Compare(tok, x, y)
}

func cmpFloat(a, b starlark.Float) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

func orderElems(d syntax.Dialect, op syntax.CmpOp, a, b []starlark.Value) (bool, error) {
	for i := range min(len(a), len(b)) {
		if i >= len(a) || i >= len(b) {
			break
		}
		if Identical(a[i], b[i]) {
			continue
		}
		same, err := Equal(a[i], b[i])
		if err != nil {
			return false, err
		}
		if !same {
			v, err := Compare(d, op, a[i], b[i])
			return err == nil && bool(v.Truth()), err
		}
	}
	return threeway(cmpToken[op], len(a)-len(b)), nil
}

// anyOrder is Python 2's order of values of different types: None, then
// numbers, then by the name of the type. Dicts are ordered by size and content,
// and what has no order at all by its address.
func anyOrder(x, y starlark.Value) (int, error) {
	if Identical(x, y) {
		return 0, nil
	}
	if n, found, err := likeOrder(Unwrap(x), Unwrap(y)); found || err != nil {
		return n, err
	}
	rank := func(v starlark.Value) string {
		switch v := plain(v).(type) {
		case starlark.NoneType:
			return ""
		case starlark.Int, starlark.Float:
			return "\x01"
		case *Instance:
			if v.class.OldStyle || v.class.special("__int__") != nil || v.class.special("__float__") != nil {
				return "\x01"
			}
			if _, isFloat := v.Base.(starlark.Float); isFloat {
				return "\x01"
			}
			return "\x02" + TypeName(v)
		default:
			if isComplex(v) {
				return "\x01"
			}
			return "\x02" + TypeName(v)
		}
	}
	if c := strings.Compare(rank(x), rank(y)); c != 0 {
		return c, nil
	}
	if rank(x) == "\x01" {
		if c := cmp.Compare(typeAddress(x), typeAddress(y)); c != 0 {
			return c, nil
		}
	}
	return new(big.Int).SetUint64(ID(x)).Cmp(new(big.Int).SetUint64(ID(y))), nil
}

// compareSlices orders slices of Python 3, as tuples of what they are made of.
func compareSlices(d syntax.Dialect, op syntax.CmpOp, x, y *Slice) (starlark.Value, error) {
	if x == y {
		return Truthy(op == syntax.LtE || op == syntax.GtE), nil
	}
	return compareUnasked(d, op, starlark.Tuple{x.Start, x.Stop, x.Step}, starlark.Tuple{y.Start, y.Stop, y.Step})
}

// likeOrder is the order of two values of a type that has one for its own values alone.
func likeOrder(x, y starlark.Value) (n int, found bool, err error) {
	switch x := x.(type) {
	case *Dict:
		if y, ok := y.(*Dict); ok {
			n, err = orderDicts(x, y)
			return n, true, err
		}
	case *Class:
		if y, ok := y.(*Class); ok {
			n, found = orderPlaced2(x, y)
			return n, found, nil
		}
	case *Func:
		if y, ok := y.(*Func); ok && x.Function != nil && y.Function != nil && x.Self == nil && y.Self == nil {
			n = strings.Compare(x.FuncName, y.FuncName)
			return n, n != 0, nil
		}
	case *Slice:
		if y, ok := y.(*Slice); ok {
			n, err = Cmp(starlark.Tuple{x.Start, x.Stop, x.Step}, starlark.Tuple{y.Start, y.Stop, y.Step})
			return n, true, err
		}
	}
	return 0, false, nil
}

// typeAddress tells the order in which CPython's types of numbers lie in memory, by
// which it orders what can't be compared: types that scripts made come first.
func typeAddress(v starlark.Value) int {
	switch v := v.(type) {
	case *Instance:
		if v.class.OldStyle {
			return 2
		}
		return 0
	case Bool:
		return 1
	case starlark.Float:
		return 4
	case starlark.Int:
		if _, small := v.Int64(); small {
			return 5
		}
		return 6
	case Long:
		return 6
	}
	return 3 // complex
}

// orderDicts compares the sizes, then the smallest key that makes a
// difference, then the values there.
func orderDicts(a, b *Dict) (int, error) {
	if a.live != b.live {
		return a.live - b.live, nil
	}
	differs := func(x, y *Dict) (key, val starlark.Value, err error) {
		for _, e := range x.entries {
			if e.key == nil {
				continue
			}
			i, err := y.find(e.key, e.hash)
			if err != nil {
				return nil, nil, err
			}
			if i >= 0 {
				same, err := Equal(e.val, y.entries[i].val)
				if err != nil {
					return nil, nil, err
				}
				if same {
					continue
				}
			}
			if key != nil {
				less, err := Compare(syntax.Python2, syntax.Lt, e.key, key)
				if err != nil {
					return nil, nil, err
				}
				if !less.Truth() {
					continue
				}
			}
			key, val = e.key, e.val
		}
		return key, val, nil
	}
	ka, va, err := differs(a, b)
	if err != nil || ka == nil {
		return 0, err
	}
	kb, vb, err := differs(b, a)
	if err != nil || kb == nil {
		return 0, err
	}
	if c, err := Cmp(ka, kb); c != 0 || err != nil {
		return c, err
	}
	return Cmp(va, vb)
}

// threeway turns the sign of a comparison into an answer.
func threeway(op starsyntax.Token, cmp int) bool {
	switch op {
	case starsyntax.EQL:
		return cmp == 0
	case starsyntax.NEQ:
		return cmp != 0
	case starsyntax.LT:
		return cmp < 0
	case starsyntax.LE:
		return cmp <= 0
	case starsyntax.GT:
		return cmp > 0
	}
	return cmp >= 0
}

// A Container answers "in" itself.
type Container interface {
	Has(v starlark.Value) (bool, error)
}

// Contains is "v in x".
func Contains(d syntax.Dialect, x, v starlark.Value) (bool, error) {
	switch x := x.(type) {
	case starlark.String, *Text:
		r, _ := AsText(x)
		if s, ok := AsText(v); ok {
			return strings.Contains(r, s), Mixed(x, v)
		}
		if t, ok := x.(*Text); ok && t.unicode {
			if TypeName(v) == "bytearray" {
				return false, TypeError.Errorf("decoding bytearray is not supported")
			}
			return false, TypeError.Errorf("coercing to Unicode: need string or buffer, %s found", TypeName(v))
		}
		return false, TypeError.Errorf("'in <string>' requires string as left operand, not %s", TypeName(v))
	case starlark.Bytes:
		return bytesContain(d, string(x), v)
	case *Dict:
		e, err := x.Lookup(v)
		return e != nil, err
	case starlark.Tuple: // its Has knows only Starlark's equality
	case Container:
		return x.Has(v)
	case BytesLike:
		if x.Type() != "memoryview" {
			return bytesContain(d, string(x.Bytes()), v)
		}
	}
	if elems, ok := x.(starlark.Tuple); ok {
		for _, e := range elems {
			if same, err := isElement(d, e, v); same || err != nil {
				return same, err
			}
		}
		return false, nil
	}
	elems, err := Iterable(x)
	if err != nil {
		return false, TypeError.Errorf("argument of type '%s' is not iterable", TypeName(x))
	}
	it := elems.Iterate()
	defer it.Done()
	return among(d, it, v)
}

// among looks for v among what an iterator gives.
func among(d syntax.Dialect, it starlark.Iterator, v starlark.Value) (bool, error) {
	var e starlark.Value
	for it.Next(&e) {
		if same, err := isElement(d, e, v); same || err != nil {
			return same, err
		}
	}
	if f, ok := it.(failing); ok {
		return false, f.Err()
	}
	return false, nil
}

// isElement reports whether e is what is looked for, of which Python 2 asks that first
// which is looked for.
func isElement(d syntax.Dialect, e, v starlark.Value) (bool, error) {
	switch {
	case Identical(e, v):
		return true, nil
	case d == syntax.Python2:
		return Equal(v, e)
	}
	return Equal(e, v)
}

func bytesContain(d syntax.Dialect, b string, v starlark.Value) (bool, error) {
	if s, ok := Unwrap(v).(starlark.String); ok && d == syntax.Python2 {
		return strings.Contains(b, string(s)), nil
	}
	if s, ok := AsBytes(v); ok {
		return strings.Contains(b, string(s)), nil
	}
	if n, ok, err := AsIndex(v); ok && err == nil { // any error is forgotten
		i, ok := n.Int64()
		if !ok && d == syntax.Python2 {
			return false, notBuffer(v)
		}
		if !ok || i < 0 || i > 255 {
			return false, ValueError.Errorf("byte must be in range(0, 256)")
		}
		return strings.IndexByte(b, byte(i)) >= 0, nil
	}
	return false, notBuffer(v)
}

// notBuffer is the error of what a bytes or bytearray is asked for and can't contain.
func notBuffer(v starlark.Value) error {
	return TypeError.By(
		sprintf("Type %s doesn't support the buffer API", TypeName(v)),
		sprintf("a bytes-like object is required, not '%s'", TypeName(v)))
}
