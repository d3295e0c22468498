package org.pyconc.stdlib;

import org.jspecify.annotations.Nullable;
import org.pyconc.runtime.LibrarySource;
import org.pyconc.runtime.ModuleProvider;
import org.pyconc.runtime.NativeModule;
import org.pyconc.stdlib.abc.AbcModule;
import org.pyconc.stdlib.bisect.BisectModule;
import org.pyconc.stdlib.collections.CollectionsModule;
import org.pyconc.stdlib.collections.FastCollectionsModule;
import org.pyconc.stdlib.contextvars.ContextVarsModule;
import org.pyconc.stdlib.copy.CopyModule;
import org.pyconc.stdlib.dataclasses.DataclassesModule;
import org.pyconc.stdlib.functools.FunctoolsModule;
import org.pyconc.stdlib.future.FutureModule;
import org.pyconc.stdlib.gevent.GeventCoreModule;
import org.pyconc.stdlib.greenlet.GreenletModule;
import org.pyconc.stdlib.heapq.HeapqModule;
import org.pyconc.stdlib.importlib.ImportlibModule;
import org.pyconc.stdlib.io.IoModule;
import org.pyconc.stdlib.itertools.ItertoolsModule;
import org.pyconc.stdlib.math.CmathModule;
import org.pyconc.stdlib.math.MathModule;
import org.pyconc.stdlib.operator.OperatorModule;
import org.pyconc.stdlib.os.FcntlModule;
import org.pyconc.stdlib.os.OsModule;
import org.pyconc.stdlib.os.PathModule;
import org.pyconc.stdlib.queue.QueueModule;
import org.pyconc.stdlib.random.RandomModule;
import org.pyconc.stdlib.sys.SysModule;
import org.pyconc.stdlib.threading.ThreadModule;
import org.pyconc.stdlib.threading.ThreadingModule;
import org.pyconc.stdlib.time.TimeModule;
import org.pyconc.stdlib.traceback.TracebackModule;
import org.pyconc.stdlib.types.TypesModule;
import org.pyconc.stdlib.zlib.ZlibModule;

/** Finds the modules of the standard library by name; only what is imported gets loaded. */
public final class StandardLibrary implements ModuleProvider {
  @Override
  public @Nullable NativeModule find(String name) {
    return switch (name) {
      case "abc" -> new AbcModule();
      case "bisect" -> new BisectModule();
      case "functools" -> new FunctoolsModule();
      case "heapq" -> new HeapqModule();
      case "io", "_io" -> new IoModule(name);
      case "itertools" -> new ItertoolsModule();
      case "collections" -> new CollectionsModule();
      case "_collections" -> new FastCollectionsModule();
      case "contextvars", "_contextvars" -> new ContextVarsModule(name);
      case "copy" -> new CopyModule();
      case "dataclasses" -> new DataclassesModule();
      case "gevent._core" -> new GeventCoreModule();
      case "greenlet", "greenlet._greenlet" -> new GreenletModule(name);
      case "cmath" -> new CmathModule();
      case "math" -> new MathModule();
      case "operator" -> new OperatorModule();
      case "__future__" -> new FutureModule();
      case "importlib" -> new ImportlibModule();
      case "os" -> new OsModule();
      case "fcntl" -> new FcntlModule();
      case "posixpath" -> new PathModule();
      case "queue" -> new QueueModule();
      case "random" -> new RandomModule();
      case "sys" -> new SysModule();
      case "threading" -> new ThreadingModule();
      case "_thread" -> new ThreadModule();
      case "time" -> new TimeModule();
      case "traceback" -> new TracebackModule();
      case "types" -> new TypesModule();
      case "zlib" -> new ZlibModule();
      default -> {
        NativeModule found = ProcessModules.find(name);
        found = found != null ? found : NetworkModules.find(name);
        yield found != null ? found : EverydayModules.find(name);
      }
    };
  }

  @Override
  public @Nullable LibrarySource findSource(String name) {
    if (name.startsWith("gevent")) {
      return GeventText.find(name);
    }
    return switch (name) {
      case "keyword" -> LibraryText.module(name);
      default -> {
        LibrarySource known = EverydayModules.findSource(name);
        yield known == null ? LibraryText.find(name) : known;
      }
    };
  }
}
