# The places of errors at the end of a source, in blocks.
for s in ('def f():\n  try: 1\n', 'def f():\n  if x:\n', 'class A:\n  def f():\n', 'class A:\n  def f():\n\n', 'class A:\n  def f():', 'class A:\n  def f(): # c\n', 'def f():\n  try:\n    1\n', 'def f():\n  try:\n    1', 'def f():\n  try: 1\nx', 'def f():\n  if x:\nx = 1\n', 'def f():\n  try:\n    1\n\n# a\n', 'if 1:\n  if 2:\n    while 1:\n', 'if 1:\n  if 2:\n    try: x\n', 'if 1:\n  if 2:\n    try: x', 'if 1:\n  if 2:\n    try:\n      x', 'def f():\n  try: 1\n  \n', 'if 1:\n  for x in y:\n  '):
    for m in 'exec', 'single':
        try: compile(s, 'q', m); print(repr(s), 'ok')
        except SyntaxError as e: print(repr(s), m, e.args)
