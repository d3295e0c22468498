import resource

r = resource.getrusage(resource.RUSAGE_SELF)
print(type(r).__name__, len(r), r.ru_utime > 0, r.ru_maxrss > 1000, r[0] == r.ru_utime, r.ru_utime + r.ru_stime < 1000, r.ru_nswap)
print(repr(r).split('ru_utime')[0], type(r.ru_utime), type(r.ru_maxrss))
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime >= 0, resource.getrusage(resource.RUSAGE_THREAD).ru_utime > 0)
for name in sorted(n for n in dir(resource) if n.startswith('RLIM')):
    value = getattr(resource, name)
    print(name, value)
    if name != 'RLIM_INFINITY':
        limits = resource.getrlimit(value)
        print(isinstance(limits, tuple), len(limits), [type(x) for x in limits])
print(resource.getpagesize())
soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
print(resource.prlimit(0, resource.RLIMIT_NOFILE) == (soft, hard))
for wrong in (lambda: resource.getrusage(7), lambda: resource.getrlimit(77), lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (1,))):
    try:
        wrong()
    except (ValueError, OSError) as e:
        print(type(e).__name__, e)
print(resource.error is OSError)
