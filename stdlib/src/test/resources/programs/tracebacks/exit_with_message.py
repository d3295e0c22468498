import sys
print('before')
sys.exit('something went wrong')
