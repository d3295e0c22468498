package org.pyconc.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.pyconc.errors.Errors;
import org.pyconc.errors.ExceptionTypes;
import org.pyconc.errors.PyException;
import org.pyconc.kernel.KillSignal;

class RaisingTest {
  @Test
  void aDefectOfTheInterpreterIsASystemError() {
    PyException error = Raising.translate(new ClassCastException("a is no b"));
    assertThat(error.value().type()).isSameAs(ExceptionTypes.SYSTEM_ERROR);
    assertThat(error.value().arguments().get(0))
        .isEqualTo("internal error: java.lang.ClassCastException: a is no b");
  }

  @Test
  void errorsOfTheJvmAreExceptionsOfTheLanguage() {
    assertThat(Raising.translate(new StackOverflowError()).value().type())
        .isSameAs(ExceptionTypes.RECURSION_ERROR);
    assertThat(Raising.translate(new OutOfMemoryError()).value().type())
        .isSameAs(ExceptionTypes.MEMORY_ERROR);
  }

  @Test
  void whatIsOneAlreadyStaysItself() {
    PyException error = Errors.valueError("x");
    assertThat(Raising.translate(error)).isSameAs(error);
  }

  @Test
  void nobodyCatchesAKill() {
    assertThatThrownBy(() -> Raising.translate(new KillSignal())).isInstanceOf(KillSignal.class);
  }
}
