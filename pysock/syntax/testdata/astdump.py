"""Tell how this Python reads source files.

Reads paths from standard input, one a line, and prints a line of JSON for
each: whether compile() accepts it, if not the line and message, else a digest
of the tree in a form that the tests of this package produce too. With an
argument, prints that one file's tree itself.

Runs under Python 2.7 and 3.11.
"""
import ast
import hashlib
import json
import struct
import sys
import warnings

PY2 = sys.version_info[0] == 2
SKIP = {"ctx", "type_comment", "type_ignores", "kind"}


def number(n):
    if isinstance(n, complex):
        return "j" + double(n.imag)
    if isinstance(n, float):
        return "f" + double(n)
    return "i%x" % n if n >= 0 else "i-%x" % -n


def double(f):
    return "".join("%02x" % b for b in bytearray(struct.pack(">d", f)))


def codepoints(s):
    return ",".join("%x" % ord(c) for c in s)


def constant(v):
    if v is None or v is True or v is False:
        return str(v)
    if v is Ellipsis:
        return "..."
    if isinstance(v, bytes):
        return "b" + "".join("%02x" % b for b in bytearray(v))
    if isinstance(v, type(u"")):
        return "u" + codepoints(v)
    return number(v)


def dump(x, out, pos):
    """Append the tree x to out, in preorder."""
    if x is None:
        out.append("~")
    elif isinstance(x, list):
        out.append("[")
        for y in x:
            dump(y, out, pos)
        out.append("]")
    elif isinstance(x, ast.AST):
        name = type(x).__name__
        if not x._fields:
            out.append(name)
            return
        out.append("(" + name)
        if pos and hasattr(x, "end_lineno"):
            out.append("@%d:%d-%d:%d" % (x.lineno, x.col_offset + 1, x.end_lineno, x.end_col_offset + 1))
        if name == "JoinedStr":
            pos = False
        if name in ("Constant", "MatchSingleton"):
            out.append(constant(x.value))
        else:
            for f in x._fields:
                if f not in SKIP:
                    dump(getattr(x, f), out, pos)
        out.append(")")
    elif isinstance(x, (int, bool)):
        out.append(str(int(x)))
    else:
        out.append(x)


def dump2(x, out):
    """The same for the trees of Python 2.7."""
    if x is None:
        out.append("~")
        return
    if isinstance(x, list):
        out.append("[")
        for y in x:
            dump2(y, out)
        out.append("]")
        return
    if not isinstance(x, ast.AST):
        out.append(str(x))
        return
    name = type(x).__name__
    if name == "Index":
        return dump2(x.value, out)
    if name == "ExtSlice":
        name, fields = "Tuple", [x.dims]
    elif name == "UnaryOp" and isinstance(x.op, ast.USub) and isinstance(x.operand, ast.Num) and "-" not in repr(x.operand.n):
        name, fields = "Num", [number(-x.operand.n)]
    elif name == "Num":
        fields = [number(x.n)]
    elif name == "Str":
        fields = [constant(x.s)]
    elif name == "Call":
        args, keywords = list(x.args), list(x.keywords)
        fields = [x.func, args, x.starargs, keywords, x.kwargs]
    elif not x._fields:
        out.append(name)
        return
    else:
        fields = [getattr(x, f) for f in x._fields if f not in SKIP]
    out.append("(" + name)
    # The line of a string is that of its end, that of a decorator is its own.
    if isinstance(x, ast.stmt) and name != "Expr" and not getattr(x, "decorator_list", None):
        out.append("@%d" % x.lineno)
    for f in fields:
        dump2(f, out)
    out.append(")")


def tree(src, path):
    out = []
    t = ast.parse(src, path)
    if PY2:
        dump2(t, out)
    else:
        dump(t, out, True)
    return " ".join(out).encode("utf-8")


def report(path):
    with open(path, "rb") as f:
        src = f.read()
    r = {"path": path}
    try:
        compile(src, path, "exec", 0, True)
        r["ok"] = True
    except SyntaxError as e:
        r.update(ok=False, line=e.lineno or 0, msg=str(e.msg))
    except Exception as e:
        r.update(ok=False, line=0, msg=str(e))
    if r["ok"]:
        try:
            r["digest"] = hashlib.md5(tree(src, path)).hexdigest()
        except RuntimeError as e:
            r["digest"] = ""
    return r


def main():
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(20000)
    if len(sys.argv) > 1:
        with open(sys.argv[1], "rb") as f:
            data = tree(f.read(), sys.argv[1])
        getattr(sys.stdout, "buffer", sys.stdout).write(data)
        return
    for line in iter(sys.stdin.readline, ""):
        print(json.dumps(report(line.rstrip("\n"))))


main()
