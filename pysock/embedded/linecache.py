"""Lines of source files, read once."""

import _traceback

__all__ = ["getline", "clearcache", "checkcache", "lazycache"]

# Of each file (size, time, lines, full name); time is None for lines that
# aren't in a file.
cache = {}


def clearcache():
    """Forgets all files."""
    cache.clear()


def getline(filename, lineno, module_globals=None):
    """A line with its end, "" if there is none."""
    lines = getlines(filename, module_globals)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ""


def getlines(filename, module_globals=None):
    """The lines of a file, [] if it can't be read."""
    entry = cache.get(filename)
    if entry is not None and len(entry) != 1:
        return entry[2]
    return updatecache(filename, module_globals)


def checkcache(filename=None):
    """Forgets the files that have changed since they were read."""
    for name in list(cache) if filename is None else [filename]:
        entry = cache.get(name)
        if entry is None or len(entry) == 1 or entry[1] is None:
            continue
        if _traceback.stat(entry[3]) != entry[:2]:
            cache.pop(name, None)


def updatecache(filename, module_globals=None):
    """Reads a file anew, and returns its lines."""
    entry = cache.pop(filename, None)
    if not filename or filename.startswith("<") and filename.endswith(">") and entry is None:
        found = _traceback.lines(filename) if filename else None
        return found[2] if found else []
    found = _traceback.lines(filename)
    if found is None:
        lines = _loaded(entry, filename, module_globals)
        if lines is None:
            return []
        found = sum(map(len, lines)), None, lines, filename
    cache[filename] = found
    return found[2]


def _loaded(entry, filename, module_globals):
    """What the module's loader says its source is."""
    if entry is None:
        if not lazycache(filename, module_globals):
            return None
        entry = cache.pop(filename)
    try:
        data = entry[0]()
    except (ImportError, IOError):
        return None
    if data is None:
        return None
    return [line + "\n" for line in data.splitlines()]


def lazycache(filename, module_globals):
    """Notes how a module's source is found, if its loader knows."""
    if filename in cache:
        return len(cache[filename]) == 1
    if not filename or filename.startswith("<") and filename.endswith(">"):
        return False
    if module_globals and "__loader__" in module_globals:
        name = module_globals.get("__name__")
        get_source = getattr(module_globals["__loader__"], "get_source", None)
        if name and get_source:
            cache[filename] = (lambda: get_source(name),)
            return True
    return False
