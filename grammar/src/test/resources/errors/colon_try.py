try
  a
