package pysock

import (
	"bufio"
	"fmt"
	"io"
	"runtime"
	"testing"
	"time"

	"example.com/pysock/pysock/syntax"
)

// The decoders are fuzzed through their modules, by a script that defines
// check(data, n): it may raise what Python raises, and nothing else may happen.
// It returns or raises in time, and takes no memory to speak of: what a count
// in the data promises has to be there first.
const (
	tooLong = 20 * time.Second // on a busy machine
	tooMuch = 256 << 20        // bytes, in all
)

// decodersLoop gives check one input after the other. A SystemError is how
// Go's and Starlark's own errors show, and ends the loop.
const decodersLoop = `
import io, sys
inputs, results = getattr(sys.stdin, "buffer", sys.stdin), sys.stdout
while True:
    size, n = map(int, inputs.readline().split())
    data = inputs.read(size)
    try:
        check(data, n)
    except (AssertionError, NameError, SystemError):
        raise
    except Exception:
        pass
    results.write("done\n")
    results.flush()
`

// fuzzDecoder fuzzes the script's check in Python 3 and 2.
func fuzzDecoder(f *testing.F, script string, seeds ...string) {
	for _, s := range seeds {
		for n := range uint8(4) {
			f.Add([]byte(s), n, false)
			f.Add([]byte(s), n, true)
		}
	}
	var checks [2]func(data []byte, n uint8) error
	for i, d := range []syntax.Dialect{syntax.Python3, syntax.Python2} {
		checks[i] = startDecoder(f, d, script)
	}
	f.Fuzz(func(t *testing.T, data []byte, n uint8, py2 bool) {
		check := checks[0]
		if py2 {
			check = checks[1]
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		began := time.Now()
		if err := check(data, n); err != nil {
			t.Fatal(err)
		}
		if took := time.Since(began); took > tooLong {
			t.Errorf("took %v", took)
		}
		runtime.ReadMemStats(&after)
		if took := after.TotalAlloc - before.TotalAlloc; took > tooMuch+1000*uint64(len(data)) {
			t.Errorf("took %d MB", took>>20)
		}
	})
}

// startDecoder starts the script and returns what gives it an input and waits
// for the result.
func startDecoder(f *testing.F, d syntax.Dialect, script string) func(data []byte, n uint8) error {
	in, inputs := io.Pipe()
	out, results := io.Pipe()
	r := New(Config{Dialect: d, Stdin: in, Stdout: results, Stderr: io.Discard})
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		err := r.RunSource("fuzz.py", []byte(script+decodersLoop))
		results.CloseWithError(fmt.Errorf("%v: the script ended: %w", d, err))
		in.CloseWithError(err)
	}()
	f.Cleanup(func() {
		inputs.Close()
		<-ended
	})
	lines := bufio.NewReader(out)
	return func(data []byte, n uint8) error {
		fmt.Fprintf(inputs, "%d %d\n%s", len(data), n, data) // what fails here shows below
		_, err := lines.ReadString('\n')
		return err
	}
}

// Any bytes can be unpickled, and what comes of it pickled and copied. The
// globals of a pickle are a few that do no harm.
func FuzzPickle(f *testing.F) {
	fuzzDecoder(f, `
import collections, copy, pickle
class C(object):
    pass
class Unpickler(pickle.Unpickler):
    def find_class(self, module, name):
        return {"list": list, "dict": dict, "set": set, "OrderedDict": collections.OrderedDict, "deque": collections.deque,
                "iter": iter, "reversed": reversed, "complex": complex, "Exception": Exception}.get(name, C)
    def persistent_load(self, pid):
        return pid
def check(data, n):
    f = io.BytesIO(data)
    v = Unpickler(io.BufferedReader(f) if n & 64 else f).load()
    if n & 128:
        copy.deepcopy(v)
    else:
        pickle.dumps(v, n % (pickle.HIGHEST_PROTOCOL + 1))
`,
		"", ".", "N.", "]q\x00(K\x01K\x02e.", "\x80\x04\x95\x09\x00\x00\x00\x00\x00\x00\x00K\x01K\x02K\x03\x87\x94.", "(dp0\nI1\nI2\ns.",
		"\x80\x02ccollections\nOrderedDict\nq\x00)Rq\x01.", "ccopyreg\n_reconstructor\n(cbuiltins\nobject\ncbuiltins\nobject\nNtR.",
		"\x80\x05\x96\x02\x00\x00\x00\x00\x00\x00\x00ab\x97.", "B\xff\xff\xff\x7f.", "\x8e\xff\xff\xff\xff\xff\xff\xff\x7f.", "p99999999999\n.",
		"r\xff\xff\xff\xff.", "(lp0\nI1\na.", "S'a\\x41'\n.", "Vx\\u00e9\n.", "F1.5\n.", "L12L\n.", "\x8b\x04\x00\x00\x00\xff\xff\xff\xff.",
		"]\x94(\x8c\x01a\x94\x90.", "\x8f(K\x01\x90.", "(K\x01\x91.", "}(K\x01K\x02u.", "2222.", "(((t.", "\x84\xff\xff\xff\x7f.",
		"cbuiltins\nlist\n)\x81(K\x01e.", "cb\nC\n)\x81}U\x01aK\x01sb.", "cb\nC\n)\x81K\x01}U\x01aK\x01s\x86b.", "cb\niter\n]K\x01a\x85RK\x05b.",
		"]q\x00h\x00a.", "(icollections\ndeque\np0\n.", "cb\ncomplex\n)}U\x04realK\x01s\x92.")
}

// Any format can be measured, and packs what it has unpacked to the same
// length. The format is what stands before the first null byte.
func FuzzStruct(f *testing.F) {
	fuzzDecoder(f, `
import struct
def check(data, n):
    format, _, data = data.partition(b"\0")
    size = struct.calcsize(format)
    values = struct.unpack_from(format, data, n) if n else struct.unpack(format, data[:size])
    assert len(struct.pack(format, *values)) == size
    if n == 0 and sys.version_info[0] > 2:
        list(struct.iter_unpack(format, data[:len(data) // (size or 1) * size]))
`,
		"<bBhHiIlLqQ\x00"+string(make([]byte, 64)), "@cxs3sp5p?efdnNP\x00abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz", "!99999999999999999999i\x00", "9223372036854775807x",
		"=2147483647h", ">0s0p0i\x00", " 3 i\x00", "1\x00a", "!3?\x00\x01\x02\x00", "<e\x00\xff\xff", "0i0q0P\x00")
}

// Any document is decoded or refused, and what it says is encoded.
func FuzzJSON(f *testing.F) {
	fuzzDecoder(f, `
import json
def check(data, n):
    try:
        v = json.loads(data)
    except ValueError:
        v = json.loads(data.decode("latin-1"), strict=n & 1)
    s = json.dumps(v, ensure_ascii=n & 2, indent=n & 3 or None, sort_keys=n & 4)
    json.loads(s)
`,
		`{"a": [1, 2.5e-3, true, false, null, "\u00e9\ud83d\ude00"]}`, "[[[[[[[[", `{"a": {"b": {"c": `, "-0", "1e999", "NaN", "-Infinity", `"\ud800"`, `"\uXYZW"`, "\xef\xbb\xbf1",
		"[1,]", `{"a":1,}`, `{"a" 1}`, "\"\x01\"", "1 2", "", "9999999999999999999999999999", "[\xff]", "\x001", "1\x00", `"\`)
}

// Whatever binascii decodes, it encodes too.
func FuzzBinascii(f *testing.F) {
	fuzzDecoder(f, `
import base64, binascii
names = sorted(name for name in dir(binascii) if name[:2] in ("a2", "b2", "rl", "cr", "he", "un"))
def check(data, n):
    for name in names[n % len(names)], names[n // 7 % len(names)]:
        f = getattr(binascii, name)
        for args in (data,), (data, n & 1), (data[:10], data[10:]):
            try:
                f(*args)
            except (binascii.Error, binascii.Incomplete, ValueError, TypeError):
                pass
    for f in base64.b64decode, base64.urlsafe_b64decode, base64.b32decode, base64.b16decode, getattr(base64, "a85decode", len), getattr(base64, "b85decode", len):
        try:
            f(data)
        except (binascii.Error, ValueError, TypeError):
            pass
`,
		"", "QUJD\n", "QUI=", "Q===", "=", "414a", "4", "#86)C\n", " \n", "=41=\n=3", "abc=\r\n", "\x90\x05a\x90\x00", "\x90", "5Gb:", "<~87cURD]~>", "zzy", "~~~~~", "MZXW6===", "!!!!!")
}

// Any bytes are decoded or refused by any codec, as a whole and in pieces, and
// the result encoded. The codec is what stands before the first null byte.
func FuzzCodecModule(f *testing.F) {
	fuzzDecoder(f, `
import codecs
kinds = "strict", "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass", "xmlcharrefreplace", "namereplace"
def check(data, n):
    name, _, data = data.partition(b"\0")
    errors = kinds[n % len(kinds)]
    info = codecs.lookup(name.decode("ascii"))
    try:
        v, used = info.decode(data, errors)
    except AssertionError: # what makes bytes of bytes knows no other way
        errors = "strict"
        v, used = info.decode(data, errors)
    info.encode(v, errors)
    d = info.incrementaldecoder(errors)
    cut = n // 8
    d.decode(data[:cut])
    d.setstate(d.getstate())
    d.decode(data[cut:], True)
    info.streamreader(io.BytesIO(data), errors).readlines()
`,
		"utf-8\x00a\xc3\xa9\xed\xa0\x80\xf0\x9f", "utf-16\x00\xff\xfea\x00\x00\xd8", "utf-32-be\x00\x00\x10\xff\xff\x00\x11\x00\x00", "utf-7\x00+2AHcAQ-+", "utf-8-sig\x00\xef\xbb\xbfa", "ascii\x00\x80",
		"idna\x00xn--a.", "punycode\x00-a9\xff", "unicode_escape\x00\\N{DASH}\\u12\\U00110000\\777", "raw_unicode_escape\x00\\u1\\U12345678", "hex\x00414", "base64\x00QUI", "quopri\x00=4", "uu\x00begin 644 a\n#86)C\n \nend\n",
		"zlib\x00x\x9c\x03\x00\x00\x00\x00\x01", "bz2\x00BZh9", "rot13\x00abc", "cp1252\x00\x81", "charmap\x00\x81", "mbcs\x00a", "string_escape\x00\\x4", "latin-1\x00\xff")
}
