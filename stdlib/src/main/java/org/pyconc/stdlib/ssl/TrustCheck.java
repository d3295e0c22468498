package org.pyconc.stdlib.ssl;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Whether the other side's certificates are believed. The chain is followed as OpenSSL does, so
 * that what is wrong has its number and words; a chain that ends well is then checked by the host
 * (constraints, weak algorithms).
 */
final class TrustCheck extends X509ExtendedTrustManager {
  private static final int LONGEST = 20;

  private final List<X509Certificate> trusted;
  private final boolean checks;
  private final @Nullable String host;

  /**
   * @param checks whether anything is checked at all
   * @param host whom the certificate must be for, if that matters
   */
  TrustCheck(List<X509Certificate> trusted, boolean checks, @Nullable String host) {
    this.trusted = trusted;
    this.checks = checks;
    this.host = host;
  }

  private void check(X509Certificate[] given) throws CertificateException {
    if (!checks) {
      return;
    }
    List<X509Certificate> path = path(given);
    X509Certificate root = path.removeLast();
    Date now = new Date();
    for (X509Certificate each : path) {
      checkTime(each, now);
    }
    checkTime(root, now);
    if (!path.isEmpty()) {
      checkByHost(path, root);
    }
    if (host != null) {
      HostNames.check(given[0], host);
    }
  }

  /** From the certificate that was shown up to one that is trusted. */
  private List<X509Certificate> path(X509Certificate[] given) throws CertificateRejected {
    List<X509Certificate> path = new ArrayList<>();
    X509Certificate at = given[0];
    while (path.size() < LONGEST) {
      path.add(at);
      boolean isSelfSigned = issued(at, at);
      if (isSelfSigned && trusted.contains(at)) {
        return path;
      }
      X509Certificate issuer = isSelfSigned ? null : issuer(at, trusted);
      if (issuer == null && !isSelfSigned) {
        issuer = issuer(at, List.of(given));
      }
      if (issuer == null) {
        if (!isSelfSigned) {
          throw new CertificateRejected(20, "unable to get local issuer certificate");
        }
        throw path.size() == 1
            ? new CertificateRejected(18, "self-signed certificate")
            : new CertificateRejected(19, "self-signed certificate in certificate chain");
      }
      at = issuer;
    }
    throw new CertificateRejected(22, "certificate chain too long");
  }

  private static @Nullable X509Certificate issuer(
      X509Certificate of, List<X509Certificate> candidates) {
    for (X509Certificate each : candidates) {
      if (!each.equals(of) && issued(each, of)) {
        return each;
      }
    }
    return null;
  }

  private static boolean issued(X509Certificate issuer, X509Certificate subject) {
    if (!issuer.getSubjectX500Principal().equals(subject.getIssuerX500Principal())) {
      return false;
    }
    try {
      subject.verify(issuer.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static void checkTime(X509Certificate certificate, Date now) throws CertificateRejected {
    if (now.after(certificate.getNotAfter())) {
      throw new CertificateRejected(10, "certificate has expired");
    }
    if (now.before(certificate.getNotBefore())) {
      throw new CertificateRejected(9, "certificate is not yet valid");
    }
  }

  private static void checkByHost(List<X509Certificate> path, X509Certificate root)
      throws CertificateRejected {
    try {
      PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
      parameters.setRevocationEnabled(false);
      CertPathValidator.getInstance("PKIX")
          .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
    } catch (GeneralSecurityException e) {
      for (X509Certificate each : path.subList(1, path.size())) {
        if (each.getBasicConstraints() < 0) {
          throw new CertificateRejected(79, "invalid CA certificate");
        }
      }
      throw new CertificateRejected(1, "unspecified certificate verification error");
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String kind) throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
    check(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine)
      throws CertificateException {
    check(chain);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return checks ? trusted.toArray(new X509Certificate[0]) : new X509Certificate[0];
  }
}
