package org.pyconc.grammar.tree;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link TreeWriter} wrote: ten times as fast as parsing in a JVM that has just begun.
 * Every kind of tree has a number; components follow in the order of the record.
 */
public final class TreeReader {
  /** In place of a checksum: the bytes are known to be of the text. */
  public static final long FITS = -1;

  private static final BinaryOperator[] BINARY_OPERATORS = BinaryOperator.values();
  private static final UnaryOperator[] UNARY_OPERATORS = UnaryOperator.values();
  private static final ComparisonOperator[] COMPARISON_OPERATORS = ComparisonOperator.values();

  /** Where the content begins: behind the checksums of the text and of the content. */
  private static final int HEADER = 2 * Long.BYTES;

  private final byte[] bytes;
  private final Texts texts;
  private int at;

  /** The line in which the last tree that was read begins. */
  private int line;

  private TreeReader(byte[] bytes, int from) {
    this.bytes = bytes;
    this.at = from;
    this.texts = texts();
  }

  private TreeReader(byte[] bytes, Texts texts, int from, int line) {
    this.bytes = bytes;
    this.texts = texts;
    this.at = from;
    this.line = line;
  }

  /**
   * The tree of a text, or null if the bytes are of another text or damaged. The bodies of its
   * functions are read from the bytes when they are needed.
   *
   * @param checksum of the text, or {@link #FITS}
   */
  public static @Nullable Module read(byte[] bytes, long checksum) {
    if (bytes.length <= HEADER
        || checksum != FITS && eightBytes(bytes, 0) != checksum
        || eightBytes(bytes, Long.BYTES) != checksum(bytes, HEADER)) {
      return null;
    }
    TreeReader reader = new TreeReader(bytes, HEADER);
    List<Statement> body = reader.list(reader::statement);
    return new Module(body, reader.span());
  }

  static long checksum(byte[] bytes, int from) {
    CRC32 sum = new CRC32();
    sum.update(bytes, from, bytes.length - from);
    return sum.getValue();
  }

  private static long eightBytes(byte[] bytes, int from) {
    long value = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      value |= (bytes[from + i] & 0xffL) << 8 * i;
    }
    return value;
  }

  private Expression expression() {
    return expression(next());
  }

  private @Nullable Expression optionalExpression() {
    int tag = next();
    return tag == 0 ? null : expression(tag);
  }

  private Expression expression(int tag) {
    return switch (tag) {
      case 1 -> new Expression.NoneLiteral(span());
      case 2 -> new Expression.BooleanLiteral(flag(), span());
      case 3 -> new Expression.EllipsisLiteral(span());
      case 4 -> new Expression.IntegerLiteral(new BigInteger(bytes()), span());
      case 5 -> new Expression.FloatLiteral(real(), span());
      case 6 -> new Expression.ImaginaryLiteral(real(), span());
      case 7 -> new Expression.StringLiteral(text(), span());
      case 8 -> new Expression.BytesLiteral(bytes(), span());
      case 9 -> new Expression.JoinedString(list(this::expression), span());
      case 10 ->
          new Expression.FormattedValue(
              expression(), (char) number(), optionalExpression(), span());
      case 11 -> new Expression.Name(text(), span());
      case 12 -> new Expression.BooleanOperation(flag(), list(this::expression), span());
      case 13 ->
          new Expression.NamedExpression((Expression.Name) expression(), expression(), span());
      case 14 ->
          new Expression.BinaryOperation(expression(), binaryOperator(), expression(), span());
      case 15 -> new Expression.UnaryOperation(unaryOperator(), expression(), span());
      case 16 -> new Expression.Lambda(parameters(), expression(), span());
      case 17 -> new Expression.Conditional(expression(), expression(), expression(), span());
      case 18 ->
          new Expression.DictDisplay(
              list(this::optionalExpression), list(this::expression), span());
      case 19 -> new Expression.SetDisplay(list(this::expression), span());
      case 20 -> new Expression.ListDisplay(list(this::expression), span());
      case 21 -> new Expression.TupleDisplay(list(this::expression), span());
      case 22 ->
          new Expression.ListComprehension(expression(), list(this::comprehensionClause), span());
      case 23 ->
          new Expression.SetComprehension(expression(), list(this::comprehensionClause), span());
      case 24 ->
          new Expression.DictComprehension(
              expression(), expression(), list(this::comprehensionClause), span());
      case 25 ->
          new Expression.GeneratorExpression(expression(), list(this::comprehensionClause), span());
      case 26 -> new Expression.Await(expression(), span());
      case 27 -> new Expression.Yield(optionalExpression(), span());
      case 28 -> new Expression.YieldFrom(expression(), span());
      case 29 ->
          new Expression.Comparison(
              expression(), list(this::comparisonOperator), list(this::expression), span());
      case 30 ->
          new Expression.Call(expression(), list(this::expression), list(this::keyword), span());
      case 31 -> new Expression.Attribute(expression(), text(), span());
      case 32 -> new Expression.Subscript(expression(), expression(), span());
      case 33 -> new Expression.Starred(expression(), span());
      case 34 ->
          new Expression.Slice(
              optionalExpression(), optionalExpression(), optionalExpression(), span());
      default -> throw new IllegalArgumentException("no tree: " + tag);
    };
  }

  private Statement statement() {
    int tag = next();
    return switch (tag) {
      case 1 ->
          new Statement.FunctionDef(
              text(),
              parameters(),
              list(this::statement),
              list(this::expression),
              optionalExpression(),
              flag(),
              span());
      case 2 ->
          new Statement.ClassDef(
              text(),
              list(this::expression),
              list(this::keyword),
              list(this::statement),
              list(this::expression),
              span());
      case 3 -> new Statement.Return(optionalExpression(), span());
      case 4 -> new Statement.Delete(list(this::expression), span());
      case 5 -> new Statement.Assign(list(this::expression), expression(), span());
      case 6 -> new Statement.AugAssign(expression(), binaryOperator(), expression(), span());
      case 7 ->
          new Statement.AnnAssign(expression(), expression(), optionalExpression(), flag(), span());
      case 8 ->
          new Statement.For(
              expression(),
              expression(),
              list(this::statement),
              list(this::statement),
              flag(),
              span());
      case 9 ->
          new Statement.While(expression(), list(this::statement), list(this::statement), span());
      case 10 ->
          new Statement.If(expression(), list(this::statement), list(this::statement), span());
      case 11 -> new Statement.With(list(this::withItem), list(this::statement), flag(), span());
      case 12 -> new Statement.Match(expression(), list(this::matchCase), span());
      case 13 -> new Statement.Raise(optionalExpression(), optionalExpression(), span());
      case 14 ->
          new Statement.Try(
              list(this::statement),
              list(this::exceptHandler),
              list(this::statement),
              list(this::statement),
              flag(),
              span());
      case 15 -> new Statement.Assert(expression(), optionalExpression(), span());
      case 16 -> new Statement.Import(list(this::importAlias), span());
      case 17 ->
          new Statement.ImportFrom(optionalText(), list(this::importAlias), number(), span());
      case 18 -> new Statement.Global(list(this::text), span());
      case 19 -> new Statement.Nonlocal(list(this::text), span());
      case 20 -> new Statement.ExpressionStatement(expression(), span());
      case 21 -> new Statement.Pass(span());
      case 22 -> new Statement.Break(span());
      case 23 -> new Statement.Continue(span());
      case 24 ->
          new Statement.FunctionDef(
              text(),
              parameters(),
              deferredBody(),
              list(this::expression),
              optionalExpression(),
              flag(),
              span());
      default -> throw new IllegalArgumentException("no tree: " + tag);
    };
  }

  private List<Statement> deferredBody() {
    BodySummary summary =
        new BodySummary(flag(), flag(), flag(), flag(), flag(), number(), optionalText());
    int length = number();
    int from = at;
    int lineBefore = line;
    at += length;
    return new DeferredBody(summary, () -> block(from, lineBefore));
  }

  private List<Statement> block(int from, int lineBefore) {
    TreeReader inside = new TreeReader(bytes, texts, from, lineBefore);
    return inside.list(inside::statement);
  }

  private Pattern pattern() {
    return pattern(next());
  }

  private @Nullable Pattern optionalPattern() {
    int tag = next();
    return tag == 0 ? null : pattern(tag);
  }

  private Pattern pattern(int tag) {
    return switch (tag) {
      case 1 -> new Pattern.MatchValue(expression(), span());
      case 2 -> new Pattern.MatchSingleton(expression(), span());
      case 3 -> new Pattern.MatchSequence(list(this::pattern), span());
      case 4 ->
          new Pattern.MatchMapping(
              list(this::expression), list(this::pattern), optionalText(), span());
      case 5 ->
          new Pattern.MatchClass(
              expression(), list(this::pattern), list(this::text), list(this::pattern), span());
      case 6 -> new Pattern.MatchStar(optionalText(), span());
      case 7 -> new Pattern.MatchAs(optionalPattern(), optionalText(), span());
      case 8 -> new Pattern.MatchOr(list(this::pattern), span());
      default -> throw new IllegalArgumentException("no tree: " + tag);
    };
  }

  private Keyword keyword() {
    return new Keyword(optionalText(), expression(), span());
  }

  private Parameter parameter() {
    return new Parameter(text(), optionalExpression(), span());
  }

  private Parameters parameters() {
    return new Parameters(
        list(this::parameter),
        list(this::parameter),
        optionalParameter(),
        list(this::parameter),
        list(this::optionalExpression),
        optionalParameter(),
        list(this::expression));
  }

  private ExceptHandler exceptHandler() {
    return new ExceptHandler(optionalExpression(), optionalText(), list(this::statement), span());
  }

  private ImportAlias importAlias() {
    return new ImportAlias(text(), optionalText(), span());
  }

  private MatchCase matchCase() {
    return new MatchCase(pattern(), optionalExpression(), list(this::statement), span());
  }

  private WithItem withItem() {
    return new WithItem(expression(), optionalExpression());
  }

  private ComprehensionClause comprehensionClause() {
    return new ComprehensionClause(expression(), expression(), list(this::expression), flag());
  }

  private @Nullable Parameter optionalParameter() {
    return flag() ? parameter() : null;
  }

  private BinaryOperator binaryOperator() {
    return BINARY_OPERATORS[next()];
  }

  private UnaryOperator unaryOperator() {
    return UNARY_OPERATORS[next()];
  }

  private ComparisonOperator comparisonOperator() {
    return COMPARISON_OPERATORS[next()];
  }

  // ---- what trees are made of ------------------------------------------------------------------

  private int next() {
    return bytes[at++];
  }

  private boolean flag() {
    return bytes[at++] != 0;
  }

  /** Seven bits in each byte, the lowest first. */
  private int number() {
    int value = 0;
    for (int shift = 0; ; shift += 7) {
      byte each = bytes[at++];
      value |= (each & 0x7f) << shift;
      if (each >= 0) {
        return value;
      }
    }
  }

  private int signed() {
    int value = number();
    return value >>> 1 ^ -(value & 1);
  }

  private double real() {
    at += Double.BYTES;
    return Double.longBitsToDouble(eightBytes(bytes, at - Double.BYTES));
  }

  private byte[] bytes() {
    int length = number();
    at += length;
    return Arrays.copyOfRange(bytes, at - length, at);
  }

  private Texts texts() {
    int count = number();
    boolean[] areUtf8 = new boolean[count];
    int[] starts = new int[count];
    int[] lengths = new int[count];
    for (int i = 0; i < count; i++) {
      areUtf8[i] = flag();
      lengths[i] = number();
      starts[i] = at;
      at += lengths[i];
    }
    return new Texts(bytes, areUtf8, starts, lengths);
  }

  private String text() {
    return texts.get(number());
  }

  private @Nullable String optionalText() {
    return flag() ? text() : null;
  }

  private Span span() {
    line += signed();
    int first = line;
    int column = number();
    int endLine = first + number();
    return new Span(first, column, endLine, number());
  }

  private <T extends @Nullable Object> List<T> list(Supplier<T> element) {
    int count = number();
    if (count == 0) {
      return List.of();
    }
    @SuppressWarnings("unchecked")
    T[] elements = (T[]) new Object[count];
    for (int i = 0; i < count; i++) {
      elements[i] = element.get();
    }
    return Collections.unmodifiableList(Arrays.asList(elements));
  }
}
