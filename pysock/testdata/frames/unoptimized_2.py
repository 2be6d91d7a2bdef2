# locals() of a function with exec shows no variables of functions around.
def outer(a, b):
    def e1():
        exec 'x = 1' in {}
        q = a
        return sorted(locals())
    def e2():
        q = a
        return sorted(locals())
    def e3(z):
        exec 'x = 1' in {}
        q = lambda: z
        return sorted(locals())
    def e4():
        q = a
        exec 'y = 2' in {}, {}
        return sorted(locals()), sorted(eval('locals()')), eval('b') if 0 else None
    print e1(), e2(), e3(1), e4()
    print e1.func_code.co_flags & 1, e2.func_code.co_flags & 1, e3.func_code.co_flags & 1
outer(1, 2)
