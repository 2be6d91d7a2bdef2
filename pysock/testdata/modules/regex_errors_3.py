import re
def show(f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e:
        r = type(e).__name__ + ': ' + str(e)
    print(r)
for p in ['(', ')', '[a', 'a**', '*', '(?P<1>a)', '(?P=x)', r'\1', '[z-a]', '(?<=a+)b', 'a{3,2}', '(?z)', r'\q', '(?P<a>x)(?P<a>y)', 'x(?i)', '\\', '(?:', '(?<a', '(?P', '(?P<', '(?Px', '[a-\\d]', '(?(1)a|b|c)', '(?(2)a)', '(?-i', '(?i-:a)', '(?a-i', r'\x1', 'a\n(b', '(?#', '^*', '(?(', '(?(a)b)', '(?i', '(?', r'\u12']:
    show(re.compile, p)
show(re.sub, 'a', r'\2', 'a'); show(re.sub, 'a', r'\g<x>', 'a'); show(re.sub, '(a)', r'\g<1', 'a'); show(re.sub,'a',r'\z','a')
