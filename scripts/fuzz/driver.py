"""Runs programs, one in each line of standard input as a JSON string, and
answers each with its output and the traceback of its end, or null if it took
too long. What prints tracebacks reads the source from a file in the working
directory.

With the argument "scatter", each instruction runs by itself, objects of a program live
until its end, so that no two have the same address, and addresses are in no order."""

import ast
import gc
import json
import linecache
import random
import resource
import signal
import sys

try:
    import __builtin__ as builtins
    from cStringIO import StringIO
except ImportError:
    import builtins
    from io import StringIO

NAME = 'p.py'
MEMORY = 4 << 30
SCATTER = sys.argv[1:] == ['scatter']
ITSELF = sys.modules['__main__']  # must outlive its place there


class Timeout(BaseException):
    pass


LATE = []  # not empty if the program took too long, even if it caught the Timeout


def ring(*args):
    LATE.append(True)
    raise Timeout


KEPT = []


def __keep__(value):
    KEPT.append((value, sys.exc_info()[1]))
    return value


class Keeper(ast.NodeTransformer):
    """Has a program keep each value that it makes."""

    MAKES = (ast.Attribute, ast.BinOp, ast.Call, ast.Dict, ast.DictComp, ast.GeneratorExp, ast.Lambda,
             ast.List, ast.ListComp, ast.Set, ast.SetComp, ast.Subscript, ast.Tuple, ast.UnaryOp)
    PATTERN = getattr(ast, 'pattern', ())

    def visit(self, node):
        if isinstance(node, self.PATTERN):
            return node
        self.generic_visit(node)
        name = ast.copy_location(ast.Name(id=__keep__.__name__, ctx=ast.Load()), node)
        if isinstance(node, self.MAKES) and isinstance(getattr(node, 'ctx', None), (ast.Load, type(None))):
            more = {'starargs': None, 'kwargs': None} if str is bytes else {}
            return ast.copy_location(ast.Call(func=name, args=[node], keywords=[], **more), node)
        if hasattr(node, 'decorator_list'):
            node.decorator_list.append(name)
        return node


def scatter():
    """Leaves holes for small objects to fall into, in no order."""
    holes = [bytearray(size) if size % 2 else 'x' * size for size in range(480) for _ in range(60)]
    random.shuffle(holes)
    del holes[::2]
    KEPT.append(holes)


def ignore(*event):
    """Traces nothing. CPython 3.11 joins no instructions where there is a tracer: else, the
    second of two has the line of the first once a function has often run."""


def run(source, file):
    with open(NAME, 'wb') as f:
        f.write(source if str is bytes else source.encode('utf-8'))
    linecache.clearcache()
    module = type(sys)('__main__')
    module.__file__ = NAME
    sys.modules['__main__'] = module
    try:
        if SCATTER:
            scatter()
            builtins.__keep__ = __keep__
            source = Keeper().visit(ast.parse(source, NAME))
            sys.settrace(ignore)
        exec(compile(source, NAME, 'exec', dont_inherit=True), module.__dict__)
    except Timeout:
        return None
    except SystemExit as e:
        return 'exit %s' % e
    except:
        kind, value, tb = sys.exc_info()
        while tb is not None and tb.tb_frame.f_code.co_filename != NAME:
            tb = tb.tb_next
        sys.stderr = text = StringIO()
        try:
            sys.__excepthook__(kind, value if str is bytes else value.with_traceback(tb), tb)
        finally:
            sys.stderr = sys.__stderr__
            kind = value = tb = None  # its frames know this one, which would be a circle
        return text.getvalue()
    finally:
        sys.settrace(None)
        sys.exc_clear() if hasattr(sys, 'exc_clear') else None
    return ''


def leave():
    """Ends the program's module as Python 2 does, and returns what that has to say
    on standard error: the last traceback goes first."""
    sys.stderr = text = StringIO()
    try:
        raise Timeout
    except Timeout:
        pass
    sys.exc_clear()
    sys.modules['__main__'] = ITSELF
    sys.stderr = sys.__stderr__
    return text.getvalue()


def main():
    signal.signal(signal.SIGALRM, ring)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    gc.freeze() if hasattr(gc, 'freeze') else None
    out, source_lines = sys.stdout, iter(sys.stdin.readline, '')
    for line in source_lines:
        source = json.loads(line)
        if str is bytes:
            source = source.encode('utf-8')
        sys.stdout = StringIO() if str is not bytes else open('out', 'w+')  # a file knows of print's spaces
        signal.setitimer(signal.ITIMER_REAL, 1.5)
        end = run(source, NAME)
        del KEPT[:]
        signal.setitimer(signal.ITIMER_REAL, 0)
        if LATE:
            end = None
            del LATE[:]
        if str is bytes:
            said = leave()
            sys.stdout.seek(0)
            text = sys.stdout.read().decode('latin-1')  # bytes
            end = None if end is None else (end + said).decode('latin-1')
            sys.stdout.close()
        else:
            sys.modules['__main__'] = ITSELF
            gc.collect()  # as at CPython's end: generators have something to say
            text = sys.stdout.getvalue()
        sys.stdout = out
        answer = None if end is None else [text, end]
        out.write(json.dumps(answer) + '\n')
        out.flush()


main()
