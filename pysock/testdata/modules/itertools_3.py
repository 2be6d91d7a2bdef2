import itertools as i
def show(f):
    try: print(f())
    except Exception as x: print(type(x).__name__, x)
print(list(i.islice(i.count(10), 3)), list(i.islice(i.count(0.5, -2), 4)), i.count(2**70, 2**70), list(i.islice(i.count(True), 3)))

print(list(i.chain('ab', [1], ())), list(i.chain.from_iterable(['ab', 'cd'])))
print([''.join(x) for x in i.permutations('abc')], list(i.permutations(range(3), 2)), list(i.permutations('ab', 3)), list(i.permutations('', 0)))
print(list(i.combinations('abcd', 2)), list(i.combinations_with_replacement('abc', 2)), list(i.combinations('ab', 0)))
print(list(i.product('ab', range(2))), list(i.product([0,1], repeat=3)), list(i.product()), list(i.product('ab', [])), list(i.product('a', repeat=0)))
print([(k, list(g)) for k, g in i.groupby('aaabbca')], [(k, list(g)) for k, g in i.groupby([1,3,2,5], key=lambda x: x % 2)])
g = i.groupby('aab'); k, first = next(g); k2, second = next(g); print(list(first), list(second))
a, b = i.tee(iter('abc')); print(next(a), list(b), list(a))
a, b, c = i.tee(range(3), 3); next(a); d = a.__copy__(); print(list(a), list(d), list(b))
print(list(i.zip_longest('abc', [1], fillvalue='-')), list(i.zip_longest()), list(i.pairwise('abcd')), list(i.pairwise('a')))
print(list(i.takewhile(lambda x: x < 3, [1,2,3,1])), list(i.dropwhile(lambda x: x < 3, [1,2,3,1])), list(i.filterfalse(None, [0,1,2,''])), list(i.compress('abcdef', [1,0,1,0,1])))
print(list(i.starmap(pow, [(2,3), [3,2]])), list(i.repeat('x', 3)), next(i.repeat(None)), list(i.islice(i.cycle('ab'), 5)), list(i.cycle('')))
print(list(i.islice('abcdef', 2)), list(i.islice('abcdef', 1, None, 2)), list(i.islice('abcdef', 2, 4)), list(i.islice('abc', None)), list(i.islice(range(10), 0, 9, 4)))
it = iter(range(10)); print(list(i.islice(it, 3)), next(it)); print(list(i.islice(it, 1, 4, 5)), next(it))
for e in ['i.count(1,2,3)','i.count("a")','i.repeat()','i.repeat(1,2,3)','i.repeat(1,times="a")','i.islice([1])','i.islice([1],-1)','i.islice([1],1,2,0)','i.islice([1],1,2,3,4)','i.product(repeat=-1)','i.product([1],foo=2)','i.permutations([1],-1)','i.permutations([1],1.0)','i.combinations([1],-1)','i.combinations([1])','i.zip_longest(fill=3)','i.zip_longest(1)','i.chain(x=1)','list(i.chain(1))','i.cycle()','i.cycle(1)','i.starmap(1)','list(i.starmap(pow,[1]))','i.takewhile(1)','i.groupby()','i.groupby([],None,3)','i.accumulate()','i.accumulate([],None,3)','i.accumulate([],initial=3,x=3)','i.compress([1])','i.filterfalse(1)','i.tee()','i.tee([],-1)','i.tee(3)','i.pairwise()','i.pairwise(3)','i.chain.from_iterable(3)','next(i.count())','i.cycle([],x=2)','i.islice()', 'i.islice([1],"a")','i.islice([1],"a",3)','i.islice([1],0,3,"a")','i.takewhile(None,[1],2)','list(i.takewhile(None,[1]))', 'i.count(step=2)','i.count(1,step="a")','i.groupby([1],k=2)', 'next(i.chain())', 'i.repeat(5, -3)', 'len(i.repeat(3))','type(i.chain())', 'i.chain', 'i.chain().foo', 'i.count(3)+1','sorted(n for n in dir(i) if n[0] != "_")', 'i.repeat(3, 4).__reduce__()']:
    show(lambda: (e, eval(e)))
class C(i.count):
    def __init__(self, *a): self.x = 1
c = C(5); print(next(c), next(c), c.x, isinstance(c, i.count))
def gen():
    yield 1
    raise ValueError('boom')
show(lambda: list(i.chain(gen(), [2])))
show(lambda: list(i.zip_longest(gen(), [2, 3])))
show(lambda: list(i.groupby(gen())))
