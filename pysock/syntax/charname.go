package syntax

import (
	"strconv"
	"strings"
	"unicode"
)

// runeByName returns the character that \N{name} stands for. The standard
// library has no table of names; known here are those that follow from a rule
// and some of the commonest. Options.CharName can know more.
func (p *parser) runeByName(name string) (rune, bool) {
	name = strings.ToUpper(name)
	if r, ok := charNames[name]; ok {
		return r, true
	}
	if hex, ok := strings.CutPrefix(name, "CJK UNIFIED IDEOGRAPH-"); ok {
		n, err := strconv.ParseUint(hex, 16, 21)
		return rune(n), err == nil && unicode.Is(unicode.Unified_Ideograph, rune(n))
	}
	for _, l := range letterNames {
		rest, ok := strings.CutPrefix(name, l.prefix)
		if !ok {
			continue
		}
		if r, ok := l.letter(rest); ok {
			return r, true
		}
	}
	if p.charName != nil {
		return p.charName(name)
	}
	return 0, false
}

// A letterName is an alphabet whose letters have regular names.
type letterName struct {
	prefix string
	first  rune
	names  []string // of the letters from first on; nil: A to Z
}

var greek = strings.Fields("ALPHA BETA GAMMA DELTA EPSILON ZETA ETA THETA IOTA KAPPA LAMDA MU NU XI OMICRON PI RHO " +
	"FINAL-SIGMA SIGMA TAU UPSILON PHI CHI PSI OMEGA")

var digits = strings.Fields("ZERO ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE")

var letterNames = []letterName{
	{"LATIN SMALL LETTER ", 'a', nil},
	{"LATIN CAPITAL LETTER ", 'A', nil},
	{"GREEK SMALL LETTER ", 'α', greek},
	{"GREEK CAPITAL LETTER ", 'Α', greek},
	{"DIGIT ", '0', digits},
	{"SUPERSCRIPT ", '⁰', digits},
	{"SUBSCRIPT ", '₀', digits},
	{"FULLWIDTH LATIN SMALL LETTER ", 'ａ', nil},
	{"FULLWIDTH LATIN CAPITAL LETTER ", 'Ａ', nil},
}

func (l *letterName) letter(name string) (rune, bool) {
	if l.names == nil {
		if len(name) == 1 && 'A' <= name[0] && name[0] <= 'Z' {
			return l.first + rune(name[0]-'A'), true
		}
		return 0, false
	}
	for i, n := range l.names {
		if n != name {
			continue
		}
		if l.first == '⁰' && 1 <= i && i <= 3 {
			return [...]rune{0, '¹', '²', '³'}[i], true
		}
		return l.first + rune(i), true
	}
	return 0, false
}

var charNames = map[string]rune{
	"NULL": 0, "BEL": 7, "BACKSPACE": 8, "CHARACTER TABULATION": '\t', "LINE FEED": '\n',
	"CARRIAGE RETURN": '\r', "ESCAPE": 0x1b, "DELETE": 0x7f,
	"SPACE": ' ', "EXCLAMATION MARK": '!', "QUOTATION MARK": '"', "NUMBER SIGN": '#', "DOLLAR SIGN": '$',
	"PERCENT SIGN": '%', "AMPERSAND": '&', "APOSTROPHE": '\'', "LEFT PARENTHESIS": '(', "RIGHT PARENTHESIS": ')',
	"ASTERISK": '*', "PLUS SIGN": '+', "COMMA": ',', "HYPHEN-MINUS": '-', "FULL STOP": '.', "SOLIDUS": '/',
	"COLON": ':', "SEMICOLON": ';', "LESS-THAN SIGN": '<', "EQUALS SIGN": '=', "GREATER-THAN SIGN": '>',
	"QUESTION MARK": '?', "COMMERCIAL AT": '@', "LEFT SQUARE BRACKET": '[', "REVERSE SOLIDUS": '\\',
	"RIGHT SQUARE BRACKET": ']', "CIRCUMFLEX ACCENT": '^', "LOW LINE": '_', "GRAVE ACCENT": '`',
	"LEFT CURLY BRACKET": '{', "VERTICAL LINE": '|', "RIGHT CURLY BRACKET": '}', "TILDE": '~',
	"NO-BREAK SPACE": 0xa0, "CENT SIGN": '¢', "POUND SIGN": '£', "YEN SIGN": '¥', "SECTION SIGN": '§',
	"COPYRIGHT SIGN": '©', "REGISTERED SIGN": '®', "DEGREE SIGN": '°', "PLUS-MINUS SIGN": '±', "MICRO SIGN": 'µ',
	"PILCROW SIGN": '¶', "MIDDLE DOT": '·', "LEFT-POINTING DOUBLE ANGLE QUOTATION MARK": '«',
	"RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK": '»', "MULTIPLICATION SIGN": '×', "DIVISION SIGN": '÷',
	"LATIN SMALL LETTER SHARP S": 'ß', "LATIN SMALL LETTER AE": 'æ', "LATIN CAPITAL LETTER AE": 'Æ',
	"LATIN SMALL LETTER O WITH STROKE": 'ø', "LATIN SMALL LETTER DOTLESS I": 'ı',
	"LATIN CAPITAL LETTER I WITH DOT ABOVE": 'İ', "LATIN SMALL LETTER LONG S": 'ſ',
	"GREEK SMALL LETTER FINAL SIGMA": 'ς', "OHM SIGN": 'Ω', "KELVIN SIGN": 'K', "ANGSTROM SIGN": 'Å',
	"EN QUAD": 0x2000, "EM QUAD": 0x2001, "EN SPACE": 0x2002, "EM SPACE": 0x2003, "THREE-PER-EM SPACE": 0x2004,
	"FOUR-PER-EM SPACE": 0x2005, "SIX-PER-EM SPACE": 0x2006, "FIGURE SPACE": 0x2007, "PUNCTUATION SPACE": 0x2008,
	"THIN SPACE": 0x2009, "HAIR SPACE": 0x200a, "NARROW NO-BREAK SPACE": 0x202f, "IDEOGRAPHIC SPACE": 0x3000,
	"ZERO WIDTH SPACE": 0x200b, "ZERO WIDTH NON-JOINER": 0x200c, "ZERO WIDTH JOINER": 0x200d,
	"EN DASH": '–', "EM DASH": '—', "LEFT SINGLE QUOTATION MARK": '‘', "RIGHT SINGLE QUOTATION MARK": '’',
	"LEFT DOUBLE QUOTATION MARK": '“', "RIGHT DOUBLE QUOTATION MARK": '”', "BULLET": '•',
	"HORIZONTAL ELLIPSIS": '…', "EURO SIGN": '€', "TRADE MARK SIGN": '™', "LINE SEPARATOR": 0x2028,
	"PARAGRAPH SEPARATOR": 0x2029, "LEFTWARDS ARROW": '←', "UPWARDS ARROW": '↑', "RIGHTWARDS ARROW": '→',
	"DOWNWARDS ARROW": '↓', "INFINITY": '∞', "CHECK MARK": '✓', "BALLOT X": '✗', "SNOWMAN": '☃',
	"BLACK HEART SUIT": '♥', "WHITE SMILING FACE": '☺', "PILE OF POO": '💩', "SNAKE": '🐍', "GRINNING FACE": '😀',
	"FULLWIDTH DIGIT ZERO": '０', "COMBINING GRAVE ACCENT": 0x300, "COMBINING ACUTE ACCENT": 0x301,
	"COMBINING DIAERESIS": 0x308, "BYTE ORDER MARK": 0xfeff, "ZERO WIDTH NO-BREAK SPACE": 0xfeff,
	"REPLACEMENT CHARACTER": 0xfffd,
}
