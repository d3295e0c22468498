package org.pyconc.launcher.profile;

import java.util.List;
import java.util.SortedMap;

/** What {@link Coverage} has counted, for people and for programs. */
public enum CoverageReport {
  /** A table, with the lines that have not run. */
  TEXT {
    @Override
    public String of(Coverage coverage) {
      List<FileCoverage> files = coverage.files();
      int width = "File".length();
      for (FileCoverage file : files) {
        width = Math.max(width, file.source.name().length());
      }
      StringBuilder text = new StringBuilder();
      row(text, width, "File", "Lines", "Run", "Cover", "Missing");
      int allLines = 0;
      int allRun = 0;
      for (FileCoverage file : files) {
        SortedMap<Integer, Long> lines = file.lines();
        int run = run(lines);
        allLines += lines.size();
        allRun += run;
        row(
            text,
            width,
            file.source.name(),
            String.valueOf(lines.size()),
            String.valueOf(run),
            percent(run, lines.size()),
            FileCoverage.missing(lines));
      }
      if (files.size() != 1) {
        String total = String.valueOf(allLines);
        row(text, width, "All", total, String.valueOf(allRun), percent(allRun, allLines), "");
      }
      return text.toString();
    }
  },

  /** The format of lcov and genhtml, which many editors and services read. */
  LCOV {
    @Override
    public String of(Coverage coverage) {
      StringBuilder text = new StringBuilder();
      for (FileCoverage file : coverage.files()) {
        text.append("TN:\nSF:").append(file.source.name()).append('\n');
        int called = 0;
        for (FileCoverage.Function f : file.functions()) {
          text.append("FN:").append(f.line()).append(',').append(f.name()).append('\n');
        }
        for (FileCoverage.Function f : file.functions()) {
          long calls = file.calls(f);
          called += calls > 0 ? 1 : 0;
          text.append("FNDA:").append(calls).append(',').append(f.name()).append('\n');
        }
        text.append("FNF:").append(file.functions().size()).append('\n');
        text.append("FNH:").append(called).append('\n');
        SortedMap<Integer, Long> lines = file.lines();
        lines.forEach(
            (line, count) ->
                text.append("DA:").append(line).append(',').append(count).append('\n'));
        text.append("LF:").append(lines.size()).append('\n');
        text.append("LH:").append(run(lines)).append("\nend_of_record\n");
      }
      return text.toString();
    }
  },

  /** One page with the text of all files, coloured. */
  HTML {
    @Override
    public String of(Coverage coverage) {
      StringBuilder page =
          new StringBuilder(
              """
              <!DOCTYPE html>
              <html lang="en"><head><meta charset="utf-8"><title>Coverage</title><style>
              body { font-family: sans-serif; margin: 2em; }
              pre { line-height: 1.35; }
              .run { background: #dfd; } .not { background: #fdd; }
              .count { color: #777; display: inline-block; width: 7em; text-align: right; }
              </style></head><body><h1>Coverage</h1>
              """);
      for (FileCoverage file : coverage.files()) {
        SortedMap<Integer, Long> lines = file.lines();
        page.append("<h2>").append(escaped(file.source.name())).append(": ");
        page.append(percent(run(lines), lines.size())).append("</h2>\n<pre>\n");
        List<String> text = file.source.text().lines().toList();
        for (int i = 1; i <= text.size(); i++) {
          Long count = lines.get(i);
          String kind = count == null ? "" : count > 0 ? " class=\"run\"" : " class=\"not\"";
          page.append("<span").append(kind).append("><span class=\"count\">");
          page.append(count == null ? "" : count).append("</span>  ");
          page.append(escaped(text.get(i - 1))).append("</span>\n");
        }
        page.append("</pre>\n");
      }
      return page.append("</body></html>\n").toString();
    }
  };

  /** The report. */
  public abstract String of(Coverage coverage);

  private static int run(SortedMap<Integer, Long> lines) {
    int run = 0;
    for (long count : lines.values()) {
      run += count > 0 ? 1 : 0;
    }
    return run;
  }

  private static String percent(int run, int lines) {
    return (lines == 0 ? 100 : 100 * run / lines) + "%";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static void row(
      StringBuilder text,
      int width,
      String name,
      String lines,
      String run,
      String cover,
      String m) {
    text.append(name).append(" ".repeat(width - name.length()));
    for (String number : new String[] {lines, run, cover}) {
      text.append(" ".repeat(Math.max(2, 8 - number.length()))).append(number);
    }
    text.append(m.isEmpty() ? "" : "  " + m).append('\n');
  }
}
