package org.pyconc.stdlib.ssl;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The reasons that OpenSSL gives for what the host's engine has thrown. */
final class TlsWords {
  private static final String ALERT = "Received fatal alert: ";

  private TlsWords() {}

  static @Nullable CertificateRejected rejected(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof CertificateRejected rejected) {
        return rejected;
      }
    }
    return null;
  }

  /**
   * @param first the first bytes that the other side sent
   */
  static String reason(Exception failure, boolean isServer, String first) {
    String message = failure.getMessage() == null ? "" : failure.getMessage();
    if (message.contains(ALERT)) {
      return alert(message.substring(message.indexOf(ALERT) + ALERT.length()).trim());
    }
    if (message.contains("nsupported or unrecognized SSL message")
        || message.contains("plaintext connection")) {
      boolean isWeb =
          first.startsWith("GET ")
              || first.startsWith("POST")
              || first.startsWith("HEAD")
              || first.startsWith("PUT ");
      return isServer && isWeb ? "HTTP_REQUEST" : "WRONG_VERSION_NUMBER";
    }
    if (message.contains("No appropriate protocol")) {
      return "NO_PROTOCOLS_AVAILABLE";
    }
    if (message.contains("not supported by") || message.contains("protocol version")) {
      return "UNSUPPORTED_PROTOCOL";
    }
    if (message.contains("no cipher suites in common")
        || message.contains("No available authentication scheme")) {
      return "NO_SHARED_CIPHER";
    }
    if (message.contains("Empty client certificate chain")) {
      return "PEER_DID_NOT_RETURN_A_CERTIFICATE";
    }
    if (message.contains("Tag mismatch") || message.contains("bad_record_mac")) {
      return "DECRYPTION_FAILED_OR_BAD_RECORD_MAC";
    }
    return "INTERNAL_ERROR";
  }

  private static String alert(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return switch (name) {
      case "bad_certificate",
          "unsupported_certificate",
          "certificate_revoked",
          "certificate_expired",
          "certificate_unknown",
          "handshake_failure",
          "unexpected_message",
          "bad_record_mac",
          "illegal_parameter",
          "no_certificate" ->
          "SSLV3_ALERT_" + upper;
      case "unrecognized_name" -> "TLSV1_UNRECOGNIZED_NAME";
      case "certificate_required" -> "TLSV13_ALERT_CERTIFICATE_REQUIRED";
      default -> "TLSV1_ALERT_" + upper;
    };
  }
}
