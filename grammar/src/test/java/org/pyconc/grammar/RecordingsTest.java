package org.pyconc.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Every snippet has its recording and every recording its snippet. */
class RecordingsTest {
  @Test
  void treesAreComplete() {
    assertThat(Snippets.names("trees", ".ast"))
        .isNotEmpty()
        .isEqualTo(Snippets.names("trees", ".py"));
  }

  @Test
  void errorsAreComplete() {
    assertThat(Snippets.names("errors", ".err"))
        .isNotEmpty()
        .isEqualTo(Snippets.names("errors", ".py"));
  }
}
