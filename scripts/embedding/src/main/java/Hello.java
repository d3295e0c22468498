import org.graalvm.polyglot.Context;

public class Hello {
  public static void main(String[] args) {
    try (Context context = Context.create("pyconc")) {
      System.out.println(context.eval("pyconc", "sum(n * n for n in range(10))").asInt());
    }
  }
}
