package builtins

import (
	"errors"
	"math"
	"math/big"
	"strings"

	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
	"go.starlark.net/starlark"
	starsyntax "go.starlark.net/syntax"
)

// The binary operators that lowering calls by name because Starlark lacks
// them, or does them in another way than Python: / // % ** << >> @.

// arithmetic are the operators by the name that lowering gives them.
var arithmetic = map[string]struct {
	sign string
	f    func(t *object.Thread, x, y starlark.Value) (starlark.Value, error)
}{
	"div":      {"/", div},
	"truediv":  {"/", trueDiv},
	"floordiv": {"//", FloorDiv},
	"mod":      {"%", Mod},
	"pow":      {"** or pow()", Pow},
	"lshift":   {"<<", lshift},
	"rshift":   {">>", rshift},
	"matmul":   {"@", matMul},
}

// tokens are the operators that are Starlark's too.
var tokens = map[string]starsyntax.Token{
	"add": starsyntax.PLUS, "sub": starsyntax.MINUS, "mul": starsyntax.STAR,
	"and": starsyntax.AMP, "or": starsyntax.PIPE, "xor": starsyntax.CIRCUMFLEX,
}

// operate is x op y for the name of an operator's special method.
func operate(t *object.Thread, op string, x, y starlark.Value) (starlark.Value, error) {
	if op == "divmod" {
		return DivMod(t, x, y)
	}
	if tok, ok := tokens[op]; ok {
		return fit(t, tok, x, y)
	}
	return arithmetic[op].f(t, x, y)
}

// fit is x op y by Starlark's operator; see object.Long.
func fit(t *object.Thread, op starsyntax.Token, x, y starlark.Value) (starlark.Value, error) {
	v, err := starlark.Binary(op, x, y)
	return fitted(t.RT.Dialect, v, err)
}

// fitted is a result of Starlark's, as dialect d has it.
func fitted(d syntax.Dialect, v starlark.Value, err error) (starlark.Value, error) {
	if n, ok := v.(starlark.Int); ok && err == nil {
		return object.Fit(d, n), nil
	}
	return v, err
}

// div is Python 2's x / y: of integers, the floor of the quotient.
func div(t *object.Thread, x, y starlark.Value) (starlark.Value, error) {
	return numeric(t, "div", "/", x, y,
		func(a, b starlark.Int) (starlark.Value, error) { return floorInts(t, x, y, a, b) }, floatDiv)
}

// trueDiv is x / y.
func trueDiv(t *object.Thread, x, y starlark.Value) (starlark.Value, error) {
	return numeric(t, "truediv", "/", x, y, intTrueDiv, floatDiv)
}

// intTrueDiv is correctly rounded for integers of any size.
func intTrueDiv(x, y starlark.Int) (starlark.Value, error) {
	if y.Sign() == 0 {
		return nil, object.ZeroDivisionError.Errorf("division by zero")
	}
	if a, b, ok := small(x, y); ok && a>>53 == a>>63 && b>>53 == b>>63 {
		return starlark.Float(float64(a) / float64(b)), nil
	}
	if x.Sign() == 0 && y.Sign() < 0 {
		return starlark.Float(math.Copysign(0, -1)), nil
	}
	f, _ := new(big.Rat).SetFrac(x.BigInt(), y.BigInt()).Float64()
	if math.IsInf(f, 0) {
		return nil, object.OverflowError.By("long/long too large for a float", "integer division result too large for a float")
	}
	return starlark.Float(f), nil
}

func floatDiv(x, y float64) (starlark.Value, error) {
	if y == 0 {
		return nil, object.ZeroDivisionError.Errorf("float division by zero")
	}
	return starlark.Float(x / y), nil
}

// small returns both as int64, if they are.
func small(x, y starlark.Int) (a, b int64, ok bool) {
	a, ok1 := x.Int64()
	b, ok2 := y.Int64()
	return a, b, ok1 && ok2
}

// maxShift bounds the bits of an integer that << may make: 1 GB.
const maxShift = 1 << 33

// lshift is x << y; it raises ValueError for a negative count, MemoryError for
// a result beyond bounds.
func lshift(t *object.Thread, x, y starlark.Value) (starlark.Value, error) {
	return numeric(t, "lshift", "<<", x, y, func(a, b starlark.Int) (starlark.Value, error) {
		n, err := shiftCount(t, b)
		switch {
		case err != nil:
			return nil, err
		case a.Sign() == 0:
			return a, nil
		case n < 0:
			return nil, object.OverflowError.Errorf("too many digits in integer")
		case n > maxShift || int64(a.BigInt().BitLen())+n > maxShift:
			return nil, object.MemoryError.New()
		}
		return a.Lsh(uint(n)), nil
	}, nil)
}

// rshift is x >> y; it raises ValueError for a negative count.
func rshift(t *object.Thread, x, y starlark.Value) (starlark.Value, error) {
	return numeric(t, "rshift", ">>", x, y, func(a, b starlark.Int) (starlark.Value, error) {
		n, err := shiftCount(t, b)
		if err != nil {
			return nil, err
		}
		if n < 0 || n > maxShift {
			n = maxShift
		}
		return a.Rsh(uint(n)), nil
	}, nil)
}

// shiftCount returns a count that isn't negative; -1 stands for one beyond all
// bounds, which Python 2 refuses.
func shiftCount(t *object.Thread, y starlark.Int) (int64, error) {
	if y.Sign() < 0 {
		return 0, object.ValueError.Errorf("negative shift count")
	}
	n, ok := y.Int64()
	if !ok {
		if py2(t) {
			return 0, object.OverflowError.Errorf("long int too large to convert to int")
		}
		return -1, nil
	}
	return n, nil
}

// matMul is x @ y, which no built-in type has.
func matMul(t *object.Thread, x, y starlark.Value) (starlark.Value, error) {
	if r, found, err := hooked(t, "matmul", "@", x, y); found || err != nil {
		return r, err
	}
	if r, err := own(t, "matmul", x, y); r != nil || err != nil {
		return r, err
	}
	return nil, unsupported(t, "@", x, y)
}

// inplace are the augmented assignments. A list grows, a set or dict changes in
// place; for all others they are the plain operators.
var inplace = map[string]starsyntax.Token{
	"iadd": starsyntax.PLUS, "isub": starsyntax.MINUS, "imul": starsyntax.STAR,
	"iand": starsyntax.AMP, "ior": starsyntax.PIPE, "ixor": starsyntax.CIRCUMFLEX,
}

// onlyRepeats reports whether all that x * y can be is the sequence y, repeated:
// for x *= y that isn't tried if a class of a script's is x's.
func onlyRepeats(x, y starlark.Value) bool {
	in, ok := x.(*object.Instance)
	if !ok || isSequence(object.Unwrap(x)) || !isSequence(object.Unwrap(y)) {
		return false
	}
	for _, name := range []string{"__mul__", "__imul__", "__coerce__"} {
		if in.Special(name) != nil {
			return false
		}
	}
	y2, ok := y.(*object.Instance)
	return !ok || y2.Special("__rmul__") == nil
}

func isSequence(v starlark.Value) bool {
	switch v.(type) {
	case starlark.String, starlark.Bytes, *object.Text, *object.List, starlark.Tuple, *Bytearray:
		return true
	}
	return false
}

// augment is x op= y for the operators of inplace.
func augment(t *object.Thread, tok starsyntax.Token, x, y starlark.Value) (starlark.Value, error) {
	if x, ok := x.(starlark.Int); ok {
		if y, ok := y.(starlark.Int); ok {
			switch tok {
			case starsyntax.PLUS:
				return object.Fit(t.RT.Dialect, x.Add(y)), nil
			case starsyntax.MINUS:
				return object.Fit(t.RT.Dialect, x.Sub(y)), nil
			}
		}
	}
	if name := map[starsyntax.Token]string{starsyntax.PLUS: "add", starsyntax.STAR: "mul"}[tok]; name != "" && extends(x) {
		if z, found, err := hooked(t, name, tok.String()+"=", x, y); found || err != nil {
			return z, err
		}
		if _, special := y.(object.Special); special && tok == starsyntax.STAR {
			n, ok, err := object.AsIndex(y)
			if err == nil && !ok {
				err = object.TypeError.Errorf("can't multiply sequence by non-int of type '%s'", object.TypeName(y))
			}
			if err != nil {
				return nil, err
			}
			y = n
		}
	}
	z, err := change(t, tok, x, y)
	if base := object.Unwrap(x); z == nil && err == nil && !object.Identical(base, x) { // of a class that derives from one
		if z, err = change(t, tok, base, y); z != nil && object.Identical(z, base) {
			z = x
		}
	}
	if z != nil || errors.As(err, new(*object.Raised)) {
		return z, err
	}
	if tok == starsyntax.STAR && onlyRepeats(x, y) {
		return nil, unsupported(t, "*=", x, y)
	}
	if _, special := y.(object.Special); special && tok == starsyntax.PLUS && extends(x) { // y's class has been asked
		return nil, object.TypeError.Errorf("can't concat %s to %s", object.TypeName(y), object.TypeName(x))
	}
	z, err = fit(t, tok, x, y)
	if err != nil && errors.As(err, new(*object.Raised)) {
		return nil, err
	} else if err != nil {
		sign := " " + tok.String()
		return nil, errors.New(strings.Replace(err.Error(), sign+" ", sign+"= ", 1))
	}
	return z, nil
}

// change is x op= y for values that change in place; nil, nil for others.
func change(t *object.Thread, tok starsyntax.Token, x, y starlark.Value) (starlark.Value, error) {
	switch x := x.(type) {
	case *object.List:
		switch tok {
		case starsyntax.PLUS:
			elems, err := elements(t, y)
			x.Elems = append(x.Elems, elems...)
			return x, err
		case starsyntax.STAR:
			z, err := starlark.Binary(tok, x, y)
			if err != nil {
				return nil, err
			}
			if list, ok := z.(*object.List); ok {
				x.Elems = list.Elems
				return x, nil
			}
			return z, nil // by y's own __rmul__
		}
	case *object.Dict:
		if tok == starsyntax.PIPE && !py2(t) {
			return mergeInPlace(t, x, y)
		}
	case *object.Set:
		return x.Augment(tok, object.Unwrap(y))
	case object.InPlace:
		return x.Augment(tok, y)
	}
	return nil, nil
}

// extends reports whether += and *= of v are those of a sequence, before which a class
// of the other operand's is asked.
func extends(v starlark.Value) bool {
	switch v.(type) {
	case *object.List, *Bytearray:
		return true
	}
	return false
}
