"""Means, medians and spread."""

__all__ = ['NormalDist', 'StatisticsError', 'correlation', 'covariance', 'fmean', 'geometric_mean',
           'harmonic_mean', 'linear_regression', 'mean', 'median', 'median_grouped', 'median_high',
           'median_low', 'mode', 'multimode', 'pstdev', 'pvariance', 'quantiles', 'stdev',
           'variance']

import math
from collections import Counter, namedtuple
from math import fsum, sqrt


class StatisticsError(ValueError):
    pass


StatisticsError.__module__ = 'statistics'


def _ratio(x):
    try:
        return x.as_integer_ratio()
    except AttributeError:
        if hasattr(x, 'numerator'):
            return x.numerator, x.denominator
        raise TypeError("can't convert type '%s' to numerator/denominator"
                        % type(x).__name__) from None


def _total(data):
    """The exact sum as a fraction, and the kind of numbers."""
    numerator, denominator, kind = 0, 1, int
    for x in data:
        if isinstance(x, float) and (math.isnan(x) or math.isinf(x)):
            return sum(data), None, float
        a, b = _ratio(x)
        numerator, denominator = numerator * b + a * denominator, denominator * b
        if denominator > 1:
            shared = math.gcd(numerator, denominator)
            numerator //= shared
            denominator //= shared
        if not isinstance(x, int):
            kind = type(x)
    return numerator, denominator, kind


def _converted(numerator, denominator, kind):
    if denominator < 0:
        numerator, denominator = -numerator, -denominator
    if kind is int:
        return numerator // denominator if numerator % denominator == 0 else numerator / denominator
    if kind is float:
        return numerator / denominator
    try:
        return kind(numerator, denominator)
    except TypeError:
        return kind(numerator) / kind(denominator)


def mean(data):
    data = list(data)
    if not data:
        raise StatisticsError('mean requires at least one data point')
    numerator, denominator, kind = _total(data)
    if denominator is None:
        return numerator / len(data)
    return _converted(numerator, denominator * len(data), kind)


def fmean(data, weights=None):
    data = list(data)
    if weights is not None:
        weights = list(weights)
        if len(weights) != len(data):
            raise StatisticsError('data and weights must be the same length')
        total = fsum(weights)
        if not total:
            raise StatisticsError('sum of weights must be non-zero')
        return fsum(x * w for x, w in zip(data, weights)) / total
    if not data:
        raise StatisticsError('fmean requires at least one data point')
    return fsum(data) / len(data)


def geometric_mean(data):
    data = list(data)
    if not data or any(x <= 0 for x in data):
        raise StatisticsError('geometric mean requires a non-empty dataset containing positive '
                              'numbers')
    return math.exp(fmean(map(math.log, data)))


def harmonic_mean(data, weights=None):
    data = list(data)
    if not data:
        raise StatisticsError('harmonic_mean requires at least one data point')
    if any(x < 0 for x in data):
        raise StatisticsError('harmonic mean does not support negative values')
    if any(x == 0 for x in data):
        return 0
    if weights is None:
        if len(data) == 1:
            return data[0]
        weights = [1] * len(data)
    numerator, denominator = 0, 1
    for w, x in zip(weights, data):
        a, b = _ratio(x)
        c, d = _ratio(w)
        numerator, denominator = numerator * a * d + b * c * denominator, denominator * a * d
    a, b, kind = _total(data + list(weights))
    total, unit, _ = _total(weights)
    return _converted(total * denominator, unit * numerator, kind)


def median(data):
    data = sorted(data)
    n = len(data)
    if n == 0:
        raise StatisticsError('no median for empty data')
    if n % 2:
        return data[n // 2]
    return (data[n // 2 - 1] + data[n // 2]) / 2


def median_low(data):
    data = sorted(data)
    if not data:
        raise StatisticsError('no median for empty data')
    return data[(len(data) - 1) // 2]


def median_high(data):
    data = sorted(data)
    if not data:
        raise StatisticsError('no median for empty data')
    return data[len(data) // 2]


def median_grouped(data, interval=1.0):
    data = sorted(data)
    n = len(data)
    if not n:
        raise StatisticsError('no median for empty data')
    x = data[n // 2]
    first = data.index(x)
    count = data.count(x)
    return float(x) - interval / 2.0 + interval * (n / 2 - first) / count


def mode(data):
    pairs = Counter(iter(data)).most_common(1)
    if not pairs:
        raise StatisticsError('no mode for empty data')
    return pairs[0][0]


def multimode(data):
    counts = Counter(iter(data))
    if not counts:
        return []
    most = max(counts.values())
    return [value for value, count in counts.items() if count == most]


def quantiles(data, *, n=4, method='exclusive'):
    if n < 1:
        raise StatisticsError('n must be at least 1')
    data = sorted(data)
    size = len(data)
    if size < 2:
        raise StatisticsError('must have at least two data points')
    result = []
    if method == 'inclusive':
        for i in range(1, n):
            j, delta = divmod(i * (size - 1), n)
            result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        return result
    if method == 'exclusive':
        m = size + 1
        for i in range(1, n):
            j = i * m // n
            j = 1 if j < 1 else size - 1 if j > size - 1 else j
            delta = i * m - j * n
            result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
        return result
    raise ValueError('Unknown method: %r' % (method,))


def _squares(data, center=None):
    """The sum of squared distances as a fraction, and the kind of numbers."""
    numerator, denominator, kind = _total(data)
    n = len(data)
    if denominator is None:
        # an infinity or a nan is among them: there is no exact sum
        middle = numerator / n if center is None else center
        return sum((x - middle) ** 2 for x in data), None, kind
    if center is not None:
        a, b = _ratio(center)
    else:
        a, b = numerator, denominator * n
    top, bottom = 0, 1
    for x in data:
        c, d = _ratio(x)
        e, f = c * b - a * d, d * b
        top, bottom = top * f * f + e * e * bottom, bottom * f * f
        shared = math.gcd(top, bottom)
        if shared > 1:
            top //= shared
            bottom //= shared
    return top, bottom, kind


def variance(data, xbar=None):
    data = list(data)
    if len(data) < 2:
        raise StatisticsError('variance requires at least two data points')
    top, bottom, kind = _squares(data, xbar)
    if bottom is None:
        return top / (len(data) - 1)
    return _converted(top, bottom * (len(data) - 1), kind)


def pvariance(data, mu=None):
    data = list(data)
    if not data:
        raise StatisticsError('pvariance requires at least one data point')
    top, bottom, kind = _squares(data, mu)
    if bottom is None:
        return top / len(data)
    return _converted(top, bottom * len(data), kind)


def _root(numerator, denominator):
    """The square root of a fraction, correctly rounded."""
    if denominator is None:
        raise AttributeError("'float' object has no attribute 'numerator'")
    if not numerator:
        return 0.0
    shift = (numerator.bit_length() - denominator.bit_length() - 109) // 2
    if shift >= 0:
        root, scale = math.isqrt(numerator // (denominator << 2 * shift)) | 1, shift
        return float(root << scale)
    root = math.isqrt((numerator << -2 * shift) // denominator) | 1
    return root / (1 << -shift)


def stdev(data, xbar=None):
    data = list(data)
    if len(data) < 2:
        raise StatisticsError('stdev requires at least two data points')
    top, bottom, kind = _squares(data, xbar)
    return _root(top, bottom and bottom * (len(data) - 1))


def pstdev(data, mu=None):
    data = list(data)
    if not data:
        raise StatisticsError('pstdev requires at least one data point')
    top, bottom, kind = _squares(data, mu)
    return _root(top, bottom and bottom * len(data))


def covariance(x, y, /):
    n = len(x)
    if len(y) != n:
        raise StatisticsError('covariance requires that both inputs have same number of data '
                              'points')
    if n < 2:
        raise StatisticsError('covariance requires at least two data points')
    xbar, ybar = fsum(x) / n, fsum(y) / n
    return fsum((a - xbar) * (b - ybar) for a, b in zip(x, y)) / (n - 1)


def correlation(x, y, /):
    n = len(x)
    if len(y) != n:
        raise StatisticsError('correlation requires that both inputs have same number of data '
                              'points')
    if n < 2:
        raise StatisticsError('correlation requires at least two data points')
    xbar, ybar = fsum(x) / n, fsum(y) / n
    sxy = fsum((a - xbar) * (b - ybar) for a, b in zip(x, y))
    sxx = fsum((a - xbar) ** 2.0 for a in x)
    syy = fsum((b - ybar) ** 2.0 for b in y)
    try:
        return sxy / sqrt(sxx * syy)
    except ZeroDivisionError:
        raise StatisticsError('at least one of the inputs is constant') from None


LinearRegression = namedtuple('LinearRegression', ('slope', 'intercept'))


def linear_regression(x, y, /, *, proportional=False):
    n = len(x)
    if len(y) != n:
        raise StatisticsError('linear regression requires that both inputs have same number of '
                              'data points')
    if n < 2:
        raise StatisticsError('linear regression requires at least two data points')
    if proportional:
        sxy, sxx = fsum(a * b for a, b in zip(x, y)), fsum(a * a for a in x)
    else:
        xbar, ybar = fsum(x) / n, fsum(y) / n
        sxy = fsum((a - xbar) * (b - ybar) for a, b in zip(x, y))
        sxx = fsum((a - xbar) ** 2.0 for a in x)
    try:
        slope = sxy / sxx
    except ZeroDivisionError:
        raise StatisticsError('x is constant') from None
    return LinearRegression(slope, 0.0 if proportional else ybar - slope * xbar)


class NormalDist:
    """A normal distribution."""

    __slots__ = '_mu', '_sigma'

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError('sigma must be non-negative')
        self._mu = float(mu)
        self._sigma = float(sigma)

    @classmethod
    def from_samples(cls, data):
        data = list(data)
        return cls(mean(data), stdev(data))

    mean = property(lambda self: self._mu)
    median = property(lambda self: self._mu)
    mode = property(lambda self: self._mu)
    stdev = property(lambda self: self._sigma)
    variance = property(lambda self: self._sigma * self._sigma)

    def pdf(self, x):
        variance = self._sigma * self._sigma
        if not variance:
            raise StatisticsError('pdf() not defined when sigma is zero')
        diff = x - self._mu
        return math.exp(diff * diff / (-2.0 * variance)) / sqrt(math.tau * variance)

    def cdf(self, x):
        if not self._sigma:
            raise StatisticsError('cdf() not defined when sigma is zero')
        return 0.5 * (1.0 + math.erf((x - self._mu) / (self._sigma * sqrt(2.0))))

    def zscore(self, x):
        if not self._sigma:
            raise StatisticsError('zscore() not defined when sigma is zero')
        return (x - self._mu) / self._sigma

    def __eq__(self, other):
        if not isinstance(other, NormalDist):
            return NotImplemented
        return self._mu == other._mu and self._sigma == other._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __add__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu + other._mu, math.hypot(self._sigma, other._sigma))
        return NormalDist(self._mu + other, self._sigma)

    def __pos__(self):
        return NormalDist(self._mu, self._sigma)

    def __neg__(self):
        return NormalDist(-self._mu, self._sigma)

    def __sub__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu - other._mu, math.hypot(self._sigma, other._sigma))
        return NormalDist(self._mu - other, self._sigma)

    def __mul__(self, other):
        return NormalDist(self._mu * other, self._sigma * math.fabs(other))

    def __truediv__(self, other):
        return NormalDist(self._mu / other, self._sigma / math.fabs(other))

    __radd__ = __add__
    __rmul__ = __mul__

    def __repr__(self):
        return '%s(mu=%r, sigma=%r)' % (type(self).__name__, self._mu, self._sigma)
