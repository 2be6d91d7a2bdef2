import random
for s in (1, 0, -5, 2**70, 1.5, 2.0):
    random.seed(s)
    print(s, random.random(), random.getrandbits(10), random.getrandbits(70), random.randrange(1000), random.randint(1,6), random.choice("abcdef"))
    x = list(range(10)); random.shuffle(x); print(x)
    print(random.sample(range(1000), 12), random.sample(range(20), 5))
    print([round(f, 9) for f in (random.gauss(0,1), random.gauss(0,1), random.normalvariate(1,2), random.uniform(1,5), random.expovariate(2), random.gammavariate(.5,2), random.gammavariate(2,3), random.gammavariate(1,1), random.betavariate(1,3), random.paretovariate(3), random.weibullvariate(1,2), random.vonmisesvariate(1,4), random.triangular(), random.lognormvariate(0,1))])
