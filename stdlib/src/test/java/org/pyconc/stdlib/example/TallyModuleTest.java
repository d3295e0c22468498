package org.pyconc.stdlib.example;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pyconc.compiler.Engine;
import org.pyconc.kernel.KernelOptions;
import org.pyconc.runtime.LibrarySource;
import org.pyconc.runtime.ModuleProvider;
import org.pyconc.runtime.NativeModule;
import org.pyconc.stdlib.StandardLibrary;
import org.pyconc.stdlib.programs.ProgramRunner;

/** The module does what docs/adding-a-module.md says. */
class TallyModuleTest {
  private static final class Modules implements ModuleProvider {
    private final StandardLibrary library = new StandardLibrary();

    @Override
    public @Nullable NativeModule find(String name) {
      return name.equals("tally") ? new TallyModule() : library.find(name);
    }

    @Override
    public @Nullable LibrarySource findSource(String name) {
      return library.findSource(name);
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void eachProcessHasItsTally(Engine engine) throws Exception {
    String program =
        """
        import tally
        from multiprocessing import Process

        def child():
            print('child', tally.add(), tally.rest())

        print('parent', tally.add(5))
        p = Process(target=child)
        p.start()
        p.join()
        print('parent', tally.add())
        try:
            tally.add(-1)
        except ValueError as e:
            print(e)
        """;
    ProgramRunner.Result result =
        ProgramRunner.run(
            "tally.py", program, "", "", engine, KernelOptions.defaults(), new Modules());
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .isEqualTo("parent 5\nchild 1 1\nparent 6\na tally only grows, not by -1\n");
  }
}
