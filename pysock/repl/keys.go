package repl

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// A key is what was pressed, or pasted.
type key struct {
	kind keyKind
	r    rune   // of keyRune, keyControl and keyMeta
	text string // of keyPaste
}

type keyKind uint8

const (
	keyUnknown keyKind = iota
	keyRune            // a character
	keyControl         // Ctrl and a letter, which r is in lower case
	keyMeta            // Alt and a character
	keyPaste           // text from the clipboard, as a whole
	keyEnter
	keyTab
	keyBackTab
	keyBackspace
	keyDelete
	keyUp
	keyDown
	keyLeft
	keyRight
	keyWordLeft
	keyWordRight
	keyHome
	keyEnd
	keyPageUp
	keyPageDown
)

// keyReader makes keys of the bytes that a terminal sends. It reads no further
// than the key: what follows may be for a program.
type keyReader struct {
	read    func(p []byte) (int, error)
	pending []byte
	buf     [4096]byte
}

// byte returns the next byte.
func (k *keyReader) byte() (byte, error) { return k.next(1) }

// next returns the next byte, and reads up to that many where there is none.
func (k *keyReader) next(most int) (byte, error) {
	if len(k.pending) == 0 {
		n, err := k.read(k.buf[:most])
		if err != nil {
			return 0, err
		}
		k.pending = k.buf[:n]
	}
	b := k.pending[0]
	k.pending = k.pending[1:]
	return b, nil
}

const (
	ctrlC  = 0x03
	escape = 0x1b
	rubout = 0x7f
)

// key returns the next key.
func (k *keyReader) key() (key, error) {
	b, err := k.byte()
	if err != nil {
		return key{}, err
	}
	if b != escape {
		return k.plain(b)
	}
	if b, err = k.byte(); err != nil {
		return key{}, err
	}
	switch {
	case b == '[':
		return k.sequence()
	case b == 'O':
		if b, err = k.byte(); err != nil {
			return key{}, err
		}
		if b < ' ' {
			return k.plain(b)
		}
		return key{kind: finals[b]}, nil
	case b == ctrlC:
		return k.plain(b)
	case b == escape:
		return key{}, nil
	}
	c, err := k.plain(b)
	switch {
	case err != nil:
		return key{}, err
	case c.kind == keyRune:
		return key{kind: keyMeta, r: c.r}, nil
	case c.kind == keyEnter:
		return key{kind: keyMeta, r: '\n'}, nil
	case c.kind == keyBackspace:
		return key{kind: keyMeta, r: rubout}, nil
	}
	return key{}, nil
}

// plain returns the key that begins with a byte other than escape.
func (k *keyReader) plain(b byte) (key, error) {
	switch {
	case b == '\r' || b == '\n':
		return key{kind: keyEnter}, nil
	case b == '\t':
		return key{kind: keyTab}, nil
	case b == '\b' || b == rubout:
		return key{kind: keyBackspace}, nil
	case b < ' ':
		return key{kind: keyControl, r: rune(b) + '`'}, nil
	case b < utf8.RuneSelf:
		return key{kind: keyRune, r: rune(b)}, nil
	}
	char := []byte{b}
	for !utf8.FullRune(char) {
		if b, err := k.byte(); err != nil {
			return key{}, err
		} else if b < utf8.RuneSelf { // it was cut off
			return k.plain(b)
		} else {
			char = append(char, b)
		}
	}
	r, n := utf8.DecodeRune(char)
	if r == utf8.RuneError && n <= 1 || r < 0xa0 {
		return key{}, nil
	}
	return key{kind: keyRune, r: r}, nil
}

// finals are the keys of sequences by their last byte.
var finals = [256]keyKind{
	'A': keyUp, 'B': keyDown, 'C': keyRight, 'D': keyLeft, 'H': keyHome, 'F': keyEnd, 'Z': keyBackTab, 'M': keyEnter,
}

// tildes are the keys of sequences that end with ~, by their number.
var tildes = [...]keyKind{1: keyHome, 3: keyDelete, 4: keyEnd, 5: keyPageUp, 6: keyPageDown, 7: keyHome, 8: keyEnd}

// The sequences around pasted text (xterm's mode 2004).
const (
	pasteStart = "200"
	pasteEnd   = "\x1b[201~"
)

// maxSequence bounds how long a sequence may be.
const maxSequence = 32

// sequence returns the key that a control sequence stands for (ECMA-48, 5.4): ESC
// [ has been read.
func (k *keyReader) sequence() (key, error) {
	var params strings.Builder
	for {
		b, err := k.byte()
		switch {
		case err != nil:
			return key{}, err
		case b == ctrlC || params.Len() > maxSequence:
			return k.plain(b)
		case b < ' ' || b >= rubout:
			return key{}, nil
		case b < '@':
			params.WriteByte(b)
			continue
		}
		p, modifier, _ := strings.Cut(params.String(), ";")
		kind := finals[b]
		switch {
		case b == '~' && p == pasteStart:
			return k.paste()
		case b == '~':
			if n, err := strconv.Atoi(p); err == nil && n < len(tildes) {
				kind = tildes[n]
			}
		case modifier != "" && modifier != "1" && kind == keyLeft:
			kind = keyWordLeft
		case modifier != "" && modifier != "1" && kind == keyRight:
			kind = keyWordRight
		}
		return key{kind: kind}, nil
	}
}

// paste returns what is pasted. Ctrl-C ends it too, should its end be lost.
func (k *keyReader) paste() (key, error) {
	var text []byte
	for {
		b, err := k.next(len(k.buf))
		if err != nil {
			return key{}, err
		}
		if b == ctrlC {
			return k.plain(b)
		}
		text = append(text, b)
		if b == '~' && len(text) >= len(pasteEnd) && string(text[len(text)-len(pasteEnd):]) == pasteEnd {
			return key{kind: keyPaste, text: string(text[:len(text)-len(pasteEnd)])}, nil
		}
	}
}
