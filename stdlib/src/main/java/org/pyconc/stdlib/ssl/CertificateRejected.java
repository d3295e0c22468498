package org.pyconc.stdlib.ssl;

import java.security.cert.CertificateException;

/** A certificate that is not believed, with the number and words that OpenSSL has for it. */
final class CertificateRejected extends CertificateException {
  private static final long serialVersionUID = 1;

  final int code;
  final String words;

  CertificateRejected(int code, String words) {
    super(words);
    this.code = code;
    this.words = words;
  }
}
