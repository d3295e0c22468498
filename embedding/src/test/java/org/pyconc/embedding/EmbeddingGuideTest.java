package org.pyconc.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each program in the embedding guide prints the block of text behind it. */
class EmbeddingGuideTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Path GUIDE = ROOT.resolve("docs/embedding.md");
  private static final Pattern CLASS = Pattern.compile("public class (\\w+)");

  private record Example(String name, String program, String output) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static List<Example> examples() throws IOException {
    List<String> lines = Files.readAllLines(GUIDE);
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).equals("```java")) {
        String program = block(lines, i + 1);
        Matcher matcher = CLASS.matcher(program);
        assertThat(matcher.find()).isTrue();
        int output = lines.subList(i, lines.size()).indexOf("```text") + i;
        examples.add(new Example(matcher.group(1), program, block(lines, output + 1)));
      }
    }
    assertThat(examples).hasSizeGreaterThan(5);
    return examples;
  }

  private static String block(List<String> lines, int from) {
    int end = from;
    while (!lines.get(end).equals("```")) {
      end++;
    }
    return String.join("\n", lines.subList(from, end)) + "\n";
  }

  @ParameterizedTest
  @MethodSource("examples")
  @ResourceLock(Resources.SYSTEM_OUT)
  @Timeout(120)
  void printsWhatTheGuideSays(Example example, @TempDir Path folder) throws Exception {
    compile(example, folder);
    assertThat(run(example, folder)).isEqualTo(example.output());
  }

  private static void compile(Example example, Path folder) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    JavaFileObject source =
        new SimpleJavaFileObject(
            URI.create("string:///" + example.name() + ".java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreErrors) {
            return example.program();
          }
        };
    StringWriter messages = new StringWriter();
    boolean isCompiled =
        compiler
            .getTask(
                messages,
                null,
                null,
                List.of("-d", folder.toString(), "-cp", System.getProperty("java.class.path")),
                null,
                List.of(source))
            .call();
    assertThat(isCompiled).as(messages.toString()).isTrue();
  }

  private static String run(Example example, Path folder) throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {folder.toUri().toURL()}, EmbeddingGuideTest.class.getClassLoader())) {
      loader
          .loadClass(example.name())
          .getMethod("main", String[].class)
          .invoke(null, (Object) new String[0]);
    } finally {
      System.setOut(before);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void firstStepsAreThoseOfTheSampleApplication() throws IOException {
    List<String> lines = Files.readAllLines(GUIDE);
    Path sample = ROOT.resolve("scripts/embedding");
    assertThat(Files.readString(sample.resolve("pom.xml")))
        .contains(block(lines, lines.indexOf("```xml") + 1));
    assertThat(Files.readString(sample.resolve("src/main/java/Hello.java")))
        .isEqualTo(examples().getFirst().program());
  }
}
