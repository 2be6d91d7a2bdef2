package builtins

import (
	"encoding/hex"
	"strings"
	"unicode/utf8"

	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// Methods that map characters, and what bytes have alone.
var translateText = map[string]strMethod{"translate": strTranslate}

var translateBytes = map[string]strMethod{"translate": bytesTranslate}

var bytesMethods3 = map[string]strMethod{
	"hex": bytesHex,
}

var affixMethods3 = map[string]strMethod{
	"removeprefix": remover("removeprefix", strings.TrimPrefix),
	"removesuffix": remover("removesuffix", strings.TrimSuffix),
}

// remover makes removeprefix and removesuffix.
func remover(name string, trim func(s, x string) string) strMethod {
	return func(t *object.Thread, k *flavour, s string, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if err := oneArg(k.name, name, args, kwargs); err != nil {
			return nil, err
		}
		x, ok, err := k.get(args[0])
		if !ok {
			if !k.text {
				return nil, k.wrong(args[0])
			}
			return nil, object.TypeError.Errorf("%s() argument must be str, not %s", name, object.ArgName(args[0]))
		}
		return k.wrap(trim(s, x)), err
	}
}

// strTranslate is text.translate(table): the table has an entry for a code
// point: another one, a text, or None; where it raises LookupError the
// character stays.
func strTranslate(t *object.Thread, k *flavour, s string, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := oneArg(k.name, "translate", args, kwargs); err != nil {
		return nil, err
	}
	table := args[0]
	var b []byte
	for s != "" {
		r, n := k.next(s)
		v, err := getItem(t, table, starlark.MakeInt(int(r)))
		switch {
		case err != nil && isKind(t, err, object.LookupError):
			b = append(b, s[:n]...)
		case err != nil:
			return nil, err
		case v == starlark.None:
		default:
			if x, ok := object.AsText(v); ok && (k == str3 || isUnicode(v)) {
				b = append(b, x...)
				break
			}
			c, ok := object.AsInt(v)
			if !ok {
				return nil, object.TypeError.By("character mapping must return integer, None or unicode",
					"character mapping must return integer, None or str")
			}
			i, ok := c.Int64()
			if !ok || i < 0 || i > 0x10ffff {
				if k.py2 {
					return nil, object.TypeError.Errorf("character mapping must be in range(0x110000)")
				}
				return nil, object.ValueError.Errorf("character mapping must be in range(0x110000)")
			}
			b = object.AppendRune(b, rune(i))
		}
		s = s[n:]
	}
	return k.wrap(string(b)), nil
}

func isUnicode(v starlark.Value) bool {
	text, ok := v.(*object.Text)
	return ok && text.IsUnicode()
}

// strMaketrans is str.maketrans(x[, y[, z]]) -> dict.
func strMaketrans(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if err := clinic("str", "maketrans", args, kwargs, 1, 3); err != nil {
		return nil, err
	}
	table := object.NewDict(0)
	if len(args) == 1 {
		d, ok := args[0].(*object.Dict)
		if !ok {
			return nil, object.TypeError.Errorf("if you give only one argument to maketrans it must be a dict")
		}
		for _, kv := range d.Items() {
			key := kv[0]
			if s, ok := object.AsText(key); ok {
				rs := object.Runes(s)
				if len(rs) != 1 {
					return nil, object.ValueError.Errorf("string keys in translate table must be of length 1")
				}
				key = starlark.MakeInt(int(rs[0]))
			} else if _, ok := object.AsInt(key); !ok {
				return nil, object.TypeError.Errorf("keys in translate table must be strings or integers")
			}
			if err := table.SetKey(key, kv[1]); err != nil {
				return nil, err
			}
		}
		return table, nil
	}
	var part [3][]rune
	for _, i := range []int{1, 2, 0} {
		if i >= len(args) {
			continue
		}
		a := args[i]
		s, ok := object.AsText(a)
		if !ok {
			if i == 0 {
				return nil, object.TypeError.Errorf("first maketrans argument must be a string if there is a second argument")
			}
			return nil, object.TypeError.Errorf("maketrans() argument %d must be str, not %s", i+1, object.ArgName(a))
		}
		part[i] = object.Runes(s)
	}
	if len(part[0]) != len(part[1]) {
		return nil, object.ValueError.Errorf("the first two maketrans arguments must have equal length")
	}
	for i, r := range part[0] {
		table.SetKey(starlark.MakeInt(int(r)), starlark.MakeInt(int(part[1][i])))
	}
	for _, r := range part[2] {
		table.SetKey(starlark.MakeInt(int(r)), starlark.None)
	}
	return table, nil
}

// bytesTranslate is translate(table[, delete]) with a table of 256 bytes or
// None.
func bytesTranslate(t *object.Thread, k *flavour, s string, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var tableArg, gone starlark.Value
	switch {
	case k == uni2: // a str, given a unicode
		if err := tupled(k.name, "translate", args, kwargs, 1, 2); err != nil {
			return nil, err
		}
		if len(args) > 1 {
			return nil, object.TypeError.Errorf("deletions are implemented differently for unicode")
		}
		return strTranslate(t, k, s, args, kwargs)
	case k.py2:
		if err := tupled(k.name, "translate", args, kwargs, 1, 2); err != nil {
			return nil, err
		}
		tableArg = args[0]
		if len(args) == 2 {
			gone = args[1]
		}
	default:
		if err := object.Keywords(t, "translate", args, kwargs, 1, "", &tableArg, "delete", &gone); err != nil {
			return nil, err
		}
	}
	table := ""
	if tableArg != starlark.None {
		var err error
		if table, err = k.arg(tableArg); err != nil {
			return nil, err
		}
		if len(table) != 256 {
			return nil, object.ValueError.Errorf("translation table must be 256 characters long")
		}
	}
	delete := ""
	if gone != nil {
		if isUnicode(object.Unwrap(gone)) && k == str2 {
			return nil, object.TypeError.Errorf("deletions are implemented differently for unicode")
		}
		var err error
		if delete, err = k.arg(gone); err != nil {
			return nil, err
		}
	}
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		switch {
		case strings.IndexByte(delete, s[i]) >= 0:
		case table == "":
			b = append(b, s[i])
		default:
			b = append(b, table[s[i]])
		}
	}
	return k.wrap(string(b)), nil
}

// bytesMaketrans is maketrans(frm, to) -> bytes of the type owner.
func bytesMaketrans(owner string) function {
	return func(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if err := clinic(owner, "maketrans", args, kwargs, 2, 2); err != nil {
			return nil, err
		}
		var part [2]string
		for i := range part {
			var err error
			if part[i], err = bytes3.arg(args[i]); err != nil {
				return nil, err
			}
		}
		if len(part[0]) != len(part[1]) {
			return nil, object.ValueError.Errorf("maketrans arguments must have same length")
		}
		table := make([]byte, 256)
		for i := range table {
			table[i] = byte(i)
		}
		for i := range part[0] {
			table[part[0][i]] = part[1][i]
		}
		return starlark.Bytes(table), nil
	}
}

// bytesHex is hex([sep[, bytes_per_sep]]) -> str; a positive number counts the
// groups from the right.
func bytesHex(t *object.Thread, k *flavour, s string, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	var sepArg starlark.Value
	group := 1
	if err := object.Keywords(t, "hex", args, kwargs, 0, "sep", &sepArg, "bytes_per_sep", cInt(&group)); err != nil {
		return nil, err
	}
	digits := hex.EncodeToString([]byte(s))
	if sepArg == nil {
		return starlark.String(digits), nil
	}
	sep, ok := object.AsText(sepArg)
	if b, isBytes := object.Unwrap(sepArg).(starlark.Bytes); isBytes {
		sep, ok = string(b), true
	}
	if n, err := Len(t, sepArg); err != nil {
		return nil, err
	} else if n != 1 {
		return nil, object.ValueError.Errorf("sep must be length 1.")
	}
	if !ok {
		return nil, object.TypeError.Errorf("sep must be str or bytes.")
	}
	if !object.IsASCII(sep) {
		return nil, object.ValueError.Errorf("sep must be ASCII.")
	}
	if group == 0 || s == "" {
		return starlark.String(digits), nil
	}
	var b strings.Builder
	n := len(s)
	for i := range n {
		if i > 0 {
			if group > 0 && (n-i)%group == 0 || group < 0 && i%-group == 0 {
				b.WriteString(sep)
			}
		}
		b.WriteString(digits[2*i : 2*i+2])
	}
	return starlark.String(b.String()), nil
}

// fromhex reads pairs of hexadecimal digits with white space between them.
func fromhex(t *object.Thread, owner string, args starlark.Tuple, kwargs []starlark.Tuple) ([]byte, error) {
	if err := exactlyOne(t, owner, "fromhex", args, kwargs); err != nil {
		return nil, err
	}
	s, ok := object.AsText(args[0])
	if text, isText := object.Unwrap(args[0]).(*object.Text); isText && py2(t) {
		if _, err := t.ImplicitEncode(text); err != nil {
			return nil, err
		}
	}
	if !ok {
		return nil, object.TypeError.By(
			sprintf("fromhex() argument 1 must be string or read-only buffer, not %s", object.ArgName(args[0])),
			sprintf("fromhex() argument must be str, not %s", object.ArgName(args[0])))
	}
	if i := strings.IndexFunc(s, func(r rune) bool { return r >= utf8.RuneSelf }); i >= 0 && !py2(t) {
		return nil, object.ValueError.Errorf("non-hexadecimal number found in fromhex() arg at position %d", i)
	}
	var out []byte
	for i := 0; i < len(s); {
		if bytes3.isSpace(rune(s[i])) {
			i++
			continue
		}
		for j := i; j < i+2; j++ {
			if j >= len(s) || digitValue(s[j]) >= 16 {
				if py2(t) {
					j = i
				}
				return nil, object.ValueError.Errorf("non-hexadecimal number found in fromhex() arg at position %d", j)
			}
		}
		out = append(out, byte(digitValue(s[i])<<4|digitValue(s[i+1])))
		i += 2
	}
	return out, nil
}
