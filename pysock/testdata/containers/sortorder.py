# What sorting asks, in which order, and that it is stable.
class K(object):
    log=[]
    def __init__(self,v,i=0): self.v=v; self.i=i
    def __lt__(self,o): K.log.append((self.v,o.v)); return self.v<o.v
def h(x):
    r=0
    for a,b in x: r=(r*31+a*7+b)%1000003
    return r
seed=12345
def rnd(n):
    global seed
    seed=(seed*1103515245+12345)%2**31
    return (seed>>8)%n
for n in [0,1,2,3,5,8,20,40,63]:
    for kind in range(6):
        if kind==0: l=list(range(n))
        elif kind==1: l=list(range(n))[::-1]
        elif kind==2: l=[rnd(1000) for _ in range(n)]
        elif kind==3: l=[rnd(4) for _ in range(n)]
        elif kind==4: l=[i//3 for i in range(n)]
        else: l=[i%5 for i in range(n)]
        for rev in (False,True):
            K.log=[]
            r=sorted([K(v,i) for i,v in enumerate(l)],reverse=rev)
            print(n,kind,rev,len(K.log),h(K.log),[ (k.v,k.i) for k in r][:5], [k.v for k in r]==sorted(l,reverse=rev))
for n in [64,100,1000,5000]:
    l=[rnd(50) for _ in range(n)]
    r=sorted([K(v,i) for i,v in enumerate(l)])
    print(all((a.v,a.i)<(b.v,b.i) for a,b in zip(r,r[1:])), len(r))
    l=list(range(n//2))+list(range(n//3))[::-1]+l
    r=sorted([K(v,i) for i,v in enumerate(l)])
    print(all((a.v,a.i)<(b.v,b.i) for a,b in zip(r,r[1:])), len(r))
