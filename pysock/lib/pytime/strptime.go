package pytime

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// strptime reads a time by a format, as Python's own module _strptime does,
// which asks nothing of the C library: it turns the format into a regular
// expression, matches the beginning of the text with it, and puts the parts
// together. Here the format becomes a list of parts, each of which says which
// lengths of text it would take, best first; matching tries them in turn.

// A parser is what a parse depends on besides its text.
type parser struct {
	python2 bool
	bytes   bool        // a letter is a byte, and only ASCII has case
	zones   [2][]string // what %Z takes, lower case: standard time, daylight time
	unclear bool        // both have one name: then %Z tells nothing
}

// errNoMatch says that the text isn't of the format.
var errNoMatch = errors.New("does not match format")

// A duplicateError says that a format has a directive twice.
type duplicateError struct {
	letter        byte
	second, first int // the groups of the regular expression
}

func (e *duplicateError) Error() string {
	return fmt.Sprintf("redefinition of group name '%c' as group %d; was group %d", e.letter, e.second, e.first)
}

// A part is a piece of a compiled format.
type part struct {
	letter byte // of a directive, 0 for other text
	// take returns the lengths of the beginnings of s that fit, best first.
	take func(s string) []int
}

// A digits directive takes a number of so many digits; with fewer than all
// of them its least value may be another.
type digits struct {
	most    int
	lo, hi  int
	short   int  // least value with fewer digits
	exactly bool // no fewer
	blank   bool // a blank may stand for the first
}

// numbers are the numeric directives.
var numbers = map[byte]digits{
	'd': {most: 2, lo: 1, hi: 31, short: 1, blank: true},
	'f': {most: 6, lo: 0, hi: 999999},
	'G': {most: 4, lo: 0, hi: 9999, exactly: true},
	'H': {most: 2, lo: 0, hi: 23},
	'I': {most: 2, lo: 1, hi: 12, short: 1},
	'j': {most: 3, lo: 1, hi: 366, short: 1},
	'm': {most: 2, lo: 1, hi: 12, short: 1},
	'M': {most: 2, lo: 0, hi: 59},
	'S': {most: 2, lo: 0, hi: 61},
	'u': {most: 1, lo: 1, hi: 7},
	'U': {most: 2, lo: 0, hi: 53},
	'V': {most: 2, lo: 1, hi: 53, short: 0},
	'w': {most: 1, lo: 0, hi: 6},
	'W': {most: 2, lo: 0, hi: 53},
	'y': {most: 2, lo: 0, hi: 99, exactly: true},
	'Y': {most: 4, lo: 0, hi: 9999, exactly: true},
}

// since3 are the directives that Python 2 doesn't have.
const since3 = "GuVz"

// composed are the directives that stand for a format.
var composed = map[byte]string{
	'c': "%a %b %d %H:%M:%S %Y",
	'x': "%m/%d/%y",
	'X': "%H:%M:%S",
}

func (d digits) take(s string) []int {
	var lens []int
	for n := d.most; n > 0; n-- {
		lo := d.lo
		if n < d.most {
			if d.exactly {
				break
			}
			lo = d.short
		}
		if v, ok := decimal(s, n); ok && lo <= v && v <= d.hi {
			lens = append(lens, n)
		}
	}
	if v, ok := decimal(strings.TrimPrefix(s, " "), 1); d.blank && ok && v > 0 && s[0] == ' ' {
		lens = append(lens, 2)
	}
	return lens
}

// decimal returns the value of the first n bytes of s, if they are digits.
func decimal(s string, n int) (v int, ok bool) {
	if len(s) < n {
		return 0, false
	}
	for i := range n {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		v = 10*v + int(s[i]-'0')
	}
	return v, true
}

// oneOf takes one of some words, the longest first.
func (p *parser) oneOf(words []string) func(s string) []int {
	words = slices.Clone(words)
	slices.SortStableFunc(words, func(a, b string) int { return len(b) - len(a) })
	return func(s string) []int {
		var lens []int
		for _, w := range words {
			if n := p.hasPrefix(s, w); n >= 0 {
				lens = append(lens, n)
			}
		}
		return lens
	}
}

// hasPrefix returns the length of the beginning of s that is word but for
// case, or -1.
func (p *parser) hasPrefix(s, word string) int {
	at := 0
	for word != "" {
		a, n := p.letter(s[at:])
		b, m := p.letter(word)
		if n == 0 || a != b && p.fold(a) != p.fold(b) {
			return -1
		}
		at, word = at+n, word[m:]
	}
	return at
}

func (p *parser) letter(s string) (r rune, size int) {
	if p.bytes && s != "" {
		return rune(s[0]), 1
	}
	return utf8.DecodeRuneInString(s)
}

func (p *parser) fold(r rune) rune {
	if p.bytes && r >= utf8.RuneSelf {
		return r
	}
	return unicode.ToLower(unicode.ToUpper(r))
}

func (p *parser) space(r rune) bool {
	if p.bytes || r < utf8.RuneSelf {
		return r == ' ' || '\t' <= r && r <= '\r' || !p.bytes && 0x1c <= r && r <= 0x1f
	}
	return unicode.IsSpace(r)
}

// spaces returns the length of the white space that s begins with.
func (p *parser) spaces(s string) int {
	at := 0
	for {
		r, n := p.letter(s[at:])
		if n == 0 || !p.space(r) {
			return at
		}
		at += n
	}
}

// takeSpaces takes white space, the more the better.
func (p *parser) takeSpaces(s string) []int {
	var lens []int
	for at := p.spaces(s); at > 0; {
		lens = append(lens, at)
		_, n := utf8.DecodeLastRuneInString(s[:at])
		if p.bytes {
			n = 1
		}
		at -= n
	}
	return lens
}

// takeOffset takes what %z stands for: Z, or +hhmm with :, seconds and a
// fraction as one likes.
func takeOffset(s string) []int {
	if strings.HasPrefix(s, "Z") {
		return []int{1}
	}
	if s == "" || s[0] != '+' && s[0] != '-' {
		return nil
	}
	if _, ok := decimal(s[1:], 2); !ok {
		return nil
	}
	sixty := func(at int) int { // the end of a number below 60, after a : perhaps
		if at < len(s) && s[at] == ':' {
			at++
		}
		if v, ok := decimal(s[at:], 2); !ok || v > 59 {
			return -1
		}
		return at + 2
	}
	minutes := sixty(3)
	if minutes < 0 {
		return nil
	}
	lens := []int{minutes}
	if seconds := sixty(minutes); seconds >= 0 {
		lens = append(lens, seconds)
		if seconds < len(s) && s[seconds] == '.' {
			for n := 1; n <= 6; n++ {
				if _, ok := decimal(s[seconds+1:], n); ok {
					lens = append(lens, seconds+1+n)
				}
			}
		}
	}
	slices.Reverse(lens)
	return lens
}

// compile turns a format into parts.
func (p *parser) compile(format string) ([]part, error) {
	c := compiler{p: p, group: make(map[byte]int)}
	rest := format
	for rest != "" {
		if n := p.spaces(rest); n > 0 {
			c.parts = append(c.parts, part{0, p.takeSpaces})
			rest = rest[n:]
			continue
		}
		_, n := p.letter(rest)
		if rest[0] != '%' {
			c.parts = append(c.parts, part{0, p.oneOf([]string{rest[:n]})})
			rest = rest[n:]
			continue
		}
		r, n := p.letter(rest[1:])
		if n == 0 {
			return nil, formatError(fmt.Sprintf("stray %% in format '%s'", format))
		}
		name := rest[1 : 1+n]
		if !c.directive(name[0]) {
			if p.space(r) || strings.ContainsRune(`\.^$*+?(){}[]|`, r) {
				name = "%"
			}
			return nil, formatError(fmt.Sprintf("'%s' is a bad directive in format '%s'", name, format))
		}
		rest = rest[1+n:]
	}
	if c.twice != nil { // Python finds it later than the other faults
		return nil, c.twice
	}
	return c.parts, nil
}

// A compiler is one call of compile.
type compiler struct {
	p      *parser
	parts  []part
	group  map[byte]int // the number of each directive's group
	groups int          // how many there are
	twice  error
}

// directive adds a directive's parts; it returns false if there is none of
// that letter.
func (c *compiler) directive(letter byte) bool {
	if c.p.python2 && strings.IndexByte(since3, letter) >= 0 {
		return false
	}
	var take func(string) []int
	inner := 0 // groups within its group
	short := func(names []string) []string {
		var s []string
		for _, n := range names {
			s = append(s, n[:3])
		}
		return s
	}
	switch letter {
	case '%':
		c.parts = append(c.parts, part{0, c.p.oneOf([]string{"%"})})
		return true
	case 'c', 'x', 'X':
		parts, _ := c.p.compile(composed[letter])
		for _, q := range parts {
			c.add(q, 0)
		}
		return true
	case 'a':
		take = c.p.oneOf(short(weekdays[:]))
	case 'A':
		take = c.p.oneOf(weekdays[:])
	case 'b':
		take = c.p.oneOf(short(months[:]))
	case 'B':
		take = c.p.oneOf(months[:])
	case 'p':
		take = c.p.oneOf([]string{"am", "pm"})
	case 'Z':
		take = c.p.oneOf(append(slices.Clone(c.p.zones[0]), c.p.zones[1]...))
	case 'z':
		take, inner = takeOffset, 2
	default:
		d, ok := numbers[letter]
		if !ok {
			return false
		}
		take = d.take
	}
	c.add(part{letter, take}, inner)
	return true
}

func (c *compiler) add(q part, inner int) {
	if q.letter != 0 {
		if first := c.group[q.letter]; first != 0 && c.twice == nil {
			c.twice = &duplicateError{q.letter, c.groups + 1, first}
		}
		c.group[q.letter] = c.groups + 1
		c.groups += 1 + inner
	}
	c.parts = append(c.parts, q)
}

// match returns the length that each part takes of s, or false.
func match(parts []part, s string) ([]int, bool) {
	lens := make([]int, len(parts))
	var from func(i int, s string) bool
	from = func(i int, s string) bool {
		if i == len(parts) {
			return true
		}
		for _, n := range parts[i].take(s) {
			if lens[i] = n; from(i+1, s[n:]) {
				return true
			}
		}
		return false
	}
	return lens, from(0, s)
}

// A formatError is raised in place of an error that Python's own code comes upon first.
type formatError string

func (e formatError) Error() string { return string(e) }

// parse is strptime. The errors other than errNoMatch and duplicateError are
// the words of a ValueError.
func (p *parser) parse(text, format string) (tm, error) {
	parts, err := p.compile(format)
	if err != nil {
		return tm{}, err
	}
	lens, ok := match(parts, text)
	if !ok {
		return tm{}, errNoMatch
	}
	f := newFound()
	at := 0
	for i, q := range parts {
		if q.letter != 0 {
			f.text[q.letter] = text[at : at+lens[i]]
			f.order = append(f.order, q.letter)
		}
		at += lens[i]
	}
	if at < len(text) {
		return tm{}, fmt.Errorf("unconverted data remains: %s", text[at:])
	}
	return p.assemble(f)
}

// unset is a number that wasn't in the text.
const unset = math.MinInt

// found is what was found in the text.
type found struct {
	text  map[byte]string
	order []byte

	tm
	isoYear, isoWeek int
	week             int  // of the year, by %U or %W
	sunday           bool // by %U: weeks begin on Sunday
}

func newFound() *found {
	return &found{
		text:    make(map[byte]string),
		tm:      tm{year: unset, mon: 1, mday: 1, wday: unset, yday: unset, isdst: -1},
		isoYear: unset, isoWeek: unset, week: unset,
	}
}

// read sets the field of a directive.
func (p *parser) read(f *found, letter byte) error {
	s := f.text[letter]
	n, _ := decimal(strings.TrimLeft(s, " "), len(strings.TrimLeft(s, " ")))
	index := func(names []string) int {
		return slices.IndexFunc(names, func(name string) bool { return p.hasPrefix(name, s) >= 0 })
	}
	switch letter {
	case 'a', 'A':
		f.wday = index(weekdays[:])
	case 'b', 'B':
		f.mon = index(months[:]) + 1
	case 'd':
		f.mday = n
	case 'G':
		f.isoYear = n
	case 'H':
		f.hour = n
	case 'I':
		f.hour = n % 12
		if strings.EqualFold(f.text['p'], "pm") {
			f.hour += 12
		}
	case 'j':
		f.yday = n
	case 'm':
		f.mon = n
	case 'M':
		f.min = n
	case 'S':
		f.sec = n
	case 'u':
		f.wday = n - 1
	case 'U', 'W':
		f.week, f.sunday = n, letter == 'U'
	case 'V':
		f.isoWeek = n
	case 'w':
		f.wday = (n + 6) % 7
	case 'y':
		if f.year = 1900 + n; n <= 68 {
			f.year += 100
		}
	case 'Y':
		f.year = n
	case 'z':
		return f.readOffset(s)
	case 'Z':
		f.zone = s
		for i, names := range p.zones {
			lower := strings.ToLower(s)
			if slices.Contains(names, lower) {
				if !p.unclear || lower == "utc" || lower == "gmt" {
					f.isdst = i
				}
				break
			}
		}
	}
	return nil
}

// readOffset reads %z. A colon must stand everywhere or nowhere; Python
// complains of the two other cases in two ways.
func (f *found) readOffset(s string) error {
	f.located = true
	if s == "Z" {
		return nil
	}
	z := s
	if z[3] == ':' {
		z = z[:3] + z[4:]
		if len(z) > 5 {
			if z[5] != ':' {
				return fmt.Errorf("Inconsistent use of : in %s", s)
			}
			z = z[:5] + z[6:]
		}
	} else if len(z) > 5 && z[5] == ':' {
		return fmt.Errorf("invalid literal for int() with base 10: '%s'", z[5:7])
	}
	hours, _ := decimal(z[1:], 2)
	minutes, _ := decimal(z[3:], 2)
	seconds := 0
	if len(z) > 5 {
		seconds, _ = decimal(z[5:], 2)
	}
	if f.off = hours*3600 + minutes*60 + seconds; z[0] == '-' {
		f.off = -f.off
	}
	return nil
}

// assemble works out the fields that weren't in the text from those that were.
func (p *parser) assemble(f *found) (tm, error) {
	for _, letter := range f.order {
		if err := p.read(f, letter); err != nil {
			return tm{}, err
		}
	}
	if err := f.checkISO(); err != nil {
		return tm{}, err
	}
	leap := f.year == unset && f.mon == 2 && f.mday == 29
	if leap {
		f.year = 1904 // any leap year
	} else if f.year == unset {
		f.year = 1900
	}
	if f.yday == unset && f.wday != unset {
		switch {
		case f.week != unset:
			if err := p.checkYear(f.year); err != nil {
				return tm{}, err
			}
			f.fromWeek()
		case f.isoYear != unset && f.isoWeek != unset:
			if err := p.checkYear(f.isoYear); err != nil {
				return tm{}, err
			}
			f.year = f.isoYear
			first := date(f.year, 1, 4) // is in week 1
			f.yday = 4 - monday(first.Weekday()) + 7*(f.isoWeek-1) + f.wday
		}
		if f.yday != unset && f.yday <= 0 {
			f.year--
			f.yday += daysOf(f.year)
		}
	}
	if err := p.checkYear(f.year); err != nil {
		return tm{}, err
	}
	if f.yday == unset {
		day := date(f.year, f.mon, f.mday)
		if int(day.Month()) != f.mon {
			return tm{}, errors.New("day is out of range for month")
		}
		f.yday = day.YearDay()
	} else {
		var month time.Month
		f.year, month, f.mday = date(f.year, 1, f.yday).Date()
		f.mon = int(month)
		if err := p.checkYear(f.year); err != nil {
			return tm{}, err
		}
	}
	if f.wday == unset {
		f.wday = monday(date(f.year, f.mon, f.mday).Weekday())
	}
	if leap {
		f.year = 1900
	}
	return f.tm, nil
}

// fromWeek works out the day of the year from the week and the day of the week.
func (f *found) fromWeek() {
	first, day := monday(date(f.year, 1, 1).Weekday()), f.wday
	if f.sunday {
		first, day = (first+1)%7, (day+1)%7
	}
	f.yday = 1 + day - first + 7*f.week
	if first == 0 && f.week > 0 { // there is no week 0
		f.yday -= 7
	}
}

// checkISO refuses directives that don't go together.
func (f *found) checkISO() error {
	const weekday = "a weekday directive ('%A', '%a', '%w', or '%u')."
	switch {
	case f.year == unset && f.isoYear != unset:
		if f.isoWeek == unset || f.wday == unset {
			return errors.New("ISO year directive '%G' must be used with the ISO week directive '%V' and " + weekday)
		}
		if f.yday != unset {
			return errors.New("Day of the year directive '%j' is not compatible with ISO year directive '%G'. Use '%Y' instead.")
		}
	case f.week == unset && f.isoWeek != unset:
		if f.wday == unset {
			return errors.New("ISO week directive '%V' must be used with the ISO year directive '%G' and " + weekday)
		}
		return errors.New("ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' instead.")
	}
	return nil
}

func (p *parser) checkYear(year int) error {
	switch {
	case year >= 1 && year <= 9999:
		return nil
	case p.python2:
		return errors.New("year is out of range")
	}
	return fmt.Errorf("year %d is out of range", year)
}
