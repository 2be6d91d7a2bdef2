package builtins

import (
	"encoding/binary"
	"sync"
)

// codecs are the encodings by their normalized name.
var codecs = sync.OnceValue(func() map[string]*codec {
	m := map[string]*codec{
		"ascii":     charsetCodec("ascii", 0x80, "ordinal not in range(128)"),
		"latin_1":   charsetCodec("latin-1", 0x100, "ordinal not in range(256)"),
		"utf_8":     utf8Codec("utf8", "utf-8", false),
		"utf_8_sig": properly("utf-8-sig", utf8Codec("utf8", "utf-8", true)),
		"utf_7":     {name: bothNames("utf7"), proper: "utf-7", encode: encodeUTF7, decode: decodeUTF7},
		"utf_16":    utf16Codec("utf16", "utf-16", nil),
		"utf_16_le": utf16Codec("utf16", "utf-16-le", binary.LittleEndian),
		"utf_16_be": utf16Codec("utf16", "utf-16-be", binary.BigEndian),
		"utf_32":    utf32Codec("utf32", "utf-32", nil),
		"utf_32_le": utf32Codec("utf32", "utf-32-le", binary.LittleEndian),
		"utf_32_be": utf32Codec("utf32", "utf-32-be", binary.BigEndian),

		"unicode_escape":     {name: bothNames("unicodeescape"), proper: "unicode-escape", encode: encodeUnicodeEscape, decode: decodeUnicodeEscape},
		"raw_unicode_escape": {name: bothNames("rawunicodeescape"), proper: "raw-unicode-escape", encode: encodeRawEscape, decode: decodeRawEscape},
		"punycode":           {name: bothNames("punycode"), atOnce: true, encode: encodePunycode, decode: decodePunycode},
		"idna":               {name: bothNames("idna"), atOnce: true, encode: encodeIDNA, decode: decodeIDNA},

		"hex_codec":     {name: bothNames("hex"), strict: true, recode: recodeHex},
		"base64_codec":  {name: bothNames("base64"), strict: true, recode: recodeBase64},
		"zlib_codec":    {name: bothNames("zlib"), strict: true, recode: recodeZlib},
		"quopri_codec":  {name: bothNames("quopri"), strict: true, recode: recodeQuopri},
		"uu_codec":      {name: bothNames("uu"), strict: true, recode: recodeUU},
		"undefined":     {name: bothNames("undefined"), encode: encodeUndefined, decode: decodeUndefined},
		"rot_13":        {name: bothNames("rot13"), proper: "rot-13", textual: true, recode: recodeRot13, encode: encodeRot13, decode: decodeRot13},
		"string_escape": {name: bothNames("string_escape"), proper: "string-escape", narrow: true, recode: recodeStringEscape},
	}
	for name := range charmaps() {
		m[name] = charmapCodec(name)
	}
	for name, e := range multibyte {
		m[name] = multibyteCodec(name, e)
	}
	return m
})

func properly(proper string, c *codec) *codec {
	c.proper = proper
	return c
}

func bothNames(s string) [2]string { return [2]string{s, s} }
