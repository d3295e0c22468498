x = 0
value = (1 +
         2 +
         3 / x +
         4)
