# Names that resemble one that is bound only later.
m_1 = 1
class C: pass
class m_11(C): m_11
# ---
m_1 = 1
try:
  class m_11: print(m_11)
except NameError as e: print(e.name)
m_19
m_19 = 3
# ---
m_1 = 1
def f():
   m_11
f()
m_11 = 3
# ---
m_1 = 1
m_11
m_11 = 3
