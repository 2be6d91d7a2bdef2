package builtins

import "encoding/binary"

// codecs are the encodings by their normalized name.
var codecs = map[string]*codec{
	"ascii":     charsetCodec("ascii", 0x80, "ordinal not in range(128)"),
	"latin_1":   charsetCodec("latin-1", 0x100, "ordinal not in range(256)"),
	"utf_8":     utf8Codec("utf8", "utf-8", false),
	"utf_8_sig": properly("utf-8-sig", utf8Codec("utf8", "utf-8", true)),
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

	"hex_codec":     {name: bothNames("hex"), recode: recodeHex},
	"base64_codec":  {name: bothNames("base64"), recode: recodeBase64},
	"zlib_codec":    {name: bothNames("zlib"), recode: recodeZlib},
	"quopri_codec":  {name: bothNames("quopri"), recode: recodeQuopri},
	"rot_13":        {name: bothNames("rot13"), proper: "rot-13", textual: true, recode: recodeRot13, decode: decodeRot13},
	"string_escape": {name: bothNames("string_escape"), proper: "string-escape", recode: recodeStringEscape},
	"cp1250":        charmapCodec("cp1250"),
	"cp1251":        charmapCodec("cp1251"),
	"cp1252":        charmapCodec("cp1252"),
	"cp1253":        charmapCodec("cp1253"),
	"cp1254":        charmapCodec("cp1254"),
	"cp437":         charmapCodec("cp437"),
	"cp850":         charmapCodec("cp850"),
	"cp866":         charmapCodec("cp866"),
	"iso8859_2":     charmapCodec("iso8859_2"),
	"iso8859_5":     charmapCodec("iso8859_5"),
	"iso8859_7":     charmapCodec("iso8859_7"),
	"iso8859_9":     charmapCodec("iso8859_9"),
	"iso8859_15":    charmapCodec("iso8859_15"),
	"koi8_r":        charmapCodec("koi8_r"),
	"koi8_u":        charmapCodec("koi8_u"),
	"mac_roman":     charmapCodec("mac_roman"),
}

func properly(proper string, c *codec) *codec {
	c.proper = proper
	return c
}

func bothNames(s string) [2]string { return [2]string{s, s} }

// codecAliases are other names of encodings, normalized.
var codecAliases = map[string]string{
	"us_ascii": "ascii", "646": "ascii", "ansi_x3.4_1968": "ascii", "ansi_x3_4_1968": "ascii", "cp367": "ascii", "us": "ascii", "iso646_us": "ascii", "iso_646.irv_1991": "ascii", "csascii": "ascii",
	"8859": "latin_1", "cp819": "latin_1", "csisolatin1": "latin_1", "ibm819": "latin_1", "iso8859": "latin_1", "iso8859_1": "latin_1", "iso_8859_1": "latin_1", "iso_8859_1_1987": "latin_1", "iso_ir_100": "latin_1", "l1": "latin_1", "latin": "latin_1", "latin1": "latin_1",
	"u8": "utf_8", "utf": "utf_8", "utf8": "utf_8", "utf8_ucs2": "utf_8", "utf8_ucs4": "utf_8", "cp65001": "utf_8", "utf8_sig": "utf_8_sig",
	"u16": "utf_16", "utf16": "utf_16", "utf_16be": "utf_16_be", "utf16_be": "utf_16_be", "unicodebigunmarked": "utf_16_be", "utf_16le": "utf_16_le", "utf16_le": "utf_16_le", "unicodelittleunmarked": "utf_16_le",
	"u32": "utf_32", "utf32": "utf_32", "utf_32be": "utf_32_be", "utf_32le": "utf_32_le",
	"1250": "cp1250", "windows_1250": "cp1250", "1251": "cp1251", "windows_1251": "cp1251", "1252": "cp1252", "windows_1252": "cp1252", "1253": "cp1253", "windows_1253": "cp1253", "1254": "cp1254", "windows_1254": "cp1254",
	"437": "cp437", "ibm437": "cp437", "850": "cp850", "ibm850": "cp850", "866": "cp866", "ibm866": "cp866",
	"iso_8859_2": "iso8859_2", "l2": "iso8859_2", "latin2": "iso8859_2",
	"iso_8859_5": "iso8859_5", "cyrillic": "iso8859_5", "iso_8859_7": "iso8859_7", "greek": "iso8859_7", "greek8": "iso8859_7",
	"iso_8859_9": "iso8859_9", "l5": "iso8859_9", "latin5": "iso8859_9", "iso_8859_15": "iso8859_15", "l9": "iso8859_15", "latin9": "iso8859_15",
	"macroman": "mac_roman", "macintosh": "mac_roman",
	"hex": "hex_codec", "base64": "base64_codec", "base_64": "base64_codec", "zip": "zlib_codec", "zlib": "zlib_codec",
	"quopri": "quopri_codec", "quoted_printable": "quopri_codec", "rot13": "rot_13",
}

// charmaps give the characters of the bytes from 0x80 on, U+FFFD for none.
var charmaps = map[string]string{
	"cp1250":     "€\ufffd‚\ufffd„…†‡\ufffd‰Š‹ŚŤŽŹ\ufffd‘’“”•–—\ufffd™š›śťžź\u00a0ˇ˘Ł¤Ą¦§¨©Ş«¬\u00ad®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľżŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙",
	"cp1251":     "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\ufffd™љ›њќћџ\u00a0ЎўЈ¤Ґ¦§Ё©Є«¬\u00ad®Ї°±Ііґµ¶·ё№є»јЅѕїАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя",
	"cp1252":     "€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ",
	"cp1253":     "€\ufffd‚ƒ„…†‡\ufffd‰\ufffd‹\ufffd\ufffd\ufffd\ufffd\ufffd‘’“”•–—\ufffd™\ufffd›\ufffd\ufffd\ufffd\ufffd\u00a0΅Ά£¤¥¦§¨©\ufffd«¬\u00ad®―°±²³΄µ¶·ΈΉΊ»Ό½ΎΏΐΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡ\ufffdΣΤΥΦΧΨΩΪΫάέήίΰαβγδεζηθικλμνξοπρςστυφχψωϊϋόύώ\ufffd",
	"cp1254":     "€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffd\ufffd\ufffd\ufffd‘’“”•–—˜™š›œ\ufffd\ufffdŸ\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏĞÑÒÓÔÕÖ×ØÙÚÛÜİŞßàáâãäåæçèéêëìíîïğñòóôõö÷øùúûüışÿ",
	"cp437":      "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0",
	"cp850":      "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0",
	"cp866":      "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмноп░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀рстуфхцчшщъыьэюяЁёЄєЇїЎў°∙·√№¤■\u00a0",
	"iso8859_2":  "\u0080\u0081\u0082\u0083\u0084\u0085\u0086\u0087\u0088\u0089\u008a\u008b\u008c\u008d\u008e\u008f\u0090\u0091\u0092\u0093\u0094\u0095\u0096\u0097\u0098\u0099\u009a\u009b\u009c\u009d\u009e\u009f\u00a0Ą˘Ł¤ĽŚ§¨ŠŞŤŹ\u00adŽŻ°ą˛ł´ľśˇ¸šşťź˝žżŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙",
	"iso8859_5":  "\u0080\u0081\u0082\u0083\u0084\u0085\u0086\u0087\u0088\u0089\u008a\u008b\u008c\u008d\u008e\u008f\u0090\u0091\u0092\u0093\u0094\u0095\u0096\u0097\u0098\u0099\u009a\u009b\u009c\u009d\u009e\u009f\u00a0ЁЂЃЄЅІЇЈЉЊЋЌ\u00adЎЏАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя№ёђѓєѕіїјљњћќ§ўџ",
	"iso8859_7":  "\u0080\u0081\u0082\u0083\u0084\u0085\u0086\u0087\u0088\u0089\u008a\u008b\u008c\u008d\u008e\u008f\u0090\u0091\u0092\u0093\u0094\u0095\u0096\u0097\u0098\u0099\u009a\u009b\u009c\u009d\u009e\u009f\u00a0‘’£€₯¦§¨©ͺ«¬\u00ad\ufffd―°±²³΄΅Ά·ΈΉΊ»Ό½ΎΏΐΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡ\ufffdΣΤΥΦΧΨΩΪΫάέήίΰαβγδεζηθικλμνξοπρςστυφχψωϊϋόύώ\ufffd",
	"iso8859_9":  "\u0080\u0081\u0082\u0083\u0084\u0085\u0086\u0087\u0088\u0089\u008a\u008b\u008c\u008d\u008e\u008f\u0090\u0091\u0092\u0093\u0094\u0095\u0096\u0097\u0098\u0099\u009a\u009b\u009c\u009d\u009e\u009f\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏĞÑÒÓÔÕÖ×ØÙÚÛÜİŞßàáâãäåæçèéêëìíîïğñòóôõö÷øùúûüışÿ",
	"iso8859_15": "\u0080\u0081\u0082\u0083\u0084\u0085\u0086\u0087\u0088\u0089\u008a\u008b\u008c\u008d\u008e\u008f\u0090\u0091\u0092\u0093\u0094\u0095\u0096\u0097\u0098\u0099\u009a\u009b\u009c\u009d\u009e\u009f\u00a0¡¢£€¥Š§š©ª«¬\u00ad®¯°±²³Žµ¶·ž¹º»ŒœŸ¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ",
	"koi8_r":     "─│┌┐└┘├┤┬┴┼▀▄█▌▐░▒▓⌠■∙√≈≤≥\u00a0⌡°²·÷═║╒ё╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡Ё╢╣╤╥╦╧╨╩╪╫╬©юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ",
	"koi8_u":     "─│┌┐└┘├┤┬┴┼▀▄█▌▐░▒▓⌠■∙√≈≤≥\u00a0⌡°²·÷═║╒ёє╔ії╗╘╙╚╛ґ╝╞╟╠╡ЁЄ╣ІЇ╦╧╨╩╪Ґ╬©юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ",
	"mac_roman":  "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ",
}
