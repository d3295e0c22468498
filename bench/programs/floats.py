"""A pendulum, step by step: floats in local variables and attributes."""

import math

from harness import main


class Pendulum:
    def __init__(self, angle, length):
        self.angle = angle
        self.length = length
        self.speed = 0.0

    def step(self, dt):
        pull = -9.81 / self.length * math.sin(self.angle)
        self.speed += pull * dt
        self.angle += self.speed * dt


def work():
    pendulums = [Pendulum(0.1 * i, 1.0 + 0.25 * i) for i in range(1, 6)]
    for step in range(60000):
        for p in pendulums:
            p.step(0.001)
    return ["%.6f" % p.angle for p in pendulums]


main(work)
