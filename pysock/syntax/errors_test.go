package syntax

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the expectations in testdata")

// An errorChunk is a piece of source with its error beside the line:
//
//	x = (1,  ### '(' was never closed
//
// The marker, which is cut off before the source is read, may name another line
// (### @3 ...), and says what CPython says where that differs:
//
//	... ### our message ### CPython: 1: its message
//
// A chunk without a marker has no error.
type errorChunk struct {
	src     string
	line    int
	msg     string
	cpyLine int
	cpyMsg  string
}

func readChunks(t *testing.T, name string) []errorChunk {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	var chunks []errorChunk
	for _, text := range strings.Split(strings.TrimSuffix(string(data), "\n"), "\n---\n") {
		var c errorChunk
		for i, line := range strings.Split(text, "\n") {
			parts := strings.Split(line, " ### ")
			c.src += parts[0] + "\n"
			if len(parts) == 1 {
				continue
			}
			c.line, c.msg = i+1, parts[1]
			if rest, ok := strings.CutPrefix(c.msg, "@"); ok {
				n, msg, _ := strings.Cut(rest, " ")
				c.line, _ = strconv.Atoi(n)
				c.msg = msg
			}
			c.cpyLine, c.cpyMsg = c.line, c.msg
			if len(parts) > 2 {
				n, msg, _ := strings.Cut(strings.TrimPrefix(parts[2], "CPython: "), ": ")
				c.cpyLine, _ = strconv.Atoi(n)
				c.cpyMsg = msg
			}
		}
		chunks = append(chunks, c)
	}
	return chunks
}

// String returns the chunk with its marker.
func (c *errorChunk) String() string {
	lines := strings.Split(strings.TrimSuffix(c.src, "\n"), "\n")
	if c.msg == "" && c.cpyMsg == "" {
		return strings.Join(lines, "\n")
	}
	at, mark := c.line-1, " ### "+c.msg
	if at < 0 || at >= len(lines) {
		at, mark = len(lines)-1, fmt.Sprintf(" ### @%d %s", c.line, c.msg)
	}
	if c.cpyMsg != c.msg || c.cpyLine != c.line {
		mark += fmt.Sprintf(" ### CPython: %d: %s", c.cpyLine, c.cpyMsg)
	}
	lines[at] += mark
	return strings.Join(lines, "\n")
}

func TestErrors3(t *testing.T) { testErrors(t, "errors3.txt", Python3) }
func TestErrors2(t *testing.T) { testErrors(t, "errors2.txt", Python2) }

func testErrors(t *testing.T, name string, d Dialect) {
	chunks := readChunks(t, name)
	var out []string
	for _, c := range chunks {
		_, err := Parse("<string>", []byte(c.src), Options{Dialect: d})
		line, msg := 0, ""
		if err != nil {
			e := err.(*Error)
			line, msg = int(e.Start.Line), e.Msg
			if e.Old != nil {
				line, msg = e.Old.Line, e.Old.Msg
			}
		}
		if *update {
			c.line, c.msg = line, msg
		} else if line != c.line || msg != c.msg {
			t.Errorf("%s\n got line %d: %q\nwant line %d: %q", c.src, line, msg, c.line, c.msg)
		}
		out = append(out, c.String())
	}
	if *update {
		os.WriteFile(filepath.Join("testdata", name), []byte(strings.Join(out, "\n---\n")+"\n"), 0o666)
	}
}

// compileScript has CPython compile chunks of source, in JSON.
const compileScript = `
import json, sys, warnings
warnings.simplefilter("ignore")
out = []
for src in json.load(sys.stdin):
    try:
        compile(src.encode("utf-8"), "f", "exec", 0, True)
        out.append([0, ""])
    except SyntaxError as e:
        out.append([e.lineno or 0, str(e.msg)])
    except Exception as e:
        out.append([0, str(e)])
print(json.dumps(out))
`

// TestErrors3CPython holds the same chunks against CPython 3.11: line and
// message are equal, or the difference is recorded.
func TestErrors3CPython(t *testing.T) {
	py := findPython(t, "3.11", "python3.11", "python3")
	testErrorsCPython(t, py, "errors3.txt", true)
}

// TestErrors2CPython does so with 2.7, but for the messages, which are those of
// 3.11 on purpose.
func TestErrors2CPython(t *testing.T) {
	py := findPython(t, "2.7", "python2.7", "python2")
	testErrorsCPython(t, py, "errors2.txt", false)
}

func testErrorsCPython(t *testing.T, py *cpython, name string, messages bool) {
	chunks := readChunks(t, name)
	srcs := make([]string, len(chunks))
	for i, c := range chunks {
		srcs[i] = c.src
	}
	in, _ := json.Marshal(srcs)
	var got [][2]any
	if err := json.Unmarshal(py.run(t, string(in), "-c", compileScript), &got); err != nil {
		t.Fatal(err)
	}
	same := 0
	var out []string
	for i, c := range chunks {
		line, msg := int(got[i][0].(float64)), got[i][1].(string)
		if !messages && msg != "" && c.msg != "" {
			msg = c.msg
		}
		if *update {
			c.cpyLine, c.cpyMsg = line, msg
		} else if line != c.cpyLine || msg != c.cpyMsg {
			t.Errorf("%s\nCPython: line %d: %q\n   want: line %d: %q", c.src, line, msg, c.cpyLine, c.cpyMsg)
		}
		if c.cpyLine == c.line && c.cpyMsg == c.msg {
			same++
		}
		out = append(out, c.String())
	}
	if *update {
		os.WriteFile(filepath.Join("testdata", name), []byte(strings.Join(out, "\n---\n")+"\n"), 0o666)
	}
	t.Logf("%d chunks, %d like CPython", len(chunks), same)
}
