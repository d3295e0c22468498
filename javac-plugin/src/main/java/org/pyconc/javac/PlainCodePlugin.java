package org.pyconc.javac;

import com.sun.source.util.JavacTask;
import com.sun.source.util.Plugin;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.Elements;

/**
 * Rewrites each class file that javac has written to the folder which is the plugin's argument
 * ({@code -Xplugin:PlainCode target/classes}).
 */
public final class PlainCodePlugin implements Plugin {
  @Override
  public String getName() {
    return "PlainCode";
  }

  @Override
  public void init(JavacTask task, String... arguments) {
    if (arguments.length == 0) {
      throw new IllegalArgumentException("PlainCode: expects the folder of the class files");
    }
    Path folder = Path.of(String.join(" ", arguments)); // javac has split it at spaces
    task.addTaskListener(
        new TaskListener() {
          @Override
          public void finished(TaskEvent event) {
            if (event.getKind() == TaskEvent.Kind.GENERATE && event.getTypeElement() != null) {
              rewrite(folder, event.getTypeElement(), task.getElements());
            }
          }
        });
  }

  private static void rewrite(Path folder, TypeElement type, Elements elements) {
    String name = elements.getBinaryName(type).toString();
    Path file = folder.resolve(name.replace('.', '/') + ".class");
    if (!Files.exists(file)) {
      // A test's class, which has another folder.
      return;
    }
    try {
      byte[] before = Files.readAllBytes(file);
      byte[] after =
          PlainCode.in(
              before, new KnownClasses(elements).orElse(ClassHierarchyResolver.defaultResolver()));
      if (after != before) {
        Files.write(file, after);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The classes that the compiler knows. */
  private record KnownClasses(Elements elements) implements ClassHierarchyResolver {
    @Override
    @SuppressWarnings("NullAway") // null is how the interface says that it does not know the class
    public ClassHierarchyInfo getClassInfo(ClassDesc wanted) {
      String descriptor = wanted.descriptorString();
      String name =
          descriptor.substring(1, descriptor.length() - 1).replace('/', '.').replace('$', '.');
      TypeElement found = elements.getTypeElement(name);
      if (found == null) {
        return null;
      }
      if (found.getKind().isInterface()) {
        return ClassHierarchyInfo.ofInterface();
      }
      if (found.getSuperclass() instanceof DeclaredType above
          && above.asElement() instanceof TypeElement superclass) {
        return ClassHierarchyInfo.ofClass(
            ClassDesc.of(elements.getBinaryName(superclass).toString()));
      }
      return null;
    }
  }
}
