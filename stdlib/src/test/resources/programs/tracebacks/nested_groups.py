raise ExceptionGroup('outer', [
    ValueError('one'),
    ExceptionGroup('inner', [TypeError('two'), KeyError('three')]),
])
