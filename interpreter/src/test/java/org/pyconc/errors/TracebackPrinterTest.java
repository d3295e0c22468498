package org.pyconc.errors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.pyconc.objects.PyBaseException;
import org.pyconc.objects.PyList;

/** The words below are what CPython 3.11 prints. */
class TracebackPrinterTest {

  @Test
  void causeAndContextComeFirst() {
    PyBaseException e = Errors.valueError("second").value();
    e.setContext(Errors.indexError("first").value());
    assertThat(TracebackPrinter.format(e))
        .isEqualTo(
            """
            IndexError: first

            During handling of the above exception, another exception occurred:

            ValueError: second
            """);
    e.setCause(Errors.typeError("why").value());
    assertThat(TracebackPrinter.format(e))
        .isEqualTo(
            """
            TypeError: why

            The above exception was the direct cause of the following exception:

            ValueError: second
            """);
    e.setCause(null);
    assertThat(TracebackPrinter.format(e)).isEqualTo("ValueError: second\n");
  }

  @Test
  void aCircleOfContextsEnds() {
    PyBaseException a = Errors.valueError("a").value();
    PyBaseException b = Errors.valueError("b").value();
    a.setContext(b);
    b.setContext(a);
    assertThat(TracebackPrinter.format(a))
        .startsWith("ValueError: b\n")
        .endsWith("ValueError: a\n");
  }

  @Test
  void notesFollowTheMessage() {
    PyBaseException e = Errors.valueError("").value();
    e.setOwn("__notes__", PyList.of(new Object[] {"one", "two\nlines"}));
    assertThat(ExceptionText.format(e)).isEqualTo("ValueError\none\ntwo\nlines\n");
  }

  @Test
  void blamesOperatorOrIndex() {
    assertThat(CaretAnchors.of("a + b")).isEqualTo(new CaretAnchors(2, 3));
    assertThat(CaretAnchors.of("a // b")).isEqualTo(new CaretAnchors(2, 4));
    assertThat(CaretAnchors.of("xs[10]")).isEqualTo(new CaretAnchors(2, 6));
    assertThat(CaretAnchors.of("f(x)")).isNull();
    assertThat(CaretAnchors.of("with f(x)")).isNull();
  }

  @Test
  void suggestsSimilarNamesOnly() {
    assertThat(Suggestions.closest("pritn", new String[] {"int", "print", "prin"}))
        .isEqualTo("prin");
    assertThat(Suggestions.closest("appendd", new String[] {"Append", "append"}))
        .isEqualTo("append");
    assertThat(Suggestions.closest("zzz", new String[] {"abc", "zzzzzzzz"})).isNull();
  }
}
