# A program that does not want to wait for its threads puts a function in the place of _shutdown.
import threading
import time

threading.Thread(target=time.sleep, args=(1000,)).start()
threading._shutdown = lambda: print('nobody is waited for')
print('end')
