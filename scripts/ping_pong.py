"""Two greenlets hand each other the ball."""

from greenlet import greenlet


def ping():
    for stroke in range(1, 4):
        print("ping", stroke)
        answer = right.switch(stroke)
        print("  back came", answer)
    return "game over"


def pong(ball):
    while True:
        print("pong", ball)
        ball = left.switch(ball * 10)


left = greenlet(ping)
right = greenlet(pong)
print(left.switch())
print("dead:", left.dead, right.dead)
