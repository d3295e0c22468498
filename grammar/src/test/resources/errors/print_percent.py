print 'a %s' % b
