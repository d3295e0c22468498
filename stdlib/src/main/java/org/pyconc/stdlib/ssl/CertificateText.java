package org.pyconc.stdlib.ssl;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;
import org.pyconc.objects.PyDict;
import org.pyconc.objects.PyTuple;
import org.pyconc.objects.WideString;

/** A certificate as {@code getpeercert} shows it. */
final class CertificateText {
  private static final String[] MONTHS = {
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
  };

  private CertificateText() {}

  static PyDict dict(X509Certificate certificate) {
    PyDict dict = new PyDict();
    dict.put("subject", name(certificate.getSubjectX500Principal()));
    dict.put("issuer", name(certificate.getIssuerX500Principal()));
    dict.put("version", (long) certificate.getVersion());
    String serial = certificate.getSerialNumber().toString(16).toUpperCase(Locale.ROOT);
    dict.put("serialNumber", serial.length() % 2 == 0 ? serial : "0" + serial);
    dict.put("notBefore", time(certificate.getNotBefore().toInstant()));
    dict.put("notAfter", time(certificate.getNotAfter().toInstant()));
    PyTuple names = alternativeNames(certificate);
    if (names.size() > 0) {
      dict.put("subjectAltName", names);
    }
    return dict;
  }

  /** As {@code Nov 21 09:18:14 2026 GMT}. */
  private static String time(Instant instant) {
    ZonedDateTime t = instant.atZone(ZoneOffset.UTC);
    String day = t.getDayOfMonth() < 10 ? " " + t.getDayOfMonth() : "" + t.getDayOfMonth();
    return MONTHS[t.getMonthValue() - 1]
        + " "
        + day
        + " "
        + two(t.getHour())
        + ":"
        + two(t.getMinute())
        + ":"
        + two(t.getSecond())
        + " "
        + t.getYear()
        + " GMT";
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : "" + number;
  }

  private static PyTuple name(X500Principal principal) {
    List<Object> parts = new ArrayList<>();
    for (Rdn part : parts(principal)) {
      parts.add(
          PyTuple.of(
              PyTuple.of(longName(part.getType()), WideString.of(part.getValue().toString()))));
    }
    return PyTuple.of(parts.toArray());
  }

  private static List<Rdn> parts(X500Principal principal) {
    try {
      return new LdapName(
              principal.getName(
                  X500Principal.RFC2253,
                  java.util.Map.of(
                      "1.2.840.113549.1.9.1",
                      "emailAddress",
                      "2.5.4.5",
                      "serialNumber",
                      "2.5.4.4",
                      "surname",
                      "2.5.4.42",
                      "givenName",
                      "2.5.4.12",
                      "title",
                      "2.5.4.15",
                      "businessCategory")))
          .getRdns();
    } catch (InvalidNameException e) {
      return List.of();
    }
  }

  static @Nullable String commonName(X509Certificate certificate) {
    String found = null;
    for (Rdn part : parts(certificate.getSubjectX500Principal())) {
      if (part.getType().equals("CN") && part.getValue() instanceof String text) {
        found = text;
      }
    }
    return found;
  }

  private static String longName(String type) {
    return switch (type) {
      case "CN" -> "commonName";
      case "C" -> "countryName";
      case "O" -> "organizationName";
      case "OU" -> "organizationalUnitName";
      case "L" -> "localityName";
      case "ST" -> "stateOrProvinceName";
      case "STREET" -> "streetAddress";
      case "DC" -> "domainComponent";
      case "UID" -> "userId";
      default -> type;
    };
  }

  private static PyTuple alternativeNames(X509Certificate certificate) {
    List<Object> all = new ArrayList<>();
    try {
      Collection<List<?>> names = certificate.getSubjectAlternativeNames();
      if (names != null) {
        for (List<?> each : names) {
          String kind =
              switch ((Integer) each.get(0)) {
                case 1 -> "email";
                case 2 -> "DNS";
                case 4 -> "DirName";
                case 6 -> "URI";
                case 7 -> "IP Address";
                case 8 -> "Registered ID";
                default -> "othername";
              };
          all.add(
              PyTuple.of(
                  kind, each.get(1) instanceof String s ? WideString.of(s) : "<unsupported>"));
        }
      }
    } catch (CertificateParsingException e) {
      return PyTuple.EMPTY;
    }
    return PyTuple.of(all.toArray());
  }
}
