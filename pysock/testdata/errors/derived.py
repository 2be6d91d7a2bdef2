class C2(int): pass
class C1(tuple): pass
class L(list): pass
class F(float): pass
class S(str): pass
class D(dict): pass
import traceback
for s in "C2()[0] C1()>=1 F(1)[0] C1()[None] L()[None] S()[None] L()<1 F(1)<\"a\" D()<1 S()<1 D()+1 L()+1 C1()+1 S()+1 S()*L() C2()+\"\" len(C2()) iter(C2()) C2()() -S() ~F(1) C2().x L([1]).x L([1])[\"a\"] del_ S(\"a\")[\"b\"] C1([1])[5] L([1])[5] [1,2][S(\"a\")] 1<<-1 (1)<<-1 C2(1)<<S() C2(1)&F(1) C2(1)%S() S(\"%d\")%S() C1()-1 D()[1] C1()|1 D()|1 abs(S()) round(S()) sum(C2()) int(L()) float(D()) max(C2()) sorted(C2()) open(L()) \"\".join(C2())  range(F(1)) ord(S()) C2(1)[0:1] isinstance(1,C2())".split():
  try: eval(s)
  except Exception as e: print(s, type(e).__name__, e)
