package org.pyconc.stdlib.sys;

import java.util.Arrays;
import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyInstance;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyPayloadInstance;
import org.pyconc.objects.PySet;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.stdlib.support.StructSequence;
import org.pyconc.stdlib.types.TypesModule;

/** What {@code sys} tells about the implementation. */
final class Details {
  private static final PyType VERSION =
      StructSequence.single(
          "sys.version_info",
          "Version information as a named tuple.",
          "major",
          "minor",
          "micro",
          "releaselevel",
          "serial");

  private static final PyType FLAGS =
      StructSequence.single(
          "sys.flags",
          "Flags of the command line.",
          "debug",
          "inspect",
          "interactive",
          "optimize",
          "dont_write_bytecode",
          "no_user_site",
          "no_site",
          "ignore_environment",
          "verbose",
          "bytes_warning",
          "quiet",
          "hash_randomization",
          "isolated",
          "dev_mode",
          "utf8_mode",
          "warn_default_encoding",
          "safe_path",
          "int_max_str_digits");

  private static final PyType FLOAT =
      StructSequence.type(
          "sys.float_info",
          "Limits of floats.",
          "max",
          "max_exp",
          "max_10_exp",
          "min",
          "min_exp",
          "min_10_exp",
          "dig",
          "mant_dig",
          "epsilon",
          "radix",
          "rounds");

  private static final PyType HASH =
      StructSequence.type(
          "sys.hash_info",
          "Parameters of hashes of numbers.",
          "width",
          "modulus",
          "inf",
          "nan",
          "imag",
          "algorithm",
          "hash_bits",
          "seed_bits",
          "cutoff");

  private static final PyType INT =
      StructSequence.type(
          "sys.int_info",
          "How ints are represented.",
          "bits_per_digit",
          "sizeof_digit",
          "default_max_str_digits",
          "str_digits_check_threshold");

  private static final PyType THREAD =
      StructSequence.type("sys.thread_info", "How threads are made.", "name", "lock", "version");

  private static final String[] MODULES = {
    "__future__",
    "_thread",
    "abc",
    "argparse",
    "array",
    "ast",
    "asyncio",
    "atexit",
    "base64",
    "binascii",
    "bisect",
    "builtins",
    "bz2",
    "calendar",
    "codecs",
    "collections",
    "concurrent",
    "configparser",
    "contextlib",
    "contextvars",
    "copy",
    "csv",
    "ctypes",
    "dataclasses",
    "datetime",
    "decimal",
    "difflib",
    "dis",
    "doctest",
    "email",
    "enum",
    "errno",
    "faulthandler",
    "fileinput",
    "fnmatch",
    "fractions",
    "functools",
    "gc",
    "getopt",
    "getpass",
    "glob",
    "graphlib",
    "gzip",
    "hashlib",
    "heapq",
    "hmac",
    "html",
    "http",
    "importlib",
    "inspect",
    "io",
    "ipaddress",
    "itertools",
    "json",
    "keyword",
    "linecache",
    "locale",
    "logging",
    "lzma",
    "math",
    "mmap",
    "multiprocessing",
    "numbers",
    "operator",
    "os",
    "pathlib",
    "pdb",
    "pickle",
    "platform",
    "posixpath",
    "pprint",
    "queue",
    "random",
    "re",
    "sched",
    "secrets",
    "select",
    "selectors",
    "shelve",
    "shlex",
    "shutil",
    "signal",
    "socket",
    "socketserver",
    "sqlite3",
    "ssl",
    "stat",
    "statistics",
    "string",
    "struct",
    "subprocess",
    "sys",
    "tarfile",
    "tempfile",
    "textwrap",
    "threading",
    "time",
    "timeit",
    "tokenize",
    "trace",
    "traceback",
    "types",
    "typing",
    "unicodedata",
    "unittest",
    "urllib",
    "uuid",
    "warnings",
    "weakref",
    "xml",
    "zipfile",
    "zlib"
  };

  private Details() {}

  static PyPayloadInstance version() {
    return StructSequence.make(VERSION, 3L, 11L, 0L, "final", 0L);
  }

  static void define(ModuleBuilder b) {
    PyPayloadInstance version = version();
    b.constant("version_info", version);
    b.constant("version", "3.11.0 (pyconc)");
    b.constant("hexversion", 0x030B00F0L);
    b.constant("api_version", 1013L);
    b.constant("copyright", "pyconc: see its license");
    b.constant("maxsize", Long.MAX_VALUE);
    b.constant("maxunicode", 0x10FFFFL);
    b.constant("platform", "linux");
    b.constant("byteorder", "little");
    String home = System.getProperty("pyconc.home");
    b.constant("executable", home == null ? "" : home + "/launcher/bin/python3");
    for (String name : new String[] {"prefix", "exec_prefix", "base_prefix", "base_exec_prefix"}) {
      b.constant(name, "");
    }
    b.constant("abiflags", "");
    b.constant("platlibdir", "lib");
    b.constant("pycache_prefix", PySingleton.NONE);
    b.constant("float_repr_style", "short");
    b.constant("dont_write_bytecode", true);
    b.constant("warnoptions", new PyList());
    b.constant("path_hooks", new PyList());
    b.constant("path_importer_cache", new PyDict());
    b.constant("_xoptions", new PyDict());
    b.constant(
        "builtin_module_names",
        PyTuple.of("_io", "_thread", "builtins", "itertools", "sys", "time"));
    PySet names = new PySet(true);
    for (String name : MODULES) {
      names.add(name);
    }
    b.constant("stdlib_module_names", names);
    PyInstance implementation = new PyInstance(TypesModule.SIMPLE_NAMESPACE);
    implementation.setOwn("name", "pyconc");
    implementation.setOwn("cache_tag", PySingleton.NONE);
    implementation.setOwn("version", version);
    implementation.setOwn("hexversion", 0x030B00F0L);
    b.constant("implementation", implementation);
    Object[] flags = new Object[18];
    Arrays.fill(flags, 0L);
    flags[4] = 1L;
    flags[11] = 1L;
    flags[13] = false;
    flags[16] = false;
    b.constant("flags", StructSequence.make(FLAGS, flags));
    b.constant(
        "float_info",
        StructSequence.make(
            FLOAT,
            Double.MAX_VALUE,
            1024L,
            308L,
            Double.MIN_NORMAL,
            -1021L,
            -307L,
            15L,
            53L,
            Math.ulp(1.0),
            2L,
            1L));
    b.constant(
        "hash_info",
        StructSequence.make(
            HASH, 64L, (1L << 61) - 1, 314_159L, 0L, 1_000_003L, "siphash13", 64L, 128L, 0L));
    b.constant("int_info", StructSequence.make(INT, 30L, 4L, 4300L, 640L));
    b.constant(
        "thread_info", StructSequence.make(THREAD, "pyconc", PySingleton.NONE, PySingleton.NONE));
  }
}
