package org.pyconc.stdlib.deadlock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pyconc.compiler.Engine;
import org.pyconc.stdlib.programs.ProgramRunner;

/** A program that CPython would let hang ends with status 70 and says who waits for what. */
@Timeout(60)
class DeadlockReportTest {
  private static final String PID = "\\(pid \\d+\\)";

  private static ProgramRunner.Result run(String source, Engine engine) throws Exception {
    ProgramRunner.Result result = ProgramRunner.run("prog.py", source, ".", "", engine);
    assertThat(result.err()).startsWith("pyconc: deadlock: nothing in this program can ever go on");
    assertThat(result.status()).isEqualTo(70);
    return result;
  }

  @ParameterizedTest
  @EnumSource
  void twoThreadsThatTakeTwoLocksInOppositeOrder(Engine engine) throws Exception {
    ProgramRunner.Result result =
        run(
            """
            import threading

            both = threading.Barrier(2)
            first = threading.Lock()
            second = threading.Lock()

            def work(one, other):
                with one:
                    both.wait()
                    with other:
                        print('never')

            threading.Thread(target=work, args=(first, second), name='forth').start()
            threading.Thread(target=work, args=(second, first), name='back').start()
            print('started')
            """,
            engine);
    assertThat(result.out()).isEqualTo("started\n");
    assertThat(result.err())
        .containsPattern(
            PID
                + ", thread forth at prog.py:10 \\(with other:\\)\n"
                + "    waits for Lock, made at prog.py:5 \\(second = threading.Lock\\(\\)\\)\n"
                + "      held by MainProcess "
                + PID
                + ", thread back\n")
        .containsPattern(
            PID
                + ", thread back at prog.py:10 \\(with other:\\)\n"
                + "    waits for Lock, made at prog.py:4 \\(first = threading.Lock\\(\\)\\)\n"
                + "      held by MainProcess "
                + PID
                + ", thread forth\n")
        .containsPattern("MainProcess " + PID + "\n    waits for end of thread forth");
  }

  @ParameterizedTest
  @EnumSource
  void aLockWhoseHolderWasTerminated(Engine engine) throws Exception {
    ProgramRunner.Result result =
        run(
            """
            from multiprocessing import Process, Lock, Event

            def work(lock, taken):
                lock.acquire()
                taken.set()
                Event().wait(60)

            lock = Lock()
            taken = Event()
            p = Process(target=work, args=(lock, taken), name='holder')
            p.start()
            taken.wait()
            p.terminate()
            p.join()
            print(p.exitcode)
            lock.acquire()
            """,
            engine);
    assertThat(result.out()).isEqualTo("-15\n");
    assertThat(result.err())
        .containsPattern(
            "MainProcess "
                + PID
                + " at prog.py:16 \\(lock.acquire\\(\\)\\)\n"
                + "    waits for Lock, made at prog.py:8 \\(lock = Lock\\(\\)\\)\n"
                + "      held by holder "
                + PID
                + ", which was ended by SIGTERM at prog.py:6 \\(Event\\(\\).wait\\(60\\)\\)");
  }

  @ParameterizedTest
  @EnumSource
  void aQueueThatNobodyFills(Engine engine) throws Exception {
    assertThat(run("import queue\nprint(1)\nqueue.Queue().get()\n", engine).err())
        .containsPattern(
            "MainProcess "
                + PID
                + " at prog.py:3 .*\n    waits for an item of Queue, made at prog.py:3");
  }

  @ParameterizedTest
  @EnumSource
  void whatProcessesHavePrintedIsKept(Engine engine) throws Exception {
    ProgramRunner.Result result =
        run(
            """
            from multiprocessing import Process, Queue

            def work(q):
                print('in the child', end='')
                q.get()

            q = Queue()
            p = Process(target=work, args=(q,))
            p.start()
            p.join()
            """,
            engine);
    assertThat(result.out()).isEqualTo("in the child");
  }

  @ParameterizedTest
  @EnumSource
  void aLockWhoseHolderRaised(Engine engine) throws Exception {
    ProgramRunner.Result result =
        ProgramRunner.run(
            "prog.py",
            """
            import multiprocessing as mp

            def work(lock):
                lock.acquire()
                check({})

            def check(answers):
                return answers['none']

            if __name__ == '__main__':
                lock = mp.Lock()
                p = mp.Process(target=work, args=(lock,))
                p.start()
                p.join()
                lock.acquire()
            """,
            ".",
            "",
            engine);
    assertThat(result.err())
        .contains("KeyError: 'none'\n")
        .containsPattern(
            "held by Process-1 "
                + PID
                + ", which ended with exit code 1 at prog.py:8 \\(return answers\\['none'\\]\\)");
    assertThat(result.status()).isEqualTo(70);
  }

  @ParameterizedTest
  @EnumSource
  void locksMadeInLoopsGeneratorsClassesAndUnderOtherNames(Engine engine) throws Exception {
    ProgramRunner.Result result =
        run(
            """
            import threading
            from threading import Lock as L

            def many():
                for i in range(3):
                    yield threading.Lock()

            class Account:
                def __init__(self):
                    self.lock = threading.Lock()

            def other():
                return [L() for i in range(2)][1]

            def wait(lock):
                lock.acquire()
                lock.acquire()

            for lock in [list(many())[2], Account().lock, other()]:
                threading.Thread(target=wait, args=(lock,)).start()
            """,
            engine);
    assertThat(result.err())
        .contains("made at prog.py:6 (yield threading.Lock())")
        .contains("made at prog.py:10 (self.lock = threading.Lock())")
        .contains("made at prog.py:13 (return [L() for i in range(2)][1])");
  }

  @ParameterizedTest
  @EnumSource
  void greenletsOfAThreadThatWaits(Engine engine) throws Exception {
    ProgramRunner.Result result =
        run(
            """
            import threading, greenlet

            lock = threading.Lock()

            def inner():
                lock.acquire()
                lock.acquire()

            greenlet.greenlet(inner).switch()
            """,
            engine);
    assertThat(result.err())
        .containsPattern("MainProcess " + PID + ", greenlet inner at prog.py:7 ");
  }
}
