package org.pyconc.stdlib.ssl;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether a certificate is valid for a name or address (RFC 6125, as OpenSSL checks it). */
final class HostNames {
  private static final int HOST_MISMATCH = 62;
  private static final int ADDRESS_MISMATCH = 64;
  private static final int DNS = 2;
  private static final int ADDRESS = 7;

  private HostNames() {}

  static void check(X509Certificate certificate, String host) throws CertificateRejected {
    byte[] address = address(host);
    boolean fits =
        address == null ? fitsName(certificate, host) : fitsAddress(certificate, address);
    if (!fits) {
      String what = address == null ? "Hostname mismatch" : "IP address mismatch";
      throw new CertificateRejected(
          address == null ? HOST_MISMATCH : ADDRESS_MISMATCH,
          what + ", certificate is not valid for '" + host + "'.");
    }
  }

  /** The bytes of a literal address; null for a name. */
  static byte @Nullable [] address(String host) {
    if (host.indexOf(':') < 0) {
      int dots = 0;
      for (int i = 0; i < host.length(); i++) {
        char c = host.charAt(i);
        dots += c == '.' ? 1 : 0;
        if (c != '.' && (c < '0' || c > '9')) {
          return null;
        }
      }
      if (dots != 3) {
        return null;
      }
    }
    try {
      return InetAddress.getByName(host).getAddress(); // a literal: nothing is looked up
    } catch (UnknownHostException e) {
      return null;
    }
  }

  private static boolean fitsAddress(X509Certificate certificate, byte[] address) {
    for (List<?> each : names(certificate)) {
      if (each.get(0) instanceof Integer kind
          && kind == ADDRESS
          && each.get(1) instanceof String text
          && java.util.Arrays.equals(address, address(text))) {
        return true;
      }
    }
    return false;
  }

  private static boolean fitsName(X509Certificate certificate, String host) {
    boolean hasNames = false;
    for (List<?> each : names(certificate)) {
      if (each.get(0) instanceof Integer kind
          && kind == DNS
          && each.get(1) instanceof String pattern) {
        hasNames = true;
        if (matches(pattern, host)) {
          return true;
        }
      }
    }
    String common = hasNames ? null : CertificateText.commonName(certificate);
    return common != null && matches(common, host);
  }

  private static Collection<List<?>> names(X509Certificate certificate) {
    try {
      Collection<List<?>> names = certificate.getSubjectAlternativeNames();
      return names == null ? List.of() : names;
    } catch (CertificateParsingException e) {
      return List.of();
    }
  }

  /** A star stands for the whole of the first label, of at least three. */
  private static boolean matches(String pattern, String host) {
    String wanted = pattern.toLowerCase(Locale.ROOT);
    String given = host.toLowerCase(Locale.ROOT);
    if (given.endsWith(".")) {
      given = given.substring(0, given.length() - 1);
    }
    if (!wanted.startsWith("*.")) {
      return wanted.equals(given);
    }
    String rest = wanted.substring(1);
    int dot = given.indexOf('.');
    return rest.indexOf('.', 1) > 0
        && rest.indexOf('*') < 0
        && dot > 0
        && given.substring(dot).equals(rest);
  }
}
