package hints_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.com/pysock/pysock"
)

// TestShadowed has a script import its neighbour in place of a module.
func TestShadowed(t *testing.T) {
	dir := t.TempDir()
	for name, src := range map[string]string{"socket.py": "x = 1\n", "script.py": "import socket\nsocket.socket()\n", "from.py": "from socket import AF_INET\n"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(src), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"script.py", "from.py"} {
		var stderr bytes.Buffer
		r := pysock.New(pysock.Config{Stderr: &stderr, Hints: true})
		r.Report(r.RunFile(filepath.Join(dir, name)))
		if s := stderr.String(); !strings.Contains(s, "hint: import socket found "+filepath.Join(dir, "socket.py")+", not the library's module") {
			t.Error(s)
		}
	}
}
