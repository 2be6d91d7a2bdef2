import types
print(types.new_class('X', (int,), {}, lambda ns: ns.update(a=1)).a, types.resolve_bases((int,)))
print(types.SimpleNamespace(a=1, b='x'), types.MappingProxyType({'a': 1})['a'])
m = types.ModuleType('mm', 'doc'); m.x = 1; print(m, m.__name__, m.__doc__, m.x)
print(types.MethodType(lambda self, y: (self, y), 5)(6))
class M(type): pass
print(type(types.new_class('Y', (), {'metaclass': M})))
@types.coroutine
def g():
    x = yield 1
    return x
async def c(): return await g()
co = c(); print(co.send(None))
try: co.send(5)
except StopIteration as e: print(e.value)
