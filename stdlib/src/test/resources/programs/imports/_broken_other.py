from _broken_ring import other
thing = 2
