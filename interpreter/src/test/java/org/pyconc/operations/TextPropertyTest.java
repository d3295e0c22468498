package org.pyconc.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PySlice;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.WideString;

/** Laws of strs that hold for both representations. */
class TextPropertyTest {
  private static final String EMOJI = "\ud83d\ude00";

  /** Strs of few different characters, so that parts are found; some need a WideString. */
  @Provide
  Arbitrary<Object> texts() {
    return Arbitraries.of((int) 'a', (int) 'b', 32, 10, 0x3A3, 0xDF, 0xD800, 0x1F600)
        .array(Integer[].class)
        .ofMaxSize(12)
        .map(points -> WideString.of(Arrays.stream(points).mapToInt(i -> i).toArray()));
  }

  @Provide
  Arbitrary<String> narrow() {
    return Arbitraries.strings().withChars("ab \n\tΣßéA1").ofMaxLength(12);
  }

  /** The same text with an emoji behind it, which makes it a WideString. */
  private static Object wide(String text) {
    return WideString.of(text + EMOJI);
  }

  @Property(tries = 300)
  void searchingAWideTextGivesTheSame(
      @ForAll("narrow") String text,
      @ForAll("narrow") String part,
      @ForAll @IntRange(max = 13) int start,
      @ForAll @IntRange(max = 13) int end) {
    int to = Math.min(end, text.length());
    String small = part.substring(0, Math.min(2, part.length()));
    assertThat(TextSearch.indexOf(wide(text), small, start, to))
        .isEqualTo(TextSearch.indexOf(text, small, start, to));
    assertThat(TextSearch.lastIndexOf(wide(text), small, start, to))
        .isEqualTo(TextSearch.lastIndexOf(text, small, start, to));
    assertThat(TextSearch.count(wide(text), small, start, to))
        .isEqualTo(TextSearch.count(text, small, start, to));
  }

  @Property(tries = 300)
  void changingAWideTextGivesTheSame(@ForAll("narrow") String text, @ForAll("narrow") String by) {
    if (!text.isEmpty()) {
      String old = text.substring(0, 1);
      assertThat(TextSearch.replace(wide(text), old, by, -1))
          .isEqualTo(wide((String) TextSearch.replace(text, old, by, -1)));
    }
    assertThat(CaseMapping.upper(wide(text))).isEqualTo(wide((String) CaseMapping.upper(text)));
    assertThat(CaseMapping.lower(wide(text))).isEqualTo(wide((String) CaseMapping.lower(text)));
    assertThat(CaseMapping.title(wide(text))).isEqualTo(wide((String) CaseMapping.title(text)));
    assertThat(CaseMapping.fold(wide(text))).isEqualTo(wide((String) CaseMapping.fold(text)));
  }

  @Property(tries = 300)
  void joiningWhatWasSplitGivesTheText(
      @ForAll("texts") Object text, @ForAll("texts") Object separator) {
    if (Text.length(separator) > 0) {
      PyList parts = TextSplitting.by(text, separator, -1);
      assertThat(Calls.method(separator, "join", parts)).isEqualTo(text);
      PyList fromEnd = TextSplitting.byFromEnd(text, separator, -1);
      assertThat(Calls.method(separator, "join", fromEnd)).isEqualTo(text);
      PyTuple three = TextSplitting.partition(text, separator, false);
      assertThat(Text.joinFormatted(three.items())).isEqualTo(text);
    }
    PyList lines = TextSplitting.lines(text, true, UnicodeProperties::isLineBreak);
    assertThat(Text.joinFormatted(lines.toArray())).isEqualTo(text);
  }

  @Property(tries = 300)
  void slicesAreWhatTheirIndicesName(
      @ForAll("texts") Object text,
      @ForAll @IntRange(min = -15, max = 15) int start,
      @ForAll @IntRange(min = -15, max = 15) int stop,
      @ForAll @IntRange(min = -4, max = 4) int step) {
    if (step == 0) {
      return;
    }
    PySlice slice = new PySlice((long) start, PySingleton.NONE, (long) step);
    PySlice bounded = new PySlice((long) start, (long) stop, (long) step);
    for (PySlice each : new PySlice[] {slice, bounded}) {
      Slices.Range r = Slices.resolve(each, Text.length(text));
      Object part = Calls.method(text, "__getitem__", each);
      assertThat(Text.length(part)).isEqualTo(r.length());
      for (int i = 0; i < r.length(); i++) {
        assertThat(Text.at(part, i)).isEqualTo(Text.at(text, r.start() + i * r.step()));
      }
    }
  }

  @Property(tries = 300)
  void decodingWhatWasEncodedGivesTheText(@ForAll("texts") Object text) {
    for (String codec : new String[] {"utf-8", "utf-16", "utf-16-be", "utf-32", "utf-32-le"}) {
      byte[] bytes = Codecs.encode(text, codec, "surrogatepass").array();
      assertThat(Codecs.decode(bytes, codec, "surrogatepass")).isEqualTo(text);
    }
    byte[] escaped = Codecs.encode(text, "unicode_escape", "strict").array();
    assertThat(Codecs.decode(escaped, "unicode_escape", "strict")).isEqualTo(text);
  }

  @Property(tries = 300)
  void anyBytesSurviveAsSurrogates(@ForAll byte[] bytes) {
    Object text = Codecs.decode(bytes, "utf-8", "surrogateescape");
    assertThat(Codecs.encode(text, "utf-8", "surrogateescape").array()).isEqualTo(bytes);
    assertThat(Codecs.latin1(Codecs.latin1(bytes))).isEqualTo(bytes);
  }

  @Property(tries = 300)
  void representationsAreAsciiOrReadBack(@ForAll("texts") Object text) {
    String ascii = Literals.ascii(Literals.ofText(text));
    assertThat(TextPredicates.isAscii(ascii)).isTrue();
    byte[] inside = Codecs.latin1(ascii.substring(1, ascii.length() - 1));
    assertThat(Codecs.decode(inside, "unicode_escape", "strict")).isEqualTo(text);
  }
}
