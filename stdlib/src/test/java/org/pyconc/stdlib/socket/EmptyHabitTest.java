package org.pyconc.stdlib.socket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** When a read may be put off until the host reports data. */
class EmptyHabitTest {
  private final EmptyHabit habit = new EmptyHabit();

  /** A read that took all, and one that found nothing. */
  private void turn() {
    habit.received(10, 100);
    assertThat(habit.isToBeExpected()).isFalse();
    habit.received(0, 100);
  }

  @Test
  void isLearntFromReadsThatFoundNothing() {
    turn();
    turn();
    habit.received(10, 100);

    assertThat(habit.isToBeExpected()).isTrue();
    assertThat(habit.isToBeExpected()).as("after the wait the host is asked").isFalse();
  }

  @Test
  void aReadThatFilledTheBufferMayHaveLeftSomething() {
    turn();
    turn();
    habit.received(100, 100);

    assertThat(habit.isToBeExpected()).isFalse();
  }

  @Test
  void isForgottenWhenSomethingWasThere() {
    turn();
    turn();
    int expected = 0;
    for (int i = 0; i < 100; i++) {
      habit.received(10, 100);
      if (habit.isToBeExpected()) {
        expected++;
      } else {
        habit.received(10, 100); // there were data all the same
        break;
      }
    }
    habit.received(10, 100);

    assertThat(expected).isPositive().isLessThan(100);
    assertThat(habit.isToBeExpected()).isFalse();
  }
}
