package org.pyconc.grammar;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceDecoderTest {
  private static final String BOM = "\uFEFF";

  @Test
  void utf8IsTheRule() throws SyntaxError {
    assertThat(text("s = 'é€😀'\n".getBytes(UTF_8))).isEqualTo("s = 'é€😀'\n");
  }

  @Test
  void aReplacementCharacterInTheFileIsText() throws SyntaxError {
    assertThat(text("'\uFFFD'".getBytes(UTF_8))).isEqualTo("'\uFFFD'");
  }

  @Test
  void theByteOrderMarkIsDropped() throws SyntaxError {
    assertThat(text((BOM + "x").getBytes(UTF_8))).isEqualTo("x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# coding: latin-1\n'é'",
        "#!/usr/bin/env python3\r\n# -*- coding: iso-8859-1 -*-\r\n'é'",
        "\n  # vim: set fileencoding=latin1 :\n'é'"
      })
  void aDeclaredEncodingIsUsed(String source) throws SyntaxError {
    assertThat(text(source.getBytes(ISO_8859_1))).isEqualTo(source);
  }

  @Test
  void aDeclarationBehindCodeOrOnTheThirdLineIsNone() {
    assertThat(errorIn("x = 1\n# coding: latin-1\n'é'".getBytes(ISO_8859_1)).text())
        .startsWith("Non-UTF-8 code starting with '\\xe9' in file f.py on line 3,");
    assertThat(errorIn("\n\n# coding: latin-1\n'é'".getBytes(ISO_8859_1)).text())
        .startsWith("Non-UTF-8 code starting with '\\xe9' in file f.py on line 4,");
  }

  @Test
  void encodingsThatDoNotFit() {
    assertThat(errorIn("# coding: nonsense\n".getBytes(UTF_8)).text())
        .isEqualTo("encoding problem: nonsense");
    assertThat(errorIn("# coding: ascii\n'é'".getBytes(UTF_8)).text())
        .isEqualTo("encoding problem: ascii");
    assertThat(errorIn("# coding: utf8\n'é'".getBytes(ISO_8859_1)).text())
        .isEqualTo("encoding problem: utf8");
    assertThat(errorIn((BOM + "# coding: latin-1\n").getBytes(UTF_8)).text())
        .isEqualTo("encoding problem: iso-8859-1 with BOM");
    assertThat(errorIn((BOM + "# coding: ascii\n").getBytes(UTF_8)).text())
        .isEqualTo("encoding problem: ascii with BOM");
  }

  @Test
  void aNullCharacterIsShownUpToItsPlace() {
    assertThat(SyntaxErrorReport.of(errorIn("x = 1\nprint('a\0b')\n".getBytes(UTF_8))))
        .isEqualTo(
            """
              File "f.py", line 2
                print('a
            SyntaxError: source code cannot contain null bytes
            """);
  }

  private static String text(byte[] bytes) throws SyntaxError {
    return SourceDecoder.decode("f.py", bytes).text();
  }

  private static SyntaxError errorIn(byte[] bytes) {
    return catchThrowableOfType(SyntaxError.class, () -> SourceDecoder.decode("f.py", bytes));
  }
}
