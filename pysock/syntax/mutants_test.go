package syntax

import (
	"encoding/json"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
)

var anyToken = regexp.MustCompile(`\w+|[ \t]+|\n|\*\*|//|->|:=|==|[^\s\w]`)

var vocabulary = append(strings.Fields("( ) [ ] { } , : ; . = == := ** * @ / -> if else for in not lambda yield await "+
	"async def class return import from as with try except finally while is and or None True 1 0x1 1.5 'a' f'{a}' b'b' u'c' "+
	"print exec del global raise pass break continue match case _ x + - ~ < > != <> ` ... ! ? $ # \" ''' 0777 10L ur'x'"),
	" ", "\n", "\n    ", "\t")

// TestMutants breaks sound programs at random (but always in the same way), and
// asks CPython which of them are still sound.
func TestMutants3(t *testing.T) {
	testMutants(t, findPython(t, "3.11", "python3.11", "python3"), Python3)
}

func TestMutants2(t *testing.T) {
	testMutants(t, findPython(t, "2.7", "python2.7", "python2"), Python2)
}

// notHere are the errors that are found elsewhere, or not at all on purpose.
var notHere = regexp.MustCompile(`global|nonlocal|nested function|unqualified exec|Non-ASCII|name .* is (local|parameter)`)

func testMutants(t *testing.T, py *cpython, d Dialect) {
	var sound []string
	for _, name := range []string{"trees.txt", "errors3.txt", "errors2.txt"} {
		for _, c := range readChunks(t, name) {
			src, _, _ := strings.Cut(c.src, "\n=>\n")
			src = strings.TrimPrefix(strings.TrimPrefix(src, "2\n"), "3\n")
			if _, err := Parse("f", []byte(src), Options{Dialect: d}); err == nil {
				sound = append(sound, src)
			}
		}
	}
	rng := rand.New(rand.NewPCG(1, 2))
	srcs := make([]string, 4000)
	for i := range srcs {
		words := anyToken.FindAllString(sound[rng.IntN(len(sound))], -1)
		for range 1 + rng.IntN(2) {
			k := rng.IntN(len(words))
			word := vocabulary[rng.IntN(len(vocabulary))]
			switch rng.IntN(4) {
			case 0:
				words[k] = ""
			case 1:
				words[k] = word
			case 2:
				words[k] += word
			default:
				m := rng.IntN(len(words))
				words[k], words[m] = words[m], words[k]
			}
		}
		srcs[i] = strings.Join(words, "")
	}
	in, _ := json.Marshal(srcs)
	var got [][2]any
	if err := json.Unmarshal(py.run(t, string(in), "-c", compileScript), &got); err != nil {
		t.Fatal(err)
	}
	accepted, sameLine, sameMessage, rejected := 0, 0, 0, 0
	for i, src := range srcs {
		line, msg := int32(got[i][0].(float64)), got[i][1].(string)
		_, err := Parse("f", []byte(src), Options{Dialect: d})
		switch {
		case err == nil && msg == "":
			accepted++
		case err == nil && !notHere.MatchString(msg):
			t.Errorf("%s\naccepted, but CPython says: %d: %s", src, line, msg)
		case err != nil && msg == "":
			t.Errorf("%s\n%v, but CPython accepts it", src, err)
		case err != nil:
			rejected++
			if e := err.(*Error); e.Start.Line == line {
				if sameLine++; e.Msg == msg {
					sameMessage++
				}
			}
		}
	}
	t.Logf("%d mutants: both accept %d, both reject %d, at the same line %d, with the same message %d",
		len(srcs), accepted, rejected, sameLine, sameMessage)
}
