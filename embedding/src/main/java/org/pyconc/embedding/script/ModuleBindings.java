package org.pyconc.embedding.script;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.script.Bindings;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** The names of a program's main module as bindings. */
final class ModuleBindings extends AbstractMap<String, @Nullable Object> implements Bindings {
  private final Value module;

  ModuleBindings(Value module) {
    this.module = module;
  }

  /** The value as an object of Java; an int of any size as a number that loses nothing. */
  static @Nullable Object java(Value value) {
    Value type = value.fitsInBigInteger() && !value.fitsInLong() ? value.getMetaObject() : null;
    boolean isLarge = type != null && type.getMetaSimpleName().equals("int"); // and no float
    return isLarge ? value.asBigInteger() : value.as(Object.class);
  }

  private static String name(Object key) {
    if (Objects.requireNonNull(key) instanceof String name) {
      if (name.isEmpty()) {
        throw new IllegalArgumentException("the name is empty");
      }
      return name;
    }
    throw new ClassCastException("the name is no String");
  }

  @Override
  public @Nullable Object put(String name, @Nullable Object value) {
    Object before = get(name);
    module.putMember(name(name), value);
    return before;
  }

  @Override
  public @Nullable Object get(Object key) {
    Value value = module.getMember(name(key));
    return value == null ? null : java(value);
  }

  @Override
  public boolean containsKey(Object key) {
    return module.hasMember(name(key));
  }

  @Override
  public @Nullable Object remove(Object key) {
    Object before = get(key);
    if (module.hasMember(name(key))) {
      module.removeMember(name(key));
    }
    return before;
  }

  @Override
  public Set<Entry<String, @Nullable Object>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Entry<String, @Nullable Object>> iterator() {
        Iterator<String> names = names().iterator();
        return new Iterator<>() {
          private @Nullable String last;

          @Override
          public boolean hasNext() {
            return names.hasNext();
          }

          @Override
          public Entry<String, @Nullable Object> next() {
            String name = names.next();
            last = name;
            return new SimpleEntry<>(name, ModuleBindings.this.get(name)) {
              private static final long serialVersionUID = 1L;

              @Override
              public @Nullable Object setValue(@Nullable Object value) {
                ModuleBindings.this.put(name, value);
                return super.setValue(value);
              }
            };
          }

          @Override
          public void remove() {
            ModuleBindings.this.remove(Objects.requireNonNull(last));
          }
        };
      }

      @Override
      public int size() {
        return names().size();
      }
    };
  }

  /** Those that the module has from the beginning are not the application's. */
  private Set<String> names() {
    Set<String> names = new java.util.LinkedHashSet<>(module.getMemberKeys());
    names.removeIf(name -> name.startsWith("__") && name.endsWith("__"));
    return names;
  }

  @Override
  public void putAll(Map<? extends String, ? extends @Nullable Object> all) {
    all.forEach(this::put);
  }
}
