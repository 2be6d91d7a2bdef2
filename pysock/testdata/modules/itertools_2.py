import itertools as i
def show(f):
    try: print f()
    except Exception as x: print type(x).__name__, x
print list(i.imap(None, [1,2], 'ab')), list(i.imap(pow, (2,3), (3,2))), list(i.izip('ab', [1])), list(i.izip()), list(i.izip_longest('ab', [1], fillvalue=0))
print list(i.ifilter(None, [0,1])), list(i.ifilterfalse(lambda x: x > 1, [0,1,2]))
for e in ['i.count(1,2,3)','i.count("a")','i.repeat()','i.repeat(1,2,3)','i.repeat(1,times="a")','i.islice([1])','i.islice([1],-1)','i.islice([1],1,2,0)','i.islice([1],1,2,3,4)','i.product(repeat=-1)','i.product([1],foo=2)','i.permutations([1],-1)','i.combinations([1],-1)','i.combinations([1])','i.izip_longest(fill=3)','i.izip_longest(1)','i.chain(x=1)','list(i.chain(1))','i.cycle()','i.cycle(1)','i.starmap(1)','list(i.starmap(pow,[1]))','i.takewhile(1)','i.groupby()','i.groupby([],None,3)','i.imap()','i.imap(1)','list(i.imap(None,[1],[2]))','i.izip(1)','i.izip([],x=2)','i.compress([1])','i.ifilter(1)','i.ifilterfalse(1)','i.tee()','i.tee([],-1)','i.tee(3)','i.chain.from_iterable(3)','next(i.count())','i.cycle([],x=2)','i.islice()', 'i.islice([1],"a")','i.islice([1],"a",3)','i.islice([1],0,3,"a")','i.takewhile(None,[1],2)','list(i.takewhile(None,[1]))', 'i.count(step=2)','i.count(1,step="a")','i.groupby([1],k=2)','type(i.tee([])[0])','type(i.groupby([1]))','type(next(i.groupby([1]))[1])', 'i.count(10L)', 'sorted(n for n in dir(i) if n[0] != "_")']:
    show(lambda: (e, eval(e)))
