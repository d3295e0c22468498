except:
  x
