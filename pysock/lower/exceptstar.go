package lower

import (
	"example.com/pysock/pysock/syntax"
	star "go.starlark.net/syntax"
)

// starHandlers lowers the handlers of a try statement with except* (PEP 654).
// Each of them runs for the part of the exception that it takes, and all of
// them run; what they raise, and what none of them took, is raised in the end:
//
//	except* A as e: B    #s = #e // @stargroup
//	except* C: D         #m = #s // @startake // A
//	                     if #m is not None:
//	                         def #1(): e = #m; B
//	                         #s // @starrun // #1
//	                     #m = #s // @startake // C
//	                     if #m is not None: ...
//	                     #s // @starend
func (l *lowerer) starHandlers(at star.Position, list []*syntax.ExceptHandler, exc string) []star.Stmt {
	state := l.temp()
	out := []star.Stmt{assign(at, ident(at, state), l.op1(at, "stargroup", ident(at, exc)))}
	for _, h := range list {
		p := l.start(h)
		taken := l.temp()
		name, def, _ := l.part(p, nil, func() []star.Stmt { return l.handlerBody(p, h, taken) })
		out = append(out,
			assign(p, ident(p, taken), l.op2(p, "startake", ident(p, state), h.Type)),
			&star.IfStmt{If: p, Cond: l.op2(p, "isnot", ident(p, taken), &syntax.Constant{Kind: syntax.None}), True: []star.Stmt{
				def, discard(apply(p, l.op1(p, "starrun", ident(p, state)), name)),
			}})
	}
	return append(out, discard(l.op1(at, "starend", ident(at, state))))
}
