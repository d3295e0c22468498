#!/usr/bin/env python3
"""Real clients against servers.py: curl, nc and wrk, as far as they are installed.

    bench/servers/clients.py [--seconds 3] [--cmd './pyconc run'] [STYLE ...]

For each style of server: 200 connections are held open, each of which is answered a number of
times; rude clients come (reset, half-closed, cut off, garbage, silent); wrk asks with 64 and with
200 connections while the 200 are held; at the end everything held is answered once more. A lost or
wrong answer, an error that wrk counts, or a server that has ended is a failure.
"""
import argparse
import os
import re
import shlex
import shutil
import socket
import struct
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
SERVERS = os.path.join(HERE, 'servers.py')
HELD = 200
STYLES = ('threads processes pool executor patched stream_server selecting selectors epoll streams'
          ' protocols socketserver forking http').split()
ONLY_HTTP = {'http'}


class Failure(Exception):
    pass


def connect(port):
    s = socket.create_connection(('127.0.0.1', port), timeout=30)
    s.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return s


def ask(s, style, text):
    """One question; the answer must be there, whole and right."""
    if style in ONLY_HTTP:
        s.sendall(b'GET /%s HTTP/1.1\r\nHost: x\r\n\r\n' % text.replace(b' ', b'-'))
        wanted, got = b'\r\n\r\nhello\n', b''
        while not got.endswith(wanted):
            got += more(s)
        return
    s.sendall(text)
    got = b''
    while len(got) < len(text):
        got += more(s)
    if got != text.upper():
        raise Failure('asked %r, got %r' % (text, got))


def more(s):
    part = s.recv(65536)
    if not part:
        raise Failure('the server has closed a connection')
    return part


def reset(s):
    s.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))
    s.close()


def be_rude(port, style):
    """Clients that do not behave."""
    for i in range(40):
        s = connect(port)  # reset at once
        reset(s)
        s = connect(port)  # reset with a question under way
        s.sendall(b'x' * 100)
        reset(s)
        s = connect(port)  # garbage, then gone
        s.sendall(os.urandom(3000) + b'\r\n\r\n')
        s.close()
        s = connect(port)  # a request cut off in the middle
        s.sendall(b'GET / HT')
        s.close()
        s = connect(port)  # half-closed: the answer comes nevertheless
        s.sendall(b'GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')
        s.shutdown(socket.SHUT_WR)
        got = b''
        while not got.endswith(b'hello\n'):
            got += more(s)
        s.close()


def curl(port):
    done = subprocess.run(['curl', '-s', '-m', '20'] + ['http://127.0.0.1:%d/' % port] * 20,
                          capture_output=True)
    if done.returncode or done.stdout != b'hello\n' * 20:
        raise Failure('curl: status %d, %r' % (done.returncode, done.stdout[:80]))


def nc(port):
    done = subprocess.run(['nc', '-N', '-w', '5', '127.0.0.1', str(port)], input=b'hello nc\n',
                          capture_output=True)
    if done.stdout != b'HELLO NC\n':
        raise Failure('nc: %r' % done.stdout)


def wrk(port, connections, seconds):
    """Requests a second."""
    done = subprocess.run(['wrk', '-t', '2', '-c', str(connections), '-d', '%ds' % seconds,
                           '--timeout', '10s', 'http://127.0.0.1:%d/' % port],
                          capture_output=True, text=True)
    if 'Socket errors' in done.stdout or 'Non-2xx' in done.stdout or done.returncode:
        raise Failure('wrk: ' + done.stdout + done.stderr)
    return float(re.search(r'Requests/sec: +([\d.]+)', done.stdout).group(1))


def check(command, style, seconds):
    """What wrk measured; Failure if anything was lost."""
    server = subprocess.Popen(command + [SERVERS, style], stdout=subprocess.PIPE, text=True,
                              stderr=subprocess.DEVNULL)
    try:
        port = int(server.stdout.readline())
        held = [connect(port) for i in range(HELD)]
        for turn in range(5):
            for i, s in enumerate(held):
                ask(s, style, b'turn %d of connection %d' % (turn, i))
        be_rude(port, style)
        if shutil.which('curl'):
            curl(port)
        if shutil.which('nc') and style not in ONLY_HTTP:
            nc(port)
        figures = []
        if shutil.which('wrk'):
            if style == 'pool':  # a worker that is held answers nobody else
                for s in held[:]:
                    s.close()
                held = []
            figures = [wrk(port, n, seconds) for n in (64, 200)]
        for i, s in enumerate(held):
            ask(s, style, b'at last, connection %d' % i)
        if server.poll() is not None:
            raise Failure('the server has ended with status %d' % server.returncode)
        return figures
    finally:
        server.kill()
        server.wait()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('styles', nargs='*', default=STYLES, metavar='STYLE')
    parser.add_argument('--cmd', default=os.path.join(HERE, '..', '..', 'pyconc') + ' run')
    parser.add_argument('--seconds', type=int, default=3)
    args = parser.parse_args()
    failed = False
    for style in args.styles or STYLES:
        try:
            figures = check(shlex.split(args.cmd), style, args.seconds)
            print('%-13s ok    %s' % (style, ', '.join('%.0f requests/s with %d connections' % (f, n)
                                                       for f, n in zip(figures, (64, 200)))), flush=True)
        except (Failure, OSError, ValueError) as error:
            failed = True
            print('%-13s FAIL  %s' % (style, error), flush=True)
    return failed


if __name__ == '__main__':
    sys.exit(main())
