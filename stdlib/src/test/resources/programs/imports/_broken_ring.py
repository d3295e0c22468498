from _broken_other import thing
other = 1
