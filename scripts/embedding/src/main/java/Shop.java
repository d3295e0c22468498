import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;

/** A shop whose discounts are written in scripts that it does not trust. */
public class Shop {
  /** What the rules see of an order. */
  public record Order(String customer, List<Item> items) {
    @HostAccess.Export
    public double total() {
      return items.stream().mapToDouble(i -> i.price() * i.count()).sum();
    }

    @HostAccess.Export
    public int pieces() {
      return items.stream().mapToInt(Item::count).sum();
    }
  }

  public record Item(String name, int count, double price) {}

  public static void main(String[] args) throws IOException {
    Source rules = Source.newBuilder("pyconc", Shop.class.getResource("/rules.pc")).build();
    List<Order> orders =
        List.of(
            new Order("Ada", List.of(new Item("pencil", 10, 1.5), new Item("paper", 1, 4))),
            new Order("Bob", List.of(new Item("desk", 1, 250))));
    try (Context context =
        Context.newBuilder("pyconc")
            .option("engine.WarnInterpreterOnly", "false")
            .option("pyconc.MaxTime", "10s")
            .option("pyconc.MaxProcesses", "20")
            .build()) {
      context.eval(rules);
      Value discount = context.getBindings("pyconc").getMember("discount");
      for (Order order : orders) {
        System.out.println(order.customer() + " saves " + discount.execute(order).asDouble());
      }
      Map<String, Object> summary =
          new TreeMap<>(
              context
                  .getBindings("pyconc")
                  .getMember("summary")
                  .execute(orders.stream().map(Order::total).toArray())
                  .as(Map.class));
      System.out.println(summary);
      try {
        context.eval("pyconc", "open('/etc/passwd')");
      } catch (PolyglotException e) {
        System.out.println(e.getMessage());
      }
    }
  }
}
