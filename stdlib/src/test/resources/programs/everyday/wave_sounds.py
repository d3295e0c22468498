import io
import os
import tempfile
import wave

f = io.BytesIO()
w = wave.open(f, 'wb')
w.setnchannels(2)
w.setsampwidth(2)
w.setframerate(8000)
w.setcomptype('NONE', 'not compressed')
w.writeframes(b'\x01\x02\x03\x04' * 10)
w.writeframesraw(b'\x05\x06\x07\x08' * 3)
print(w.tell(), w.getparams(), w.getnframes())
try:
    w.setnchannels(1)
except wave.Error as e:
    print(e)
w.close()
print(f.getvalue())
f.seek(0)
with wave.open(f) as r:
    print(r.getparams(), r.getnframes(), r.readframes(2), r.tell())
    r.setpos(10)
    print(r.readframes(-1), r.readframes(1))
    r.rewind()
    print(len(r.readframes(100)), r.getcomptype(), r.getcompname(), r.getmarkers())
    for wrong in (lambda: r.setpos(99), lambda: r.getmark(1)):
        try:
            wrong()
        except wave.Error as e:
            print(e)
with tempfile.TemporaryDirectory() as top:
    name = os.path.join(top, 'x.wav')
    with wave.open(name, 'w') as w:
        w.setparams((1, 1, 44100, 0, 'NONE', 'not compressed'))
        w.writeframes(bytes(range(100)))
    with wave.open(name) as r:
        print(r.getnframes(), r.readframes(5))
for data in (b'', b'RIFX', b'RIFX\4\0\0\0', b'RIFF\0\0\0\0WAVE', b'RIFF\4\0\0\0WAVX', b'RIFF\4\0\0\0WAVE', b'RIFF\x0c\0\0\0WAVEdata\0\0\0\0',
             b'RIFF\x40\0\0\0WAVEfmt \x10\0\0\0\x03\0\1\0\0\0\0\0\0\0\0\0\1\0\x08\0'):
    try:
        wave.open(io.BytesIO(data))
    except (wave.Error, EOFError) as e:
        print(type(e).__name__, e)
w = wave.open(io.BytesIO(), 'w')
for wrong in (lambda: w.getnchannels(), lambda: w.getsampwidth(), lambda: w.getframerate(), lambda: w.getparams(), lambda: w.setsampwidth(9),
              lambda: w.setnchannels(0), lambda: w.setframerate(0), lambda: w.setcomptype('x', 'y'), lambda: w.writeframes(b'x'), lambda: wave.open('x', 'q')):
    try:
        wrong()
    except wave.Error as e:
        print(e)
w.setparams((1, 1, 1, 0, 'NONE', ''))
w.close()
