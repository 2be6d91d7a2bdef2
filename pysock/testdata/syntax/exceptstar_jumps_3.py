# break, continue and return can't leave an except* clause.
BODIES = '''return
return 1
break
continue
for x in y: break
for x in y: continue
for x in y: return
while x: pass\\nelse: break
try: return\\nexcept: pass
try: pass\\nexcept: return
try: pass\\nexcept: break
try: pass\\nfinally: continue
for x in y:\\n try: break\\n except: continue
for x in y:\\n try: pass\\n except* E: break
for x in y:\\n try: pass\\n except* E: pass\\n else: break
for x in y:\\n try: pass\\n except* E:\\n  for z in x: break
for x in y:\\n try: pass\\n except* E:\\n  for z in x: return
def f(): return
lambda: 1
class C:\\n def f(self): return
if x: return
'''.splitlines()
for body in BODIES:
    body = body.replace('\\n', '\n').replace('\n', '\n   ')
    for part in 'except* E:\n   %s', 'except* E: pass\n  except* F:\n   %s', 'except* E: pass\n  else:\n   %s', 'except* E: pass\n  finally:\n   %s':
        src = 'def f():\n for a in b:\n  try: pass\n  ' + part % body + '\n'
        try:
            compile(src, 'x', 'exec')
            print('fine')
        except SyntaxError as e:
            print(e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)
