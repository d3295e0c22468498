'\N{foo bar}'
