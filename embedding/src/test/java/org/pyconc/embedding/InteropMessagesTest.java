package org.pyconc.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.interop.InteropException;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.library.Message;
import com.oracle.truffle.api.library.ReflectionLibrary;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Objects;
import org.graalvm.polyglot.Context;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pyconc.operations.Calls;
import org.pyconc.runtime.ProcessState;

/**
 * Every message of the interoperability, with arguments that make sense and with others, to values
 * of every kind. With assertions, as tests run, the library itself checks that what a value says
 * about its abilities is what it does; here nothing else may come than a result or an exception
 * that the messages know.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SAME_THREAD)
class InteropMessagesTest {
  private static final String[] QUESTIONS = {
    "isNull",
    "isBoolean",
    "isNumber",
    "isString",
    "isExecutable",
    "isInstantiable",
    "isMetaObject",
    "isException",
    "isDate",
    "isTime",
    "isTimeZone",
    "isDuration",
    "isIterator",
    "isPointer",
    "isScope",
    "isBufferWritable",
    "hasMembers",
    "hasArrayElements",
    "hasHashEntries",
    "hasBufferElements",
    "hasIterator",
    "hasLanguage",
    "hasMetaObject",
    "hasSourceLocation",
    "hasDeclaringMetaObject",
    "hasExecutableName",
    "hasExceptionMessage",
    "hasExceptionCause",
    "hasExceptionStackTrace",
    "hasIteratorNextElement",
    "hasMetaParents",
    "hasScopeParent",
    "fitsInByte",
    "fitsInShort",
    "fitsInInt",
    "fitsInLong",
    "fitsInBigInteger",
    "fitsInFloat",
    "fitsInDouble"
  };

  private static final String[] ACCESSES = {
    "asBoolean",
    "asString",
    "asTruffleString",
    "asByte",
    "asShort",
    "asInt",
    "asLong",
    "asBigInteger",
    "asFloat",
    "asDouble",
    "asDate",
    "asTime",
    "asTimeZone",
    "asInstant",
    "asDuration",
    "asPointer",
    "getArraySize",
    "getHashSize",
    "getHashEntriesIterator",
    "getHashKeysIterator",
    "getHashValuesIterator",
    "getBufferSize",
    "getIterator",
    "getIteratorNextElement",
    "getMetaObject",
    "getMetaSimpleName",
    "getMetaQualifiedName",
    "getMetaParents",
    "getSourceLocation",
    "getDeclaringMetaObject",
    "getExecutableName",
    "getExceptionMessage",
    "getExceptionCause",
    "getExceptionStackTrace",
    "getExceptionType",
    "getExceptionExitStatus",
    "isExceptionIncompleteSource",
    "getScopeParent",
    "identityHashCode"
  };

  private static final String[] WITH_NAME = {
    "readMember",
    "removeMember",
    "invokeMember",
    "isMemberReadable",
    "isMemberModifiable",
    "isMemberInsertable",
    "isMemberRemovable",
    "isMemberInvocable",
    "isMemberInternal",
    "hasMemberReadSideEffects",
    "hasMemberWriteSideEffects"
  };

  private static final String[] WITH_INDEX = {
    "readArrayElement", "removeArrayElement", "isArrayElementReadable",
    "isArrayElementModifiable", "isArrayElementInsertable", "isArrayElementRemovable",
    "readBufferByte"
  };

  private static final String[] WITH_KEY = {
    "readHashValue", "removeHashEntry", "isHashEntryReadable", "isHashEntryModifiable",
    "isHashEntryInsertable", "isHashEntryRemovable", "isHashEntryExisting", "isMetaInstance"
  };

  private static Context context;
  private static EmbeddedProgram program;

  @BeforeAll
  static void open() {
    context =
        Context.newBuilder(PyconcLanguage.ID).option("engine.WarnInterpreterOnly", "false").build();
    context.initialize(PyconcLanguage.ID);
    context.enter();
    program = PyconcLanguage.program(null);
  }

  @AfterAll
  static void close() {
    context.leave();
    context.close(true);
  }

  private static Object value(String code) {
    return program.callMain(
        state -> {
          Object eval = Objects.requireNonNull(ProcessState.current().builtins().own("eval"));
          return Heap.current(program).toHost(Calls.call1(eval, code));
        });
  }

  private static Object send(Object receiver, String name, Object... arguments) {
    try {
      Object answer =
          ReflectionLibrary.getUncached()
              .send(receiver, Message.resolve(InteropLibrary.class, name), arguments);
      return Objects.requireNonNullElse(answer, "done");
    } catch (InteropException | AbstractTruffleException refused) {
      return refused;
    } catch (Exception e) {
      throw new AssertionError(name + " failed", e);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "None",
        "True",
        "5",
        "10 ** 30",
        "2.5",
        "float('nan')",
        "3j",
        "'text'",
        "'\\U0001f600'",
        "[1, 2]",
        "[]",
        "(1, 2)",
        "range(3)",
        "{1: 2}",
        "{}",
        "{1, 2}",
        "frozenset()",
        "iter([1])",
        "iter([])",
        "(x for x in [1])",
        "len",
        "lambda: 1",
        "lambda x: x.y",
        "'a'.upper",
        "int",
        "ValueError",
        "ValueError('x')",
        "KeyError()",
        "b'ab'",
        "bytearray(b'abcdefgh')",
        "memoryview(b'ab')",
        "object()",
        "__import__('sys')",
        "type('C', (), {'x': 1, '__len__': lambda self: -1})()",
        "type('F', (), {'__getattr__': lambda self, name: 1 / 0})()",
        "type('I', (), {'__iter__': lambda self: 5})()",
        "type('S', (str,), {})('t')",
        "type('L', (list,), {})()",
        "type('D', (dict,), {})(a=1)",
        "__import__('datetime').date(2026, 1, 2)",
        "__import__('datetime').time(1, 2, 3)",
        "__import__('datetime').datetime(2026, 1, 2, tzinfo=__import__('datetime').timezone.utc)",
        "__import__('datetime').timedelta(days=-1)",
        "__import__('decimal').Decimal('1.5')",
        "__import__('fractions').Fraction(1, 3)",
        "__import__('collections').deque([1])",
        "__import__('collections').Counter('aab')",
        "__import__('queue').Queue()",
        "__import__('threading').Lock()",
        "...",
        "NotImplemented",
        "slice(1, 2)",
        "Exception"
      })
  void noMessageFailsOtherwiseThanItMay(String code) {
    Object value;
    try {
      value = value(code);
    } catch (AbstractTruffleException missingModule) {
      assertThat(missingModule.getMessage()).startsWith("ModuleNotFoundError");
      return;
    }
    for (String name : QUESTIONS) {
      assertThat(send(value, name))
          .as("%s of %s", name, code)
          .satisfiesAnyOf(
              answer -> assertThat(answer).isInstanceOf(Boolean.class),
              answer -> assertThat(answer).isInstanceOf(InteropException.class),
              answer -> assertThat(answer).isInstanceOf(AbstractTruffleException.class));
    }
    for (String name : ACCESSES) {
      assertThat(send(value, name)).as("%s of %s", name, code).isNotNull();
    }
    assertThat(send(value, "toDisplayString", true)).isNotNull();
    assertThat(send(value, "toDisplayString", false)).isNotNull();
    assertThat(send(value, "getMembers", true)).isNotNull();
    assertThat(send(value, "isIdentical", value, InteropLibrary.getUncached(value))).isNotNull();
    for (String member : List.of("append", "__class__", "no_such_name", "", "a b", "__dict__")) {
      for (String name : WITH_NAME) {
        assertThat(
                name.equals("invokeMember")
                    ? send(value, name, member, new Object[] {1})
                    : send(value, name, member))
            .as("%s(%s) of %s", name, member, code)
            .isNotNull();
      }
      send(value, "writeMember", member, 1);
    }
    for (long index : new long[] {-1, 0, 1, 7, Long.MAX_VALUE, Long.MIN_VALUE}) {
      for (String name : WITH_INDEX) {
        assertThat(send(value, name, index)).as("%s(%s) of %s", name, index, code).isNotNull();
      }
      send(value, "writeArrayElement", index, "new");
      for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
        for (String name : List.of("Short", "Int", "Long", "Float", "Double")) {
          assertThat(send(value, "readBuffer" + name, order, index)).isNotNull();
        }
        send(value, "writeBufferInt", order, index, 1);
      }
    }
    for (Object key : List.of(1, "a", 2.5, true, value, value("[]"))) {
      for (String name : WITH_KEY) {
        assertThat(send(value, name, key)).as("%s(%s) of %s", name, key, code).isNotNull();
      }
      assertThat(send(value, "readHashValueOrDefault", key, 0)).isNotNull();
      send(value, "writeHashEntry", key, 1);
    }
    for (Object[] arguments : new Object[][] {{}, {1}, {"a", 2.5, value}}) {
      assertThat(send(value, "execute", (Object) arguments)).isNotNull();
      assertThat(send(value, "instantiate", (Object) arguments)).isNotNull();
    }
  }
}
