package org.pyconc.stdlib.ssl;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;

/** Certificates and keys out of PEM text (RFC 7468). */
final class PemReader {
  private static final String BEGIN = "-----BEGIN ";
  private static final String DASHES = "-----";
  private static final int SEQUENCE = 0x30;
  private static final int OCTETS = 0x04;

  private PemReader() {}

  /** A labelled part of the text. */
  private record Block(String label, byte[] content) {}

  private static List<Block> blocks(String text) {
    List<Block> all = new ArrayList<>();
    int at = text.indexOf(BEGIN);
    while (at >= 0) {
      int labelEnd = text.indexOf(DASHES, at + BEGIN.length());
      if (labelEnd < 0) {
        break;
      }
      String label = text.substring(at + BEGIN.length(), labelEnd);
      int end = text.indexOf("-----END " + label, labelEnd);
      if (end < 0) {
        break;
      }
      String body = text.substring(labelEnd + DASHES.length(), end);
      try {
        all.add(new Block(label, Base64.getMimeDecoder().decode(body)));
      } catch (IllegalArgumentException e) {
        break;
      }
      at = text.indexOf(BEGIN, end);
    }
    return all;
  }

  /** All certificates; others parts are passed over. */
  static List<X509Certificate> certificates(String text) throws CertificateException {
    List<X509Certificate> all = new ArrayList<>();
    for (Block block : blocks(text)) {
      if (block.label().equals("CERTIFICATE")
          || block.label().equals("TRUSTED CERTIFICATE")
          || block.label().equals("X509 CERTIFICATE")) {
        all.addAll(binary(block.content()));
      }
    }
    return all;
  }

  /** The certificates that stand one after the other in DER. */
  static List<X509Certificate> binary(byte[] content) throws CertificateException {
    List<X509Certificate> all = new ArrayList<>();
    ByteArrayInputStream in = new ByteArrayInputStream(content);
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    while (in.available() > 0) {
      Certificate each = factory.generateCertificate(in);
      if (each instanceof X509Certificate x) {
        all.add(x);
      }
    }
    return all;
  }

  /**
   * The first private key.
   *
   * @param owner whose key it is: tells the algorithm where the key does not
   * @return null if there is none
   */
  static @Nullable PrivateKey key(String text, PublicKey owner, char @Nullable [] password)
      throws GeneralSecurityException {
    for (Block block : blocks(text)) {
      byte[] content = block.content();
      switch (block.label()) {
        case "PRIVATE KEY" -> {
          return key(new PKCS8EncodedKeySpec(content), owner);
        }
        case "RSA PRIVATE KEY", "EC PRIVATE KEY" -> {
          return key(new PKCS8EncodedKeySpec(wrapped(content, owner)), owner);
        }
        case "ENCRYPTED PRIVATE KEY" -> {
          return password == null ? null : key(decrypted(content, password), owner);
        }
        default -> {
          // a certificate or parameters
        }
      }
    }
    return null;
  }

  /** Whether the text has a key that a password is needed for. */
  static boolean needsPassword(String text) {
    return text.contains("-----BEGIN ENCRYPTED PRIVATE KEY");
  }

  private static PrivateKey key(PKCS8EncodedKeySpec encoded, PublicKey owner)
      throws GeneralSecurityException {
    return KeyFactory.getInstance(owner.getAlgorithm()).generatePrivate(encoded);
  }

  private static PKCS8EncodedKeySpec decrypted(byte[] content, char[] password)
      throws GeneralSecurityException {
    try {
      EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(content);
      String algorithm = info.getAlgName();
      if (algorithm.equals("PBES2") || algorithm.equals("1.2.840.113549.1.5.13")) {
        algorithm = info.getAlgParameters().toString();
      }
      Cipher cipher = Cipher.getInstance(algorithm);
      cipher.init(
          Cipher.DECRYPT_MODE,
          SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec(password)),
          info.getAlgParameters());
      return info.getKeySpec(cipher);
    } catch (java.io.IOException e) {
      throw new GeneralSecurityException(e);
    }
  }

  /** An old key in the envelope of PKCS #8; the algorithm is that of its certificate. */
  private static byte[] wrapped(byte[] key, PublicKey owner) {
    byte[] outer = owner.getEncoded(); // SEQUENCE { algorithm SEQUENCE, BIT STRING }
    int algorithm = 1 + lengthSize(outer, 1);
    int size = 1 + lengthSize(outer, algorithm + 1) + length(outer, algorithm + 1);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(new byte[] {2, 1, 0});
    body.write(outer, algorithm, size);
    body.writeBytes(tagged(OCTETS, key));
    return tagged(SEQUENCE, body.toByteArray());
  }

  private static int lengthSize(byte[] der, int at) {
    int first = der[at] & 0xff;
    return first < 0x80 ? 1 : 1 + (first & 0x7f);
  }

  private static int length(byte[] der, int at) {
    int first = der[at] & 0xff;
    if (first < 0x80) {
      return first;
    }
    int length = 0;
    for (int i = 1; i <= (first & 0x7f); i++) {
      length = length << 8 | der[at + i] & 0xff;
    }
    return length;
  }

  private static byte[] tagged(int tag, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    int length = content.length;
    if (length < 0x80) {
      out.write(length);
    } else if (length < 0x100) {
      out.writeBytes(new byte[] {(byte) 0x81, (byte) length});
    } else {
      out.writeBytes(new byte[] {(byte) 0x82, (byte) (length >> 8), (byte) length});
    }
    out.writeBytes(content);
    return out.toByteArray();
  }
}
