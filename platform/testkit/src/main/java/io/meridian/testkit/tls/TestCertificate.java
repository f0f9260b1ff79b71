package io.meridian.testkit.tls;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/**
 * A certificate of a server on the loopback address, signed by itself: who trusts it trusts that
 * server, and nobody else.
 *
 * @param keyStore PKCS #12, with key and certificate
 * @param certificate in PEM: what clients trust
 * @param key PKCS #8 in PEM, for its owner only
 */
public record TestCertificate(Path keyStore, Path certificate, Path key) {

  /** Opens the key store, and its key. */
  public static final String PASSWORD = "loopback";

  private static final String ALIAS = "server";

  /**
   * Makes one, with the JDK's keytool.
   *
   * @param folder where its files go
   * @param name of the files
   */
  public static TestCertificate make(Path folder, String name) throws IOException {
    Path store = folder.resolve(name + ".p12");
    keytool(store);
    try (InputStream in = Files.newInputStream(store)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, PASSWORD.toCharArray());
      return new TestCertificate(
          store,
          pem(
              folder.resolve(name + ".crt"),
              "CERTIFICATE",
              requireNonNull(keys.getCertificate(ALIAS)).getEncoded()),
          pem(
              folder.resolve(name + ".key"),
              "PRIVATE KEY",
              requireNonNull(keys.getKey(ALIAS, PASSWORD.toCharArray())).getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IOException("keytool made no key store that opens", e);
    }
  }

  private static void keytool(Path store) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home", ""), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=ip:127.0.0.1,dns:localhost",
                "-validity",
                "1",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException("keytool failed: " + output.strip());
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static Path pem(Path file, String what, byte[] encoded) throws IOException {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
    return Files.writeString(
        file, "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(what, lines, what));
  }
}
