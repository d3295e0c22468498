import statistics as s

data = [2.5, 3.25, 5.5, 11.5, 11.75]
ints = [1, 2, 2, 3, 4, 7, 9]
for f in (s.mean, s.fmean, s.median, s.median_low, s.median_high, s.mode, s.stdev, s.pstdev, s.variance, s.pvariance, s.harmonic_mean, s.geometric_mean, s.multimode, s.quantiles, s.median_grouped):
    print(f.__name__, f(data), f(ints), f([1, 2, 3, 4]))
print(s.mean([1, 2, 3]), s.mean([1, 2]), s.stdev([1, 1]), s.mode('abca'), s.multimode('aabb'), s.quantiles(ints, n=10, method='inclusive'), s.fmean([1, 2], [3, 1]))
print(s.correlation([1, 2, 3], [2, 4, 7]), s.covariance([1, 2, 3], [2, 4, 7]), s.linear_regression([1, 2, 3], [2, 4, 7]), s.pvariance([0.1, 0.2, 0.7], 0.3))
n = s.NormalDist(10, 2)
print(n, n.mean, n.stdev, n.variance, n.cdf(12), n.pdf(10), n.zscore(14), n + n, n * 2, n == s.NormalDist(10, 2), s.NormalDist.from_samples([1, 2, 3]))
for f, a in ((s.mean, []), (s.median, []), (s.mode, []), (s.stdev, [1]), (s.variance, []), (s.harmonic_mean, [-1]), (s.geometric_mean, [0]), (s.quantiles, [1]), (s.fmean, [])):
    try:
        f(a)
    except s.StatisticsError as e:
        print(f.__name__, e)
