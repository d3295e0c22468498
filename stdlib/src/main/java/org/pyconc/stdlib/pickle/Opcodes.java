package org.pyconc.stdlib.pickle;

import org.pyconc.objects.ModuleBuilder;
import org.pyconc.objects.PyBytes;

/**
 * The operations in a pickle, one byte each.
 *
 * @see <a href="https://docs.python.org/3.11/library/pickle.html#data-stream-format">Data stream
 *     format</a>
 */
final class Opcodes {
  private Opcodes() {}

  static final int MARK = '(';
  static final int STOP = '.';
  static final int POP = '0';
  static final int POP_MARK = '1';
  static final int DUP = '2';
  static final int FLOAT = 'F';
  static final int INT = 'I';
  static final int BININT = 'J';
  static final int BININT1 = 'K';
  static final int LONG = 'L';
  static final int BININT2 = 'M';
  static final int NONE = 'N';
  static final int PERSID = 'P';
  static final int BINPERSID = 'Q';
  static final int REDUCE = 'R';
  static final int STRING = 'S';
  static final int BINSTRING = 'T';
  static final int SHORT_BINSTRING = 'U';
  static final int UNICODE = 'V';
  static final int BINUNICODE = 'X';
  static final int APPEND = 'a';
  static final int BUILD = 'b';
  static final int GLOBAL = 'c';
  static final int DICT = 'd';
  static final int EMPTY_DICT = '}';
  static final int APPENDS = 'e';
  static final int GET = 'g';
  static final int BINGET = 'h';
  static final int INST = 'i';
  static final int LONG_BINGET = 'j';
  static final int LIST = 'l';
  static final int EMPTY_LIST = ']';
  static final int OBJ = 'o';
  static final int PUT = 'p';
  static final int BINPUT = 'q';
  static final int LONG_BINPUT = 'r';
  static final int SETITEM = 's';
  static final int TUPLE = 't';
  static final int EMPTY_TUPLE = ')';
  static final int SETITEMS = 'u';
  static final int BINFLOAT = 'G';
  static final int PROTO = 0x80;
  static final int NEWOBJ = 0x81;
  static final int EXT1 = 0x82;
  static final int EXT2 = 0x83;
  static final int EXT4 = 0x84;
  static final int TUPLE1 = 0x85;
  static final int TUPLE2 = 0x86;
  static final int TUPLE3 = 0x87;
  static final int NEWTRUE = 0x88;
  static final int NEWFALSE = 0x89;
  static final int LONG1 = 0x8a;
  static final int LONG4 = 0x8b;
  static final int BINBYTES = 'B';
  static final int SHORT_BINBYTES = 'C';
  static final int SHORT_BINUNICODE = 0x8c;
  static final int BINUNICODE8 = 0x8d;
  static final int BINBYTES8 = 0x8e;
  static final int EMPTY_SET = 0x8f;
  static final int ADDITEMS = 0x90;
  static final int FROZENSET = 0x91;
  static final int NEWOBJ_EX = 0x92;
  static final int STACK_GLOBAL = 0x93;
  static final int MEMOIZE = 0x94;
  static final int FRAME = 0x95;
  static final int BYTEARRAY8 = 0x96;
  static final int NEXT_BUFFER = 0x97;
  static final int READONLY_BUFFER = 0x98;

  /** The names of the operations in the module, each followed by its byte. */
  private static final String NAMES =
      "MARK (,STOP .,POP 0,POP_MARK 1,DUP 2,FLOAT F,INT I,BININT J,BININT1 K,LONG L,BININT2 M,"
          + "NONE N,PERSID P,BINPERSID Q,REDUCE R,STRING S,BINSTRING T,SHORT_BINSTRING U,"
          + "UNICODE V,BINUNICODE X,APPEND a,BUILD b,GLOBAL c,DICT d,EMPTY_DICT },APPENDS e,"
          + "GET g,BINGET h,INST i,LONG_BINGET j,LIST l,EMPTY_LIST ],OBJ o,PUT p,BINPUT q,"
          + "LONG_BINPUT r,SETITEM s,TUPLE t,EMPTY_TUPLE ),SETITEMS u,BINFLOAT G,BINBYTES B,"
          + "SHORT_BINBYTES C,PROTO \u0080,NEWOBJ \u0081,EXT1 \u0082,EXT2 \u0083,EXT4 \u0084,"
          + "TUPLE1 \u0085,TUPLE2 \u0086,TUPLE3 \u0087,NEWTRUE \u0088,NEWFALSE \u0089,"
          + "LONG1 \u008a,LONG4 \u008b,SHORT_BINUNICODE \u008c,BINUNICODE8 \u008d,"
          + "BINBYTES8 \u008e,EMPTY_SET \u008f,ADDITEMS \u0090,FROZENSET \u0091,"
          + "NEWOBJ_EX \u0092,STACK_GLOBAL \u0093,MEMOIZE \u0094,FRAME \u0095,"
          + "BYTEARRAY8 \u0096,NEXT_BUFFER \u0097,READONLY_BUFFER \u0098,";

  static void define(ModuleBuilder b) {
    int start = 0;
    for (int end = NAMES.indexOf(','); end >= 0; end = NAMES.indexOf(',', start)) {
      int blank = NAMES.indexOf(' ', start);
      byte[] code = {(byte) NAMES.charAt(blank + 1)};
      b.constant(NAMES.substring(start, blank), new PyBytes(code));
      start = end + 1;
    }
    b.constant("TRUE", new PyBytes(new byte[] {'I', '0', '1', '\n'}));
    b.constant("FALSE", new PyBytes(new byte[] {'I', '0', '0', '\n'}));
  }
}
