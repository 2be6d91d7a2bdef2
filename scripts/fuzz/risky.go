package main

// riskyValues are expressions that are likely to be of a kind, but can fail.
var riskyValues = map[kind][]template{
	intKind: {
		"($i ${+ - & | ^} $i)", "($n ${// %} $n)", "($i * $k)", "($i ${** << >>} ${0 1 2 3 -1 True})", "${abs sum ord hash round}($n)", "${abs sum ord hash round}($l)", "$s.${count index find rfind}($a)", "$l.${count index}($a)", "$t.${count index}($a)", "$l[$x]", "sum(${i i*2 i%3 1} for i in $r)", "($i).${bit_length() real imag numerator conjugate()}",
		"int($s, $i)", "int($s)", "int($f)", "int('0x1f', $k)", "int(' 12 ')", "$s.find($s)", "$s.index($s, $k)", "$s.count($s)", "$s.rfind($s, $k, $k)",
		"$l.index($a)", "$l.count($a)", "$t.index($a)", "$t.count($a)", "$y[$k]", "pow($i, $i, $i)", "pow($n, $k)", "len($a)", "sum($l, $i)", "sum($r)",
		"max($i, $n)", "min($n, $n, $n)", "ord($s[:1])", "id($a) // id($a) * 0", "2:cmp($a, $a)", "2:cmp($n, $n)", "2:int($g)", "2:coerce($n, $n)[0]",
		"3:int.from_bytes($y, 'big')", "3:int.from_bytes($y, 'little', signed=True)", "3:$i.bit_count()", "$y.find($y)", "3:$y.find($i)", "range($k)[$k]",
		"range($k, 9, 2).index($i)", "range(5).count($a)", "slice($k, $k, $k).indices($i)[0]", "$f.as_integer_ratio()[0]", "$d.get($a, $i)", "hash($i)", "hash($f)",
		"next(iter($r))", "reduce(lambda x, y: x, $r, $i)", "(lambda *a, **k: len(a) + len(k))(*$l, **{'k': 1})", "($i).__add__($a)", "($i).__radd__($a)", "($i).__lt__($a)",
		"operator.index($a)", "operator.add($n, $n)", "($i).__class__($s)", "divmod($i, $i)[0]", "3:math.floor($f)", "3:math.gcd($i, $i)", "(~$i)", "(-$i)", "($i, $i)[$b]",
	},
	floatKind: {
		"($f ${+ - * / // % **} ${2 0.5 3.0 0 -1.5 1e3 -2})", "float($a)", "round($f, ${0 1 2 -1 None})",
		"float($s)", "float('inf')", "float('nan')", "float('-1e5')", "float($i)", "($f).real", "abs($n)", "round($f)", "round($f, $i)", "3:round($i, -1)", "($n / $n)", "pow($f, $n)",
		"3:math.sqrt($n)", "math.floor($n)", "3:math.fsum($l)", "float.fromhex('0x1.8p3')", "float.fromhex($s)", "sum($l, 0.5)", "($f).__truediv__($n)", "complex($n, $n).real",
		"abs(complex($k, 2))", "max($f, $n)", "-$f", "($f).conjugate()", "($f % $n)", "divmod($f, $n)[1]", "1e400", "-1e400", "5e-324", "1.7976931348623157e308",
	},
	strKind: {
		"$s * $k", "$a.${upper() lower() title() strip() swapcase() capitalize() zfill(5) center(7,'*') ljust(4) rjust(4,'.') replace('a','b') expandtabs(3) lstrip('ah') rstrip() partition('a')[0] split('a')[0] join(['x','y']) join('abc') encode('ascii') splitlines() casefold()}", "format($a, '$:')", "'{:$:}'.format($a)", "'{0:$:}{1:$:}'.format($a, $a)", "('$%' % $a)", "('$%$%' % ($a, $a))", "3:f'{$i:$:}'",
		"$s.replace($s, $s)", "$s.replace($s, $s, $k)", "$s.split($s)[$k]", "$s.partition($s)[$k]", "$s.rpartition($s)[$k]", "$s.strip($s)", "$s.center($i, $s)",
		"$s.ljust($k, 'x')", "$s.zfill($k)", "$s.join($r)", "$s.join([$s, $s])", "$s.expandtabs($k)", "$s.title()", "$s.swapcase()", "$s[$x]", "$s[$k:$k]", "$s[$k:$k:$k]",
		"str($a)", "repr($a)", "('%s' % $a)", "('%r %s' % ($a, $a))", "('%(k)s' % {'k': $a})", "('%(k)s %(j)d' % $d)", "('%*d' % ($i, $i))", "('%-*.*f|' % ($i, $k, $f))", "('%c' % $i)", "('%c' % $s)",
		"('%x' % $i)", "('%#o' % $g)", "('%+.3e' % $n)", "('%g' % $f)", "('%5.2s|' % $s)", "('%%' % $t)", "('%d' % $f)", "('%i' % $s)", "('%s' % ($t,))", "('%s %s' % $t)",
		"'{}'.format($a)", "'{0!r:>8}'.format($a)", "'{k}'.format(k=$a)", "'{0[0]}'.format($a)", "'{0[k]}'.format($d)", "'{0.real}'.format($a)", "'{:{}}'.format($a, $k)", "'{:{w}.{p}}'.format($a, w=$k, p=$k)",
		"'{} {0}'.format($a)", "'{'.format()", "'}'.format()", "'{!x}'.format(1)", "'{0.zz}'.format($a)", "'{a}'.format(**$d)", "'{:,}'.format($n)", "'{:>{w}}'.format($s, w=$i)", "'{:%}'.format($f)", "'{:e}'.format($n)", "'{:c}'.format($i)",
		"format($n, '08.3f')", "format($n, '+,d')", "format($i, '#x')", "format($s, '^9')", "format($n, $s)", "format(complex($n, $n), '.2f')", "repr($f)", "str($f)", "hex($i)", "oct($i)", "bin($i)", "3:ascii($a)", "chr($i)",
		"2:unichr($i)", "2:unicode($a)", "2:`$a`", "2:(u'\\xe9' + $s)", "2:$s.decode('utf-8')", "2:$s.encode('hex')", "2:unicode($s, 'ascii', 'replace')", "2:repr(u'%s' % $a)", "2:u'{0}'.format($a)", "2:intern($s)",
		"3:$s.casefold()", "3:$s.removeprefix($s)", "3:str($y, 'latin-1')", "3:$s.translate({97: $a})", "3:$s.format_map($d)", "3:str.maketrans($d)", "3:$y.decode('ascii', $s)", "3:($y).hex($s)",
		"type($a).__name__", "$s.encode('unicode_escape')", "$s.lstrip($s)", "str.upper($a)", "''.join(sorted($s))", "''.join(reversed($s))", "max($s)", "getattr($s, $s)", "($f).hex()", "str(complex($n, $n))", "repr(range($k))", "repr(slice($a, $a))",
	},
	boolKind: {
		"($a ${== != < <= > >=} $a)", "($a ${in not\u00a7in} $r)", "($i ${< <= == !=} $n ${< > >= ==} $i)", "isinstance($a, ${int str list (int,str) bool dict object float (tuple,(set,list))})", "$a.${isdigit isalpha isupper islower isspace istitle isalnum}()",
		"isinstance($a, ($a, int))", "isinstance($a, $a)", "issubclass(bool, int)", "issubclass($a, object)", "callable($a)", "hasattr($a, $s)", "hasattr($a, 'append')", "bool($a)", "$s.startswith($s)", "$s.endswith(($s, $s))", "$s.startswith($a)",
		"($a is $a)", "($a is not None)", "($i in $r)", "($a in $s)", "($a not in $d)", "($n < $n)", "($n == $n)", "($s < $s)", "($l < $l)", "($t >= $t)", "($e <= $e)", "($e < $e)", "($d == $d)", "($y == $a)", "2:($a < $a)", "2:($a <> $a)", "2:$d.has_key($a)",
		"any(x for x in $r)", "all($b for x in $r)", "3:$s.isidentifier()", "3:$s.isascii()", "$s.isalnum()", "3:$s.isdecimal()", "3:($d.keys() >= $e)", "($f).is_integer()", "(not $a)", "($n < $n < $n)", "($a in $r) == $b", "(1 if $a else 0)", "$e.issuperset($r)", "($l == $l) is $b",
	},
	listKind: {
		"($a * $k)[:9]", "$a[${1: :2 ::-1 ::2 -2: 5:1:-1 0:9:3 ::0 True: None:None}]", "sorted($a${\u00f8 ,reverse=True ,key=str ,key=lambda*s:repr(s)})", "list(${map filter}(${str bool repr None ident abs}, $a))",
		"$l[$x]", "$l[$k:$k]", "$l[$k:$k:$k]", "($l + $l)[:9]", "sorted($r)", "sorted($r, key=lambda x: str(x))", "sorted($r, reverse=$a)", "sorted($l, key=len)", "3:list($d.items())", "3:list($d)", "3:list($d.values())", "sorted($d.items())", "sorted($d)", "2:sorted($d.iteritems())", "2:sorted($l, cmp=lambda x, y: cmp(str(x), str(y)))",
		"2:sorted($l, lambda x, y: $i)", "2:sorted($r, cmp)", "2:map(None, $r, $r)", "2:map(lambda x, y: (x, y), $r, $r)", "2:filter($a, $r)", "2:zip($r, $r, $r)", "2:range($i)[:5]", "2:apply(sorted, ($l,))", "2:list(xrange($k))", "2:reduce(lambda x, y: [x, y], $r)",
		"list(map(lambda x, y: (x, y), $r, $r))", "list(filter(lambda x: x, $r))", "list(enumerate($r, $k))", "list(zip($r, $r))", "3:list(zip($r, $r, strict=True))", "[x for x in $r if x]", "[(x, y) for x in $r for y in $r][:9]", "[[y for y in $r] for x in $r][:5]", "[lambda: x for x in $r][:3]", "[f() for f in [lambda: x for x in $r]][:5]",
		"list($a)", "list(reversed($r))", "$s.split($s)", "$s.split(None, $k)", "$s.rsplit($s, 1)", "$s.splitlines($b)", "$y.split($y)", "list($y)", "list(iter([3, 2, 1, 0].pop, $i))", "3:[*$r, *$r]", "list($d.keys())[:1]", "[$a] * $k", "list(range($k, $k, $k))", "3:list(memoryview($y))", "list(slice($k, $k, $k).indices(5))",
		"(lambda *a: list(a))(*$r)", "[a for a, b in $r]", "[a for (a, b), c in [$a]]", "3:[y := $a, y]", "list(itertools.chain($r, $r))", "list(itertools.islice($r, $k))", "list(itertools.groupby($r))[:0]", "list(itertools.product($r, repeat=2))[:5]", "list(itertools.combinations($r, 2))[:5]", "list(itertools.takewhile(bool, $r))", "3:list(itertools.accumulate($r))", "list(collections.deque($r, $k))",
	},
	tupleKind: {
		"tuple($r)", "$t[$x]", "$t[$k:$k]", "($t + $t)[:9]", "tuple(x for x in $r)", "divmod($n, $n)", "$s.partition($s)", "($i).__divmod__($n)", "tuple(sorted($r))", "$f.as_integer_ratio()", "3:(*$r, $a)", "(lambda *a: a)(*$r)", "(lambda a, b=1: (a, b))($a)", "(lambda a, b=1: (a, b))(**$d)", "(lambda **k: tuple(sorted(k)))(**$d)", "2:coerce($n, $n)", "slice($k, $k).indices($i)", "$d.popitem()", "next(enumerate($r))", "max($t, $t)", "collections.namedtuple('NT', 'x y')($a, $a)", "collections.namedtuple('NT', 'x y')(*$r)",
	},
	dictKind: {
		"dict($r)", "dict($d, **$d)", "dict([$t, $t])", "dict.fromkeys($r, $a)", "dict.fromkeys($r)", "{x: y for x, y in $r}", "{x: $a for x in $r}", "3:{**$d, **$d}", "$d.copy()", "dict(**$d)", "dict((x, $a) for x in $r)", "dict(collections.OrderedDict($d))", "3:dict(collections.Counter($r))", "3:($d | $d)", "dict(enumerate($r))", "(lambda **k: k)(**$d)", "(lambda a=1, **k: k)(a=$a, b=$a)", "vars()[$s]", "3:type('T', (), $d).__dict__.get('a')", "2:dict($d.viewitems())",
	},
	setKind: {
		"$a.${union intersection difference symmetric_difference issubset isdisjoint}($r)", "($e ${| & - ^} $a)",
		"set($r)", "frozenset($r)", "{x for x in $r}", "{$a, $a}", "$e.union($r, $r)", "$e.difference($r)", "$e.intersection($r)", "$e.copy()", "3:($d.keys() & $d.keys())", "3:($d.keys() - $r)", "3:($d.items() | $e)", "3:{*$r}", "set($d)", "($e | $a)", "($e - $e)", "2:set($d.viewkeys() & $e)",
	},
	bytesKind: {
		"${bytes bytearray}(${b'x' 3 [1,2] 'a' -1 [300] None ()})", "$y.${upper() hex() decode('latin-1') split(b',') find(b'a') join([b'x',b'y']) startswith(b'a') replace(b'a',b'zz') strip() count(b'a')}", "$a.encode(${'utf-8' 'ascii' 'latin-1' 'ascii','replace' 'ascii','ignore'})",
		"bytes($y)", "bytearray($y)", "bytearray($i)[:5]", "($y + $y)[:9]", "$y[$x]", "$y[$k:$k:$k]", "$s.encode($s)", "$s.encode('utf-8')", "$s.encode('utf-16-le')", "$y.replace($y, $y)", "$y.split($y)[0]", "$y.join([$y, $y])", "$y.join($r)", "$y.upper()", "$y.strip($y)", "3:b'%d %s' % ($i, $y)", "3:b'%b' % $a", "3:bytes($r)", "3:bytes.fromhex($s)", "3:($i).to_bytes($k, 'big')", "3:($i).to_bytes(2, 'little', signed=True)", "3:bytes(memoryview($y)[$k:$k])", "$y.center(5)", "$y.partition($y)[0]", "3:$y.translate(None, $y)", "bytearray($r)", "3:$y.removesuffix($y)", "$y.lower()", "($y * $k)[:5]", "$y.expandtabs()",
	},
	noneKind: {
		"complex($n, $n)", "(1j * $n)", "(2j ** $k)", "complex($s)", "complex($a, $a)", "slice($a, $a, $a)", "range($i)", "type($a)", "type($a)()", "iter($a)", "$d.get($a)", "getattr($a, 'real', $a)", "getattr($a, $s)", "vars($a)", "dir($a)[:0]", "object()", "NotImplemented", "Ellipsis", "$d.setdefault($a, $a)", "$d.pop($a, $a)", "next($r)", "next($a, $a)", "(lambda: $a)()", "(lambda a, *b: (a, b))($a, *$r)", "type('T', (object,), {'x': $a}).x", "type('T', ($a,), {})", "type($s, (), $d)", "isinstance", "len", "super", "3:print if 0 else 1",
		"($a if $b else $a)", "eval('1 + 1')", "eval(repr($n))", "eval(repr($l))", "eval($s)", "eval('x', {'x': $a})", "eval($Q)", "eval($Q, {'a': $a})", "eval('[x for x in (1, 2)]')", "eval(compile($Q, 'q', 'eval'))", "2:$d.iterkeys()", "2:buffer($s)", "2:xrange($i)", "3:memoryview($y)", "3:$d.keys()", "3:$d.items()", "map(str, $r)", "(x for x in $r)", "sum((x for x in $r), $a)", "max((x for x in $r))", "min($r, $r)", "max($r, default=$a)", "collections.deque($r)", "functools.partial(ident, $a)()", "functools.reduce(lambda x, y: x, $r)", "$l.pop($k)", "$e.pop()", "$a.x", "$a.real", "$a.__class__.__name__", "($a.__doc__ and 0)", "$a[$a]", "$a[$k:$k]", "$a($a)", "($a or $a)", "(lambda: 0 and $a)",
	},
}
