package main

// A kind is what an expression is, unless there is a mistake. Templates name it
// by a letter. Beyond the kinds here there is one of each class.
type kind int

const (
	anyKind kind = iota
	intKind
	floatKind
	strKind
	boolKind
	listKind
	strsKind
	mixedKind
	nestedKind
	pairsKind
	tupleKind
	pairKind
	dictKind
	tableKind
	setKind
	frozenKind
	bytesKind
	arrayKind
	longKind
	complexKind
	textKind
	callableKind
	iteratorKind
	noneKind
	kinds
	namesKind  = kinds // a set of strings, never any: its order is chance
	firstClass = namesKind + 1
)

// letters are those of the holes in templates.
var letters = map[byte]kind{
	'a': anyKind,
	'i': intKind,
	'f': floatKind,
	's': strKind,
	'b': boolKind,
	'l': listKind,   // of ints
	'L': strsKind,   // a list of strings
	'X': mixedKind,  // a list of anything
	'N': nestedKind, // a list of lists of ints
	'P': pairsKind,  // a list of pairs
	'T': tupleKind,  // of ints
	't': pairKind,   // an int and a string
	'd': dictKind,   // from strings to ints
	'D': tableKind,  // from ints to strings
	'e': setKind,    // of ints
	'z': frozenKind, // a frozenset of ints
	'E': namesKind,
	'y': bytesKind,
	'Y': arrayKind, // a bytearray
	'g': longKind,  // an int that doesn't fit 64 bits, or nearly so
	'c': complexKind,
	'u': textKind,     // unicode in Python 2, str in 3
	'C': callableKind, // takes an int, returns one
	'I': iteratorKind, // of ints, once
	'o': noneKind,     // None and the like
}

// prefix begins the names of variables of a kind.
func (k kind) prefix() string {
	for letter, other := range letters {
		if k == other && k != anyKind {
			return map[bool]string{true: string(letter), false: string(letter+'a'-'A') + "s"}[letter >= 'a']
		}
	}
	return "o"
}

// kind is any kind.
func (g *generator) kind() kind { return 1 + kind(g.Intn(int(kinds)-1)) }

// atoms are variables' first values.
var atoms = map[kind]string{
	intKind:      "0 1 2 3 -1 7 -3 10 255 True 5 0x1f 42 100 -17",
	floatKind:    "0.0 1.5 -2.25 0.1 1e16 3.0 1e-7 -0.0 100.0 2.5 0.5 1234567.891 -1e-3",
	strKind:      `'' 'a' 'ab' 'hello' 'a,b' "it's" 'A1' 'xyz' '12' 'a\tb\n' 'Hello§World' '§pad§' r'\n' 'x=1;y=2' 'zzz' """q"r"""`,
	boolKind:     "True False (not§1) True False",
	listKind:     "[] [1] [1,2,3] [3,1,2] [0]*3 list(range(4)) [5,5,-1] [10,20,30,40,50]",
	strsKind:     "[] ['a'] ['b','a'] ['x','yy','zzz'] 'a§b§c'.split() list('hello') ['','A','a']",
	mixedKind:    "[] [1,'a'] [None,1] [1.5,2] [[],{}] [1,(2,3)] ['x',None,True] [{'k':[1]}]",
	nestedKind:   "[] [[1],[2]] [[1,2],[3,4]] [[],[0]] [[1,2,3]]*2 [[5]]",
	pairsKind:    "[] [(1,'a')] [(2,'b'),(1,'a')] [(1,'x'),(1,'y'),(0,'z')] list(enumerate('ab'))",
	tupleKind:    "() (1,) (1,2) (1,2,3) (3,1,2) (0,)*2",
	pairKind:     "(1,'a') (0,'') (2,'xy') (-1,'q')",
	dictKind:     "{} {'a':1} {'a':1,'b':2} dict(a=1) {'k':0,'b':-5} dict(x=1,y=2)",
	tableKind:    "{} {1:'x'} {1:'x',2:'y'} {0:'a',10:'b',-1:'c'}",
	setKind:      "set() {1} {1,2,3} set([1,2]) {5,3,1} {0,10,20}",
	frozenKind:   "frozenset() frozenset([1]) frozenset((1,2,3)) frozenset({4,5})",
	namesKind:    "{'a'} {'a','b'} set('hello') {'x','y','z'}",
	bytesKind:    `b'' b'a' b'abc' b'\x00\xff' b'a,b' b'Hello§World' b'12'`,
	arrayKind:    `bytearray() bytearray(b'xy') bytearray(3) bytearray([1,2,255]) bytearray(b'hello')`,
	longKind:     "10**20 -2**63 2**64 10**30 2**62 -10**19",
	complexKind:  "1j (1+2j) complex(1,-1) (0.5-1j) -2j 0j",
	textKind:     `u'' u'x' u'\u20ac' u'caf\xe9' u'Hello' u'a,b' u'\xdf\u0130'`,
	callableKind: "ident (lambda§x:x+1) (lambda§x,y=2:x*y) abs (lambda*a:len(a)) int (lambda§x:-x)",
	iteratorKind: "iter([1,2,3]) iter(()) iter(range(3)) (x§for§x§in§(4,5)) reversed([1,2])",
	noneKind:     "None None Ellipsis NotImplemented",
}
