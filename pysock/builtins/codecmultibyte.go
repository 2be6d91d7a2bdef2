package builtins

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// Encodings of East Asia, with the tables of golang.org/x/text. Those are the
// WHATWG's: gb2312, euc_kr and shift_jis know some characters more than
// CPython's do.

var multibyte = map[string]encoding.Encoding{
	"gbk":       simplifiedchinese.GBK,
	"gb2312":    simplifiedchinese.GBK,
	"gb18030":   simplifiedchinese.GB18030,
	"big5":      traditionalchinese.Big5,
	"cp950":     traditionalchinese.Big5,
	"shift_jis": japanese.ShiftJIS,
	"cp932":     japanese.ShiftJIS,
	"euc_jp":    japanese.EUCJP,
	"euc_kr":    korean.EUCKR,
	"cp949":     korean.EUCKR,
}

// gbkEuro is the WHATWG's euro sign in GBK, which CPython doesn't know.
const gbkEuro = 0x80

// fffdGB18030 is how GB 18030 writes U+FFFD, which else means a fault.
const fffdGB18030 = "\x84\x31\xa4\x37"

func multibyteCodec(name string, e encoding.Encoding) *codec {
	return &codec{
		name:  bothNames(name),
		plain: true,
		encode: func(c *coding, text string) ([]byte, error) {
			enc := e.NewEncoder()
			var src [utf8.UTFMax]byte
			var dst [8]byte
			return c.oneByOne(text, "illegal multibyte sequence", func(b []byte, r rune) ([]byte, bool) {
				if r < utf8.RuneSelf {
					return append(b, byte(r)), true
				}
				if isSurrogate(r) {
					return b, false
				}
				enc.Reset()
				n, _, err := enc.Transform(dst[:], utf8.AppendRune(src[:0], r), true)
				if err != nil || n == 1 && dst[0] == gbkEuro {
					return b, false
				}
				return append(b, dst[:n]...), true
			})
		},
		decode: func(c *coding, b []byte) (string, error) {
			dec := e.NewDecoder()
			var out []byte
			var dst [16]byte
			for i := 0; i < len(b); {
				if b[i] < utf8.RuneSelf {
					out = append(out, b[i])
					i++
					continue
				}
				n, used := 0, 0
				for end := i + 1; end <= min(i+4, len(b)) && used == 0; end++ {
					dec.Reset()
					n, used, _ = dec.Transform(dst[:], b[i:end], false)
				}
				if used > 0 && (!strings.HasPrefix(string(dst[:n]), "\ufffd") || strings.HasPrefix(string(b[i:]), fffdGB18030)) {
					out = append(out, dst[:n]...)
					i += used
					continue
				}
				reason := "illegal multibyte sequence"
				if used == 0 && c.partial {
					c.stop(b, i)
					break
				}
				if used == 0 || i+1 == len(b) {
					reason = "incomplete multibyte sequence"
				}
				s, next, err := c.undecodable(b, i, i+1, reason)
				if err != nil {
					return "", err
				}
				out = append(out, s...)
				i = next
			}
			return string(out), nil
		},
	}
}
