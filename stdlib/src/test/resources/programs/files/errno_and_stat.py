import errno
import os
import stat

print(errno.ENOENT, errno.EACCES, errno.errorcode[errno.EPIPE], errno.EWOULDBLOCK == errno.EAGAIN)
print([errno.errorcode[n] for n in sorted(errno.errorcode)])
print([os.strerror(n) for n in range(0, 135)])
for number in (1, 2, 3, 4, 10, 11, 13, 17, 20, 21, 32, 39, 103, 104, 110, 111, 115):
    e = OSError(number, os.strerror(number), 'name')
    print(type(e).__name__, e)
for mode in (0o100644, 0o40755, 0o120777, 0o10600, 0o20620, 0o60660, 0o140755, 0o104755, 0o102755,
             0o41777, 0o104644, 0o41666, 0o644):
    print(oct(mode), stat.filemode(mode), stat.S_ISREG(mode), stat.S_ISDIR(mode), stat.S_ISLNK(mode),
          stat.S_ISFIFO(mode), stat.S_ISCHR(mode), stat.S_ISBLK(mode), stat.S_ISSOCK(mode),
          oct(stat.S_IMODE(mode)), oct(stat.S_IFMT(mode)))
print(stat.S_IRWXU, stat.S_IRUSR, stat.ST_SIZE, stat.S_ISVTX)
