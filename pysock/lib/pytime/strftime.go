package pytime

import (
	"strconv"
	"strings"
)

// A directive is what follows % in a format of strftime(3): a number, a text,
// another format, or a function of its own.
type directive struct {
	number func(f *formatter) int
	digits int  // at least that many
	blanks bool // filled up with blanks, not zeros, unless a flag says otherwise

	text   func(f *formatter) string
	swap   func(string) string // what the flag # does
	format string
	own    func(f *formatter, s spec)

	not string // the modifiers that it doesn't take
}

// directives are those of glibc, in the C locale.
var directives map[byte]directive

func init() { // an init, because %c refers to the table
	number := func(digits int, not string, get func(f *formatter) int) directive {
		return directive{number: get, digits: digits, not: not}
	}
	padded := func(get func(f *formatter) int) directive {
		return directive{number: get, digits: 2, blanks: true, not: "E"}
	}
	text := func(not string, swap func(string) string, get func(f *formatter) string) directive {
		return directive{text: get, swap: swap, not: not}
	}
	constant := func(s, not string) directive {
		return text(not, nil, func(*formatter) string { return s })
	}
	upper, lower := strings.ToUpper, strings.ToLower

	year := func(f *formatter) int { return f.t.year }
	hour := func(f *formatter) int { return f.t.hour }
	hour12 := func(f *formatter) int { return (f.t.hour+11)%12 + 1 }
	month := text("E", upper, func(f *formatter) string { return months[f.t.mon-1][:3] })
	ampm := func(f *formatter) string {
		if f.t.hour < 12 {
			return "AM"
		}
		return "PM"
	}

	directives = map[byte]directive{
		'%': constant("%", "EO"),
		'n': constant("\n", ""),
		't': constant("\t", ""),

		'a': text("EO", upper, func(f *formatter) string { return weekdays[f.t.wday][:3] }),
		'A': text("EO", upper, func(f *formatter) string { return weekdays[f.t.wday] }),
		'b': month,
		'B': text("E", upper, func(f *formatter) string { return months[f.t.mon-1] }),
		'h': month,
		'p': text("", lower, ampm),
		'P': {own: func(f *formatter, s spec) { s.upper = false; f.put(lower(ampm(f)), s) }},
		'Z': text("", lower, (*formatter).zoneName),

		'c': {format: "%a %b %e %H:%M:%S %Y", not: "O"},
		'D': {format: "%m/%d/%y", not: "EO"},
		'F': {format: "%Y-%m-%d", not: "EO"},
		'r': {format: "%I:%M:%S %p"},
		'R': {format: "%H:%M"},
		'T': {format: "%H:%M:%S"},
		'x': {format: "%m/%d/%y", not: "O"},
		'X': {format: "%H:%M:%S", not: "O"},

		'C': number(1, "", func(f *formatter) int { return (f.t.year - mod(f.t.year, 100)) / 100 }),
		'd': number(2, "E", func(f *formatter) int { return f.t.mday }),
		'e': padded(func(f *formatter) int { return f.t.mday }),
		'g': number(2, "E", func(f *formatter) int { y, _ := f.isoWeek(); return mod(y, 100) }),
		'G': number(1, "E", func(f *formatter) int { y, _ := f.isoWeek(); return y }),
		'H': number(2, "E", hour),
		'I': number(2, "E", hour12),
		'j': number(3, "E", func(f *formatter) int { return f.t.yday }),
		'k': padded(hour),
		'l': padded(hour12),
		'm': number(2, "E", func(f *formatter) int { return f.t.mon }),
		'M': number(2, "E", func(f *formatter) int { return f.t.min }),
		'S': number(2, "E", func(f *formatter) int { return f.t.sec }),
		'u': number(1, "", func(f *formatter) int { return f.t.wday + 1 }),
		'U': number(2, "E", func(f *formatter) int { return (f.t.yday - 1 - (f.t.wday+1)%7 + 7) / 7 }),
		'V': number(2, "E", func(f *formatter) int { _, w := f.isoWeek(); return w }),
		'w': number(1, "E", func(f *formatter) int { return (f.t.wday + 1) % 7 }),
		'W': number(2, "E", func(f *formatter) int { return (f.t.yday - 1 - f.t.wday + 7) / 7 }),
		'y': number(2, "", func(f *formatter) int { return mod(f.t.year, 100) }),
		'Y': number(1, "O", year),

		's': {own: (*formatter).seconds},
		'z': {own: (*formatter).offset},
	}
}

// A spec is what may stand between % and the directive.
type spec struct {
	pad      byte // '_', '-', '0', or 0
	upper    bool // flag ^
	swap     bool // flag #
	width    int
	modifier string // "E", "O" or ""
}

// A formatter is one call of strftime.
type formatter struct {
	t    *tm
	z    *zone
	out  []byte
	most int // the output must stay shorter
	full bool
}

// strftime formats t, which fix has checked; z names zones that t doesn't. It
// returns "" if there would be most bytes or more, as strftime(3) does for a
// buffer of that size.
func strftime(format string, t *tm, z *zone, most int) string {
	f := &formatter{t: t, z: z, most: most}
	f.expand(format)
	if f.full {
		return ""
	}
	return string(f.out)
}

func (f *formatter) expand(format string) {
	for i := 0; i < len(format) && !f.full; {
		next := strings.IndexByte(format[i:], '%')
		if next < 0 {
			next = len(format) - i
		}
		f.write(format[i : i+next])
		if i += next; i < len(format) {
			i += f.directive(format[i:])
		}
	}
}

// directive writes the directive that format begins with, and returns its length.
func (f *formatter) directive(format string) int {
	var s spec
	i := 1
	at := func() byte {
		if i < len(format) {
			return format[i]
		}
		return 0
	}
flags:
	for ; ; i++ {
		switch c := at(); c {
		case '_', '-', '0':
			s.pad = c
		case '^':
			s.upper = true
		case '#':
			s.swap = true
		default:
			break flags
		}
	}
	for ; '0' <= at() && at() <= '9'; i++ {
		s.width = min(10*s.width+int(at()-'0'), f.most)
	}
	if at() == 'E' || at() == 'O' {
		s.modifier = format[i : i+1]
		i++
	}
	d, ok := directives[at()]
	end := min(i+1, len(format))
	switch {
	case at() == '%' && s.modifier != "":
		f.put("%", s)
	case !ok || s.modifier != "" && strings.Contains(d.not, s.modifier):
		f.put(format[:end], s)
	case d.own != nil:
		d.own(f, s)
	case d.number != nil:
		f.number(d.number(f), max(d.digits, s.width), d.blanks, s)
	case d.text != nil:
		text := d.text(f)
		if s.swap && d.swap != nil {
			text, s.upper = d.swap(text), false
		}
		f.put(text, s)
	default:
		sub := &formatter{t: f.t, z: f.z, most: f.most}
		sub.expand(d.format)
		f.put(string(sub.out), s)
	}
	return end
}

// put writes text, filled up on the left to the width.
func (f *formatter) put(text string, s spec) {
	fill := byte(' ')
	if s.pad == '0' {
		fill = '0'
	}
	f.fill(s.width-len(text), fill)
	if s.upper {
		text = strings.ToUpper(text)
	}
	f.write(text)
}

// number writes a number with at least so many digits, by the flag or by the
// directive's own habit.
func (f *formatter) number(n, digits int, blanks bool, s spec) {
	text := strconv.Itoa(n)
	if blanks && s.pad == 0 {
		s.pad = '_'
	}
	if s.pad != '-' && s.pad != '_' {
		if n < 0 {
			f.write("-")
			text, digits = text[1:], digits-1
		}
		f.fill(digits-len(text), '0')
		f.write(text)
		return
	}
	if s.pad == '_' {
		s.width = digits
	}
	f.put(text, s)
}

// seconds is %s: the seconds since the Epoch.
func (f *formatter) seconds(s spec) {
	sec, ok := f.z.mktime(f.t)
	if !ok {
		sec = -1
	}
	f.put(strconv.FormatInt(sec, 10), s)
}

// offset is %z: +hhmm or -hhmm, and nothing where daylight time isn't known.
func (f *formatter) offset(s spec) {
	if f.t.isdst < 0 {
		return
	}
	sign, off := "+", f.t.off
	if off < 0 {
		sign, off = "-", -off
	}
	f.put(sign, s)
	f.number(off/3600*100+off/60%60, max(4, s.width), false, s)
}

func (f *formatter) zoneName() string {
	if f.t.zone == "" && f.t.isdst >= 0 {
		return f.z.names()[f.t.isdst]
	}
	return f.t.zone
}

// isoWeek returns the week by ISO 8601 and the year it belongs to: the one that
// its Thursday is in.
func (f *formatter) isoWeek() (year, week int) {
	year = f.t.year
	thursday := f.t.yday - f.t.wday + 3
	if thursday < 1 {
		year--
		thursday += daysOf(year)
	} else if days := daysOf(year); thursday > days {
		year++
		thursday -= days
	}
	return year, (thursday-1)/7 + 1
}

func (f *formatter) fill(n int, c byte) {
	if n > 0 {
		f.write(strings.Repeat(string(c), n))
	}
}

func (f *formatter) write(s string) {
	if len(f.out)+len(s) >= f.most {
		f.full = true
		return
	}
	f.out = append(f.out, s...)
}

// mod is Python's %: not negative.
func mod(a, b int) int { return (a%b + b) % b }
