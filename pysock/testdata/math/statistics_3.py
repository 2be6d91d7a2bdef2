# Averages, spreads, correlation and the normal distribution.
from statistics import *
from fractions import Fraction as F
import statistics
d=[1,2,3,4,4.5,7]
for f in mean,fmean,geometric_mean,harmonic_mean,median,median_low,median_high,median_grouped,mode,multimode,pstdev,pvariance,stdev,variance,quantiles:
    print(f.__name__,f(d),f(iter(d)))
    for bad in ([],['a'],[1]):
        try: print(f(bad))
        except Exception as e: print(type(e).__name__,e)
print(mean([F(1,2),F(1,3)]),variance([F(1,2),F(1,3)]),mean([1,2]),mean([1,3]),stdev([1,2,3,1e300]),mean([1e308]*3),mean([float('inf'),1]))
print(covariance([1,2,3],[4,5,7]),correlation([1,2,3],[4,5,7]),linear_regression([1,2,3],[4,5,7]),linear_regression([1,2,3],[4,5,7],proportional=True))
n=NormalDist(10,2.5)
print(n,n.cdf(11),n.pdf(11),[n.inv_cdf(p) for p in (.001,.1,.2,.5,.7,.9,.9999,1e-12,1e-300)],n.quantiles(),n.overlap(NormalDist(12,1)),n.zscore(4),n+n,n-1,2*n,n/3,-n,3-n,n==NormalDist(10,2.5),NormalDist.from_samples([1,2,3]))
print(quantiles(range(11),n=10,method='inclusive'),quantiles([1,2,5],n=3),fmean([1,2],[3,4]),harmonic_mean([40,60],weights=[5,30]),stdev([1.5,2.5,2.75]),pstdev([1,2,3,4],2.5))
import random
random.seed(5); x=[random.gauss(3,1e-5) for _ in range(200)]; print(stdev(x),variance(x),pstdev(x),mean(x))
