package org.pyconc.stdlib.ssl;

import java.util.ArrayList;
import java.util.List;

/** The names that OpenSSL has for cipher suites, from those of the standard. */
final class CipherNames {
  private CipherNames() {}

  /** {@code ECDHE-RSA-AES128-GCM-SHA256} for {@code TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256}. */
  static String openSsl(String suite) {
    int with = suite.indexOf("_WITH_");
    if (with < 0) {
      return suite;
    }
    String exchange = suite.substring(suite.indexOf('_') + 1, with).replace('_', '-');
    String cipher =
        suite
            .substring(with + "_WITH_".length())
            .replace("AES_128_CBC", "AES128")
            .replace("AES_256_CBC", "AES256")
            .replace("AES_", "AES")
            .replace("CHACHA20_POLY1305_SHA256", "CHACHA20_POLY1305")
            .replace('_', '-');
    return exchange.equals("RSA") ? cipher : exchange + "-" + cipher;
  }

  static long bits(String suite) {
    return suite.contains("256") && !suite.contains("AES_128") || suite.contains("CHACHA20")
        ? 256
        : 128;
  }

  /** Those of the suites that the names, with a colon between, choose. */
  static String[] chosen(String[] suites, String names) {
    List<String> all = new ArrayList<>();
    for (String suite : suites) {
      if (suite.indexOf("_WITH_") < 0) {
        all.add(suite); // those of TLS 1.3 are not chosen by name
      }
    }
    for (String name : names.split("[:, ]")) {
      for (String suite : suites) {
        if (!all.contains(suite) && openSsl(suite).equals(name)) {
          all.add(suite);
        }
      }
    }
    return all.toArray(new String[0]);
  }
}
