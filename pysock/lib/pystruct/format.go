package pystruct

import (
	"encoding/binary"
	"math"

	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
)

// A layout is a format that has been read.
type layout struct {
	format string
	order  binary.ByteOrder
	native bool // with the machine's sizes and alignment
	size   int  // bytes
	values int  // how many values are packed
	fields []field
}

// A field is a run of values of one type. Of s and p, the size is that of the
// one string.
type field struct {
	builtins.Scalar
	offset, count int
}

// standardSizes are the sizes of the types that differ from the native ones; 0
// where the type is native alone.
var standardSizes = map[byte]int{'l': 4, 'L': 4, 'n': 0, 'N': 0, 'P': 0}

// compile reads a format. It raises struct.error.
func compile(d syntax.Dialect, format string) (*layout, error) {
	l := &layout{format: format, order: binary.NativeEndian, native: true}
	rest := format
	if rest != "" {
		switch rest[0] {
		case '<':
			l.order, l.native = binary.LittleEndian, false
		case '>', '!':
			l.order, l.native = binary.BigEndian, false
		case '=':
			l.native = false
		case '@':
		default:
			rest = " " + rest
		}
		rest = rest[1:]
	}
	tooLong := structError.Errorf("total struct size too long")
	for i := 0; i < len(rest); i++ {
		c := rest[i]
		if c == ' ' || c >= '\t' && c <= '\r' {
			continue
		}
		count := 1
		if c >= '0' && c <= '9' {
			count = 0
			for ; i < len(rest) && rest[i] >= '0' && rest[i] <= '9'; i++ {
				if count > (math.MaxInt-9)/10 {
					return nil, tooLong
				}
				count = count*10 + int(rest[i]-'0')
			}
			if i == len(rest) {
				if d == syntax.Python2 {
					break
				}
				return nil, structError.Errorf("repeat count given without format specifier")
			}
			c = rest[i]
		}
		f, align, ok := l.scalar(d, c)
		if c == 0 && d != syntax.Python2 {
			return nil, structError.Errorf("embedded null character")
		}
		if !ok {
			return nil, structError.Errorf("bad char in struct format")
		}
		if l.native && align > 1 {
			pad := -l.size & (align - 1)
			if l.size > math.MaxInt-pad {
				return nil, tooLong
			}
			l.size += pad
		}
		if count > (math.MaxInt-l.size)/f.Size {
			return nil, tooLong
		}
		f.offset, f.count = l.size, count
		l.size += count * f.Size
		switch c {
		case 'x':
			continue
		case 's', 'p':
			f.Size, f.count = count, 1
			l.values++
		default:
			l.values += count
		}
		if f.count > 0 {
			l.fields = append(l.fields, f)
		}
	}
	return l, nil
}

// scalar returns the type that a letter stands for, and its alignment.
func (l *layout) scalar(d syntax.Dialect, c byte) (f field, align int, ok bool) {
	switch c {
	case 'x', 's', 'p':
		return field{Scalar: builtins.Scalar{Code: c, Size: 1, Kind: builtins.Char}}, 1, true
	case 'e', 'n', 'N':
		if d == syntax.Python2 {
			return f, 0, false
		}
	}
	f.Scalar, ok = builtins.NativeScalar(c)
	if size, differs := standardSizes[c]; differs && !l.native && ok {
		f.Size = size
		ok = size > 0
	}
	return f, f.Size, ok
}

var structError = object.NewKind("struct", "error", object.Exc, object.Exc)
