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
                + ", thread forth waits for Lock.*\n    held by MainProcess "
                + PID
                + ", thread back")
        .containsPattern(
            PID
                + ", thread back waits for Lock.*\n    held by MainProcess "
                + PID
                + ", thread forth")
        .containsPattern("MainProcess " + PID + " waits for end of thread forth");
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
        .containsPattern("MainProcess " + PID + " waits for Lock")
        .containsPattern("held by holder " + PID + ", which was ended by SIGTERM");
  }

  @ParameterizedTest
  @EnumSource
  void aQueueThatNobodyFills(Engine engine) throws Exception {
    assertThat(run("import queue\nprint(1)\nqueue.Queue().get()\n", engine).err())
        .containsPattern("MainProcess " + PID + " waits for get from Queue");
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
}
