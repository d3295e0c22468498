package org.pyconc.stdlib.ssl;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;
import org.pyconc.errors.Errors;
import org.pyconc.objects.BuiltinTypes;
import org.pyconc.objects.PyBytes;
import org.pyconc.objects.PyList;
import org.pyconc.objects.PyObject;
import org.pyconc.objects.PySingleton;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.PyType;
import org.pyconc.objects.TypeBuilder;
import org.pyconc.operations.Buffers;
import org.pyconc.operations.Calls;
import org.pyconc.operations.Items;
import org.pyconc.operations.Text;
import org.pyconc.operations.Truth;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/**
 * One side of a TLS connection: takes and gives encrypted and plain bytes. Whoever has it moves the
 * encrypted ones. Forked processes share it, as they share the connection itself.
 */
final class PyEngine extends PyObject implements Transferable {
  private static final PyType TYPE =
      new PyType("_ssl.Engine", BuiltinTypes.OBJECT, false, null, PyEngine::define);

  private static final int BLOCK = 1 << 14;
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final SSLEngine engine;

  /** Called with kind, reason, words and number of what went wrong; raises it. */
  private final Object fail;

  private final int verify;

  /** Received and not decrypted: from 0 up to the position. */
  private ByteBuffer incoming = ByteBuffer.allocate(BLOCK * 2);

  /** Decrypted and not read: from the position up to the limit. */
  private ByteBuffer plain = NOTHING;

  private final ByteArrayOutputStream outgoing = new ByteArrayOutputStream();
  private String first = "";
  private boolean hasBegun;
  private boolean isDone;
  private boolean hasEnded;

  private PyEngine(SSLEngine engine, Object fail, int verify) {
    this.engine = engine;
    this.fail = fail;
    this.verify = verify;
  }

  static Object open(Object[] a) {
    PyStore store = (PyStore) a[0];
    boolean isServer = Truth.isTrue(a[2]);
    String host = a[3] == PySingleton.NONE ? null : Text.java(a[3]);
    int verify = Items.toInt(a[4]);
    boolean checks = Truth.isTrue(a[5]);
    try {
      SSLEngine engine =
          SslModule.onHost(
              () -> {
                OwnKey own = store.own();
                SSLContext context = SSLContext.getInstance("TLS");
                context.init(
                    own == null ? new KeyManager[0] : new KeyManager[] {own},
                    new TrustManager[] {
                      new TrustCheck(store.trusted(), verify > 0, checks ? host : null)
                    },
                    null);
                return host == null ? context.createSSLEngine() : context.createSSLEngine(host, 0);
              });
      engine.setUseClientMode(!isServer);
      configure(engine, host, isServer ? verify : 0, a);
      return new PyEngine(engine, a[1], verify);
    } catch (GeneralSecurityException e) {
      throw Errors.osError(1, "[SSL] " + e.getMessage());
    } catch (IllegalArgumentException e) {
      Calls.call4(a[1], "SSLError", "NO_PROTOCOLS_AVAILABLE", PySingleton.NONE, 1L);
      throw Errors.valueError("no protocols available");
    }
  }

  private static void configure(SSLEngine engine, @Nullable String host, int verify, Object[] a) {
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setProtocols(strings(a[6]));
    String[] names = strings(a[7]);
    if (names.length > 0) {
      parameters.setApplicationProtocols(names);
    }
    if (a[8] != PySingleton.NONE) {
      parameters.setCipherSuites(
          CipherNames.chosen(engine.getSupportedCipherSuites(), Text.java(a[8])));
    }
    if (host != null && HostNames.address(host) == null && engine.getUseClientMode()) {
      parameters.setServerNames(java.util.List.of(new SNIHostName(host)));
    }
    if (verify == 1) {
      parameters.setWantClientAuth(true);
    } else if (verify == 2) {
      parameters.setNeedClientAuth(true);
    }
    engine.setSSLParameters(parameters);
  }

  private static String[] strings(Object list) {
    PyList all = (PyList) list;
    String[] texts = new String[all.size()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = Text.java(all.get(i));
    }
    return texts;
  }

  // ---- encrypted bytes -----------------------------------------------------------------------

  private synchronized void give(byte[] bytes) {
    if (first.isEmpty()) {
      first = new String(bytes, 0, Math.min(bytes.length, 4), StandardCharsets.ISO_8859_1);
    }
    if (incoming.remaining() < bytes.length) {
      ByteBuffer larger =
          ByteBuffer.allocate(
              Math.max(incoming.capacity() * 2, incoming.position() + bytes.length));
      incoming.flip();
      larger.put(incoming);
      incoming = larger;
    }
    incoming.put(bytes);
  }

  private synchronized PyBytes take() {
    byte[] bytes = outgoing.toByteArray();
    outgoing.reset();
    return bytes.length == 0 ? PyBytes.EMPTY : new PyBytes(bytes);
  }

  // ---- the engine ----------------------------------------------------------------------------

  private synchronized SSLEngineResult wrap(ByteBuffer from) throws SSLException {
    ByteBuffer to = ByteBuffer.allocate(engine.getSession().getPacketBufferSize() + 64);
    SSLEngineResult result = engine.wrap(from, to);
    outgoing.write(to.array(), 0, to.position());
    return result;
  }

  private synchronized SSLEngineResult unwrap() throws SSLException {
    ByteBuffer to = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize() + 64);
    incoming.flip();
    try {
      SSLEngineResult result = engine.unwrap(incoming, to);
      if (to.position() > 0) {
        to.flip();
        plain = to;
      }
      return result;
    } finally {
      incoming.compact();
    }
  }

  /** The long parts, such as checking certificates. No lock is held while they are done. */
  private void doTasks() throws GeneralSecurityException {
    for (Runnable task = engine.getDelegatedTask();
        task != null;
        task = engine.getDelegatedTask()) {
      Runnable work = task;
      SslModule.onHost(
          () -> {
            work.run();
            return null;
          });
    }
  }

  /** Goes on until bytes are needed (false) or nothing is left to be agreed on (true). */
  private boolean proceed() throws SSLException, GeneralSecurityException {
    while (true) {
      switch (engine.getHandshakeStatus()) {
        case NEED_TASK -> doTasks();
        case NEED_WRAP -> {
          if (wrap(NOTHING).getStatus() == SSLEngineResult.Status.CLOSED) {
            return true;
          }
        }
        case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> {
          SSLEngineResult result = unwrap();
          if (result.getStatus() == SSLEngineResult.Status.BUFFER_UNDERFLOW) {
            return false;
          }
          if (result.getStatus() == SSLEngineResult.Status.CLOSED) {
            return true;
          }
        }
        default -> {
          return true;
        }
      }
    }
  }

  private Object handshake() {
    try {
      if (!hasBegun) {
        hasBegun = true;
        engine.beginHandshake();
      }
      if (proceed()) {
        isDone = !engine.isInboundDone() || engine.getSession().isValid();
        return true;
      }
      return hasEnded ? ended() : false;
    } catch (SSLException | GeneralSecurityException e) {
      return failed(e);
    }
  }

  private Object ended() {
    Calls.call4(fail, "SSLEOFError", "UNEXPECTED_EOF_WHILE_READING", PySingleton.NONE, 8L);
    return PySingleton.NONE;
  }

  /** At most so many plain bytes; none at the end; None if more has to be received. */
  private Object read(int most) {
    try {
      while (!plain.hasRemaining()) {
        if (engine.isInboundDone()) {
          return PyBytes.EMPTY;
        }
        if (engine.getHandshakeStatus() != HandshakeStatus.NOT_HANDSHAKING && !proceed()) {
          return hasEnded ? ended() : PySingleton.NONE;
        }
        if (plain.hasRemaining()) {
          break;
        }
        if (unwrap().getStatus() == SSLEngineResult.Status.BUFFER_UNDERFLOW) {
          return hasEnded ? ended() : PySingleton.NONE;
        }
      }
    } catch (SSLException | GeneralSecurityException e) {
      return failed(e);
    }
    byte[] bytes = new byte[Math.min(most, plain.remaining())];
    plain.get(bytes);
    return new PyBytes(bytes);
  }

  private Object write(byte[] bytes) {
    try {
      ByteBuffer from = ByteBuffer.wrap(bytes);
      while (from.hasRemaining()) {
        if (wrap(from).getStatus() == SSLEngineResult.Status.CLOSED) {
          Calls.call4(fail, "SSLZeroReturnError", PySingleton.NONE, PySingleton.NONE, 6L);
        }
        if (engine.getHandshakeStatus() == HandshakeStatus.NEED_TASK) {
          doTasks();
        }
      }
    } catch (SSLException | GeneralSecurityException e) {
      return failed(e);
    }
    return (long) bytes.length;
  }

  /** Says farewell; true if the other side has too. */
  private Object shutdown() {
    try {
      engine.closeOutbound();
      while (!engine.isOutboundDone()) {
        if (wrap(NOTHING).getStatus() == SSLEngineResult.Status.CLOSED) {
          break;
        }
      }
      while (!engine.isInboundDone() && incoming.position() > 0) {
        if (engine.getHandshakeStatus() == HandshakeStatus.NEED_TASK) {
          doTasks();
        }
        int before = incoming.position();
        SSLEngineResult result = unwrap();
        boolean stands =
            incoming.position() == before
                && result.getHandshakeStatus() != HandshakeStatus.NEED_TASK;
        if (stands || result.getStatus() == SSLEngineResult.Status.BUFFER_UNDERFLOW) {
          break;
        }
      }
    } catch (SSLException | GeneralSecurityException e) {
      return failed(e);
    }
    return engine.isInboundDone() || (hasEnded && ended() == PySingleton.NONE);
  }

  private Object failed(Exception failure) {
    alert();
    CertificateRejected rejected = TlsWords.rejected(failure);
    if (rejected != null) {
      Calls.call4(
          fail,
          "SSLCertVerificationError",
          "CERTIFICATE_VERIFY_FAILED",
          rejected.words,
          (long) rejected.code);
    } else {
      String reason = TlsWords.reason(failure, !engine.getUseClientMode(), first);
      Calls.call4(fail, "SSLError", reason, PySingleton.NONE, 1L);
    }
    return PySingleton.NONE;
  }

  /** What the other side is told of a failure. */
  private void alert() {
    try {
      for (int i = 0; i < 4 && engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP; i++) {
        wrap(NOTHING);
      }
    } catch (SSLException e) {
      // It was the failure itself.
    }
  }

  // ---- what has been agreed on ---------------------------------------------------------------

  private Object peer(boolean binary) {
    if (!isDone) {
      throw Errors.valueError("handshake not done yet");
    }
    try {
      Certificate[] all = engine.getSession().getPeerCertificates();
      if (all.length > 0 && all[0] instanceof X509Certificate x) {
        return verify == 0 && !binary ? new org.pyconc.objects.PyDict() : PyStore.shown(x, binary);
      }
    } catch (SSLPeerUnverifiedException e) {
      return PySingleton.NONE;
    }
    return PySingleton.NONE;
  }

  private Object cipher() {
    if (!isDone) {
      return PySingleton.NONE;
    }
    String suite = engine.getSession().getCipherSuite();
    String name = CipherNames.openSsl(suite);
    String since =
        name.equals(suite)
            ? "TLSv1.3"
            : name.contains("GCM")
                    || name.contains("POLY")
                    || name.endsWith("SHA256")
                    || name.endsWith("SHA384")
                ? "TLSv1.2"
                : "TLSv1.0";
    return PyTuple.of(name, since, CipherNames.bits(suite));
  }

  private static Object orNone(@Nullable String text) {
    return text == null || text.isEmpty() ? PySingleton.NONE : text;
  }

  private static void define(TypeBuilder b) {
    b.method("handshake(self)", "Goes on; True when done.", self -> ((PyEngine) self).handshake());
    b.method(
        "give(self, data)",
        "Encrypted bytes that were received.",
        (self, data) -> {
          ((PyEngine) self).give(Buffers.bytes(data));
          return PySingleton.NONE;
        });
    b.method(
        "end(self)",
        "Nothing more will be received.",
        self -> {
          ((PyEngine) self).hasEnded = true;
          return PySingleton.NONE;
        });
    b.method("take(self)", "Encrypted bytes to be sent.", self -> ((PyEngine) self).take());
    b.method(
        "read(self, most)",
        "Plain bytes.",
        (self, most) -> ((PyEngine) self).read(Items.toInt(most)));
    b.method(
        "write(self, data)",
        "Encrypts.",
        (self, data) -> ((PyEngine) self).write(Buffers.bytes(data)));
    b.method("shutdown(self)", "Says farewell.", self -> ((PyEngine) self).shutdown());
    b.method("pending(self)", "", self -> (long) ((PyEngine) self).plain.remaining());
    b.method(
        "certificate(self, binary)",
        "",
        (self, binary) -> ((PyEngine) self).peer(Truth.isTrue(binary)));
    b.method("cipher(self)", "", self -> ((PyEngine) self).cipher());
    b.method(
        "version(self)",
        "",
        self -> {
          PyEngine e = (PyEngine) self;
          String protocol = e.isDone ? e.engine.getSession().getProtocol() : null;
          return orNone("NONE".equals(protocol) ? null : protocol);
        });
    b.method(
        "protocol(self)", "", self -> orNone(((PyEngine) self).engine.getApplicationProtocol()));
    b.method("done(self)", "", self -> ((PyEngine) self).isDone);
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public Object copy(Copier copier) {
    PyEngine copy = new PyEngine(engine, copier.copy(fail), verify);
    copy.incoming = incoming;
    copy.plain = plain;
    copy.first = first;
    copy.hasBegun = hasBegun;
    copy.isDone = isDone;
    copy.hasEnded = hasEnded;
    return copy;
  }
}
