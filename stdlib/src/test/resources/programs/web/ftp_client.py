"""Files from a server that speaks FTP."""
import ftplib
import io
import socket
import threading

FILES = {'a.txt': b'one\r\ntwo\r\n', 'b.bin': bytes(range(256)) * 100}


class Server(threading.Thread):
    """As little of a server as the client needs."""

    def __init__(self):
        super().__init__(daemon=True)
        self.socket = socket.create_server(('127.0.0.1', 0))
        self.port = self.socket.getsockname()[1]
        self.log = []

    def run(self):
        connection, _ = self.socket.accept()
        with connection, connection.makefile('rw', encoding='utf-8', newline='') as file:
            def say(text):
                file.write(text + '\r\n')
                file.flush()
            say('220-welcome')
            say('220 ready')
            data = offered = None
            renamed = ''
            for line in file:
                command, _, rest = line.strip().partition(' ')
                self.log.append(line.strip() if command not in ('PORT', 'EPRT') else command)
                match command:
                    case 'USER':
                        say('331 who')
                    case 'PASS':
                        say('230 in')
                    case 'TYPE':
                        say('200 ok')
                    case 'PASV':
                        offered = socket.create_server(('127.0.0.1', 0))
                        port = offered.getsockname()[1]
                        say(f'227 here (127,0,0,1,{port >> 8},{port & 255})')
                    case 'PORT':
                        numbers = rest.split(',')
                        data = socket.create_connection(
                            ('.'.join(numbers[:4]), int(numbers[4]) * 256 + int(numbers[5])))
                        say('200 ok')
                    case 'RETR' | 'NLST' | 'LIST' | 'MLSD':
                        content = {'NLST': b'a.txt\r\nb.bin\r\n',
                                   'LIST': b'-rw a.txt\r\n-rw b.bin\r\n',
                                   'MLSD': b'type=file;size=10; a.txt\r\nType=dir; d\r\n',
                                   }.get(command, FILES.get(rest))
                        if content is None:
                            say('550 no such file')
                            offered = None
                            continue
                        say(f'150 opening ({len(content)} bytes)')
                        if offered is not None:
                            data, _ = offered.accept()
                            offered.close()
                            offered = None
                        data.sendall(content)
                        data.close()
                        say('226 done')
                    case 'STOR':
                        say('150 go on')
                        data, _ = offered.accept()
                        offered = None
                        content = b''
                        while piece := data.recv(4096):
                            content += piece
                        data.close()
                        FILES[rest] = content
                        say('226 stored')
                    case 'SIZE':
                        say(f'213 {len(FILES[rest])}')
                    case 'PWD':
                        say('257 "/a ""b"""')
                    case 'MKD':
                        say(f'257 "{rest}" made')
                    case 'RNFR':
                        renamed = rest
                        say('350 to what')
                    case 'RNTO':
                        FILES[rest] = FILES.pop(renamed)
                        say('250 ok')
                    case 'DELE':
                        del FILES[rest]
                        say('250 gone')
                    case 'CWD' | 'CDUP' | 'RMD':
                        say('250 ok')
                    case 'SLOW':
                        say('421 later')
                    case 'ODD':
                        say('999 what')
                    case 'QUIT':
                        say('221 bye')
                        return
                    case _:
                        say('500 unknown')


server = Server()
server.start()
ftp = ftplib.FTP(timeout=60)
print(repr(ftp.connect('127.0.0.1', server.port)))
print(ftp.login('me', 'secret'), ftp.pwd(), ftp.mkd('new'), ftp.cwd('..'), ftp.size('a.txt'))
lines = []
print(ftp.retrlines('RETR a.txt', lines.append), lines)
out = io.BytesIO()
print(ftp.retrbinary('RETR b.bin', out.write), out.getvalue() == FILES['b.bin'])
ftp.set_pasv(False)
print(ftp.nlst())
ftp.dir()
ftp.set_pasv(True)
print(list(ftp.mlsd()))
print(ftp.storbinary('STOR c.bin', io.BytesIO(b'12345')), FILES['c.bin'])
print(ftp.storlines('STOR d.txt', io.BytesIO(b'x\ny\n')), FILES['d.txt'])
print(ftp.rename('c.bin', 'e.bin'), ftp.delete('e.bin'), sorted(FILES))
for command in ('SLOW', 'ODD', 'WHAT', 'SITE\nDELE x'):
    try:
        ftp.sendcmd(command)
    except (ftplib.Error, ValueError) as e:
        print(type(e).__name__, e)
try:
    ftp.retrbinary('RETR none', print)
except ftplib.error_perm as e:
    print(e)
print(ftp.sanitize('PASS secret\r\n'), ftp.quit(), ftp.sock)
print(server.log)
print(ftplib.parse150('150 x (12 bytes)'), ftplib.parse150('150 x'), ftplib.all_errors)
print(ftplib.parse229('229 ok (|||12345|)', ('host', 1)))
for f, text in ((ftplib.parse227, '227 none'), (ftplib.parse227, '200'), (ftplib.parse257, '1')):
    try:
        f(text)
    except ftplib.Error as e:
        print(type(e).__name__, e)
try:
    ftplib.FTP('127.0.0.1', timeout=0)
except ValueError as e:
    print(e)
print(issubclass(ftplib.FTP_TLS, ftplib.FTP), ftplib.FTP_TLS.__name__)
