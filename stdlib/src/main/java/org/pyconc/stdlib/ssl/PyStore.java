package org.pyconc.stdlib.ssl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
import org.pyconc.operations.Text;
import org.pyconc.operations.Truth;
import org.pyconc.transfer.Copier;
import org.pyconc.transfer.Transferable;

/** What a context trusts and what it shows of itself: {@code _ssl.Store}. */
final class PyStore extends PyObject implements Transferable {
  private static final PyType TYPE =
      new PyType("_ssl.Store", BuiltinTypes.OBJECT, false, null, PyStore::define);

  private static final Path SYSTEM = Path.of("/etc/ssl/certs/ca-certificates.crt");

  private final Set<X509Certificate> trusted = new LinkedHashSet<>();
  private @Nullable OwnKey own;
  private boolean wantsSystem;

  /** The trusted ones; those of the host are read when they are needed first. */
  synchronized List<X509Certificate> trusted() {
    if (wantsSystem) {
      wantsSystem = false;
      loadSystem();
    }
    return new ArrayList<>(trusted);
  }

  synchronized @Nullable OwnKey own() {
    return own;
  }

  private void loadSystem() {
    try {
      if (Files.isReadable(SYSTEM)) {
        trusted.addAll(
            PemReader.certificates(Files.readString(SYSTEM, StandardCharsets.ISO_8859_1)));
      } else {
        loadOfRuntime();
      }
    } catch (IOException | GeneralSecurityException e) {
      // As with OpenSSL: nothing is trusted then, and connecting says so.
    }
  }

  /** The Java runtime's own list. */
  private void loadOfRuntime() throws IOException, GeneralSecurityException {
    Path file = Path.of(System.getProperty("java.home"), "lib", "security", "cacerts");
    KeyStore store = KeyStore.getInstance(file.toFile(), (char[]) null);
    for (String alias : java.util.Collections.list(store.aliases())) {
      if (store.getCertificate(alias) instanceof X509Certificate x) {
        trusted.add(x);
      }
    }
  }

  private synchronized Object add(List<X509Certificate> more) {
    trusted.addAll(more);
    return (long) more.size();
  }

  private static void define(TypeBuilder b) {
    b.method(
        "add_text(self, text)",
        "Trusts the certificates in PEM text; how many.",
        (self, text) -> {
          try {
            return ((PyStore) self).add(PemReader.certificates(Text.java(text)));
          } catch (CertificateException e) {
            return -1L;
          }
        });
    b.method(
        "add_binary(self, data)",
        "Trusts the certificates in DER; how many.",
        (self, data) -> {
          try {
            return ((PyStore) self).add(PemReader.binary(Buffers.bytes(data)));
          } catch (CertificateException e) {
            return -1L;
          }
        });
    b.method(
        "add_system(self)",
        "Trusts those that the host does.",
        self -> {
          PyStore store = (PyStore) self;
          synchronized (store) {
            store.wantsSystem = true;
          }
          return PySingleton.NONE;
        });
    b.method(
        "certificates(self, binary)",
        "What is trusted.",
        (self, binary) -> {
          PyList all = new PyList();
          for (X509Certificate each : ((PyStore) self).trusted()) {
            all.append(shown(each, Truth.isTrue(binary)));
          }
          return all;
        });
    b.method(
        "authorities(self)",
        "How many are trusted, and how many of them may issue others.",
        self -> {
          List<X509Certificate> all = ((PyStore) self).trusted();
          long count = all.stream().filter(x -> x.getBasicConstraints() >= 0).count();
          return PyTuple.of((long) all.size(), count);
        });
    b.method(
        "own(self, chain, key, password)",
        "Shows this chain. None, or what is wrong: 'chain', 'password', 'key', 'mismatch'.",
        PyStore::setOwn);
  }

  static Object shown(X509Certificate certificate, boolean binary) {
    try {
      return binary ? new PyBytes(certificate.getEncoded()) : CertificateText.dict(certificate);
    } catch (CertificateEncodingException e) {
      throw Errors.valueError("certificate cannot be encoded");
    }
  }

  private static Object setOwn(Object self, Object chain, Object key, Object password) {
    PyStore store = (PyStore) self;
    try {
      List<X509Certificate> all = PemReader.certificates(Text.java(chain));
      if (all.isEmpty()) {
        return "chain";
      }
      String text = Text.java(key);
      char[] secret = password == PySingleton.NONE ? null : Text.java(password).toCharArray();
      if (secret == null && PemReader.needsPassword(text)) {
        return "password";
      }
      PrivateKey found =
          SslModule.onHost(() -> PemReader.key(text, all.getFirst().getPublicKey(), secret));
      if (found == null) {
        return "key";
      }
      if (!found.getAlgorithm().equals(all.getFirst().getPublicKey().getAlgorithm())) {
        return "mismatch";
      }
      synchronized (store) {
        store.own = new OwnKey(all.toArray(new X509Certificate[0]), found);
      }
      return PySingleton.NONE;
    } catch (CertificateException e) {
      return "chain";
    } catch (GeneralSecurityException e) {
      return password == PySingleton.NONE ? "key" : "password";
    }
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  /** Contexts of forked processes have each their own. */
  @Override
  public synchronized Object copy(Copier copier) {
    PyStore copy = new PyStore();
    copy.trusted.addAll(trusted);
    copy.own = own;
    copy.wantsSystem = wantsSystem;
    return copy;
  }
}
