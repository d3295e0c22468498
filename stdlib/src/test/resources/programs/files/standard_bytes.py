import sys

print(sys.stdin.buffer, sys.stdin.buffer.readable())
print(sys.stdin.buffer.readline(), sys.stdin.buffer.read(2), sys.stdin.buffer.readlines())
print(sys.stdin.buffer.read(), sys.stdin.buffer.fileno(), sys.stdout.buffer.fileno())
sys.stdout.flush()
print(sys.stdout.buffer.write(b'\xe2\x82\xac\n'))
for line in (b'a\n', bytearray(b'b\n'), memoryview(b'c\n')):
    sys.stdout.flush()
    sys.stdout.buffer.write(line)
    sys.stdout.buffer.flush()
