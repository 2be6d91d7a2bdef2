package syntax

import "sort"

// Walk calls f for n and, as long as f returns true, for what n is made of, in
// the order of the source.
func Walk(n Node, f func(Node) bool) {
	if f(n) {
		children(n, func(c Node) { Walk(c, f) })
	}
}

// children calls f for each node that n consists of, in the order of the source.
// Optional parts that are absent are passed over.
func children(n Node, f func(Node)) {
	opt := func(x Expr) {
		if x != nil {
			f(x)
		}
	}
	switch n := n.(type) {
	case *File:
		each(n.Body, f)

	case *Name, *Constant, *Int, *Float, *Imag, *Str:
	case *JoinedStr:
		each(n.Values, f)
	case *FormattedValue:
		f(n.X)
		if n.Spec != nil {
			f(n.Spec)
		}
	case *BoolOp:
		each(n.Values, f)
	case *NamedExpr:
		f(n.Target)
		f(n.Value)
	case *BinOp:
		f(n.X)
		f(n.Y)
	case *UnaryOp:
		f(n.X)
	case *Lambda:
		f(n.Params)
		f(n.Body)
	case *IfExp:
		f(n.Body)
		f(n.Test)
		f(n.Else)
	case *Dict:
		for i, v := range n.Values {
			opt(n.Keys[i])
			f(v)
		}
	case *Set:
		each(n.Elts, f)
	case *List:
		each(n.Elts, f)
	case *Tuple:
		each(n.Elts, f)
	case *Comp:
		f(n.Elt)
		opt(n.Value)
		each(n.Generators, f)
	case *Generator:
		f(n.Target)
		f(n.Iter)
		each(n.Ifs, f)
	case *Await:
		f(n.X)
	case *Yield:
		opt(n.Value)
	case *YieldFrom:
		f(n.X)
	case *Compare:
		f(n.X)
		each(n.Ys, f)
	case *Call:
		f(n.Func)
		arguments(n.Args, n.Keywords, f)
	case *Keyword:
		f(n.Value)
	case *Repr:
		f(n.X)
	case *Attribute:
		f(n.X)
	case *Subscript:
		f(n.X)
		f(n.Index)
	case *Slice:
		opt(n.Lo)
		opt(n.Hi)
		opt(n.Step)
	case *Starred:
		f(n.X)

	case *Params:
		each(n.PosOnly, f)
		each(n.Args, f)
		if n.Vararg != nil {
			f(n.Vararg)
		}
		each(n.KwOnly, f)
		if n.Kwarg != nil {
			f(n.Kwarg)
		}
	case *Param:
		opt(n.Tuple)
		opt(n.Annotation)
		opt(n.Default)

	case *FunctionDef:
		each(n.Decorators, f)
		f(n.Params)
		opt(n.Returns)
		each(n.Body, f)
	case *ClassDef:
		each(n.Decorators, f)
		arguments(n.Bases, n.Keywords, f)
		each(n.Body, f)
	case *Return:
		opt(n.Value)
	case *Delete:
		each(n.Targets, f)
	case *Assign:
		each(n.Targets, f)
		f(n.Value)
	case *AugAssign:
		f(n.Target)
		f(n.Value)
	case *AnnAssign:
		f(n.Target)
		f(n.Annotation)
		opt(n.Value)
	case *For:
		f(n.Target)
		f(n.Iter)
		each(n.Body, f)
		each(n.Else, f)
	case *While:
		f(n.Test)
		each(n.Body, f)
		each(n.Else, f)
	case *If:
		f(n.Test)
		each(n.Body, f)
		each(n.Else, f)
	case *With:
		each(n.Items, f)
		each(n.Body, f)
	case *WithItem:
		f(n.Context)
		opt(n.Target)
	case *Raise:
		opt(n.Exc)
		opt(n.Cause)
		opt(n.Value)
		opt(n.Traceback)
	case *Try:
		each(n.Body, f)
		each(n.Handlers, f)
		each(n.Else, f)
		each(n.Finally, f)
	case *ExceptHandler:
		opt(n.Type)
		opt(n.Target)
		each(n.Body, f)
	case *Assert:
		f(n.Test)
		opt(n.Msg)
	case *Import:
		each(n.Names, f)
	case *ImportFrom:
		each(n.Names, f)
	case *Alias, *Global, *Nonlocal, *Pass, *Break, *Continue:
	case *ExprStmt:
		f(n.X)
	case *Print:
		opt(n.Dest)
		each(n.Values, f)
	case *Exec:
		f(n.Body)
		opt(n.Globals)
		opt(n.Locals)
	case *Match:
		f(n.Subject)
		each(n.Cases, f)
	case *MatchCase:
		f(n.Pattern)
		opt(n.Guard)
		each(n.Body, f)

	case *MatchValue:
		f(n.Value)
	case *MatchSingleton, *MatchStar:
	case *MatchSequence:
		each(n.Patterns, f)
	case *MatchMapping:
		for i, k := range n.Keys {
			f(k)
			f(n.Patterns[i])
		}
	case *MatchClass:
		f(n.Cls)
		each(n.Patterns, f)
		each(n.KwdPatterns, f)
	case *MatchAs:
		if n.Pattern != nil {
			f(n.Pattern)
		}
	case *MatchOr:
		each(n.Patterns, f)
	}
}

func each[T Node](list []T, f func(Node)) {
	for _, n := range list {
		f(n)
	}
}

// arguments passes over positional and keyword arguments as they were written:
// *args may stand after a keyword.
func arguments(args []Expr, keywords []*Keyword, f func(Node)) {
	if len(args) == 0 || len(keywords) == 0 || args[len(args)-1].Bounds().Start.Before(keywords[0].Start) {
		each(args, f)
		each(keywords, f)
		return
	}
	all := make([]Node, 0, len(args)+len(keywords))
	each(args, func(n Node) { all = append(all, n) })
	each(keywords, func(n Node) { all = append(all, n) })
	sort.SliceStable(all, func(i, j int) bool { return all[i].Bounds().Start.Before(all[j].Bounds().Start) })
	each(all, f)
}

// Conditions calls f for the expressions of which the truth is asked to find out
// that of test, from left to right.
func Conditions(test Expr, f func(Expr)) {
	switch e := test.(type) {
	case *BoolOp:
		for _, v := range e.Values {
			Conditions(v, f)
		}
		return
	case *IfExp:
		Conditions(e.Test, f)
		Conditions(e.Body, f)
		Conditions(e.Else, f)
		return
	case *UnaryOp:
		if e.Op == Not {
			Conditions(e.X, f)
			return
		}
	}
	f(test)
}

// Blocks returns the blocks of a compound statement that run in its own scope, as they
// stand.
func Blocks(s Stmt) (list [][]Stmt) {
	switch s := s.(type) {
	case *If:
		return [][]Stmt{s.Body, s.Else}
	case *For:
		return [][]Stmt{s.Body, s.Else}
	case *While:
		return [][]Stmt{s.Body, s.Else}
	case *With:
		return [][]Stmt{s.Body}
	case *Try:
		list = append(list, s.Body)
		for _, h := range s.Handlers {
			list = append(list, h.Body)
		}
		return append(list, s.Else, s.Finally)
	case *Match:
		for _, c := range s.Cases {
			list = append(list, c.Body)
		}
	}
	return list
}
