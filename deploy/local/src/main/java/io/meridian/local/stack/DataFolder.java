package io.meridian.local.stack;

import io.meridian.local.security.AuditKey;
import io.meridian.testkit.kafka.BrokerAccess;
import io.meridian.testkit.postgres.DatabaseRoles;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a stack keeps everything that survives it.
 *
 * @param root e.g. {@code .meridian/}
 */
public record DataFolder(Path root) {

  private static final long FREE_BYTES_MIN = 300L << 20;

  public DataFolder {
    root = root.toAbsolutePath().normalize();
  }

  /** Makes the folders, for their owner only: there are secrets in them, and what people wrote. */
  void create() throws IOException {
    try {
      Files.createDirectories(root);
      Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
      Files.createDirectories(root.resolve("run"));
      Files.createDirectories(root.resolve("log"));
    } catch (FileSystemException e) {
      throw new StackRefusal("cannot keep data in " + root + ": " + inWords(e), e);
    }
    long free = Files.getFileStore(root).getUsableSpace();
    if (free < FREE_BYTES_MIN) {
      throw new StackRefusal(
          "the disk of %s is full: %d MB free, %d needed"
              .formatted(root, free >> 20, FREE_BYTES_MIN >> 20));
    }
  }

  /** The message of such a failure is often the path alone. */
  private static String inWords(FileSystemException e) {
    return switch (e) {
      case FileAlreadyExistsException there -> there.getFile() + " is no folder";
      case NoSuchFileException none -> none.getFile() + " cannot be made";
      case AccessDeniedException denied -> denied.getFile() + " may not be written";
      default -> String.valueOf(e.getMessage());
    };
  }

  PidFile pid(Part part) {
    return new PidFile(root.resolve("run").resolve(part.label() + ".pid"));
  }

  /** Of the launcher itself. */
  PidFile launcherPid() {
    return new PidFile(root.resolve("run/launcher.pid"));
  }

  /** Of who writes the start-up caches behind this stack. */
  PidFile trainingPid() {
    return new PidFile(root.resolve("run/training.pid"));
  }

  Path trainingLog() {
    return root.resolve("log/training.log");
  }

  Path lock() {
    return root.resolve("run/lock");
  }

  /** Written by the broker's process once it serves; holds its pid. */
  Path kafkaReady() {
    return root.resolve("run/kafka.ready");
  }

  Path portOffset() {
    return root.resolve("run/port-offset");
  }

  public Path log(Part part) {
    return root.resolve("log").resolve(part.label() + ".log");
  }

  /** The part's log for a new process; the former one is kept beside it. */
  Path freshLog(Part part) throws IOException {
    Path log = log(part);
    if (Files.exists(log)) {
      Files.move(
          log, log.resolveSibling(part.label() + ".1.log"), StandardCopyOption.REPLACE_EXISTING);
    }
    return log;
  }

  public Path kafka() {
    return root.resolve("kafka");
  }

  /** What the mail server has taken. */
  public Path mail() {
    return root.resolve("mail");
  }

  Path postgres() {
    return root.resolve("postgres");
  }

  /** The database superuser's password; made at the first call, readable by the owner only. */
  public String databasePassword() throws IOException {
    return secret("postgres.password", 18);
  }

  /** The roles of a service's database, each with a password of its own beside the superuser's. */
  DatabaseRoles databaseRoles(Part service) throws IOException {
    String database = service.shortName();
    return new DatabaseRoles(
        database,
        secret("postgres." + database + "-migrator.password", 18),
        secret("postgres." + database + "-service.password", 18));
  }

  /** Who may come to the broker: the launcher as its administrator, and each service. */
  public BrokerAccess brokerAccess() throws IOException {
    Map<String, String> passwords = new TreeMap<>();
    passwords.put(BrokerAccess.ADMIN, secret("kafka.admin.password", 18));
    for (Part service : Part.SERVICES) {
      passwords.put(service.label(), secret("kafka." + service.shortName() + ".password", 18));
    }
    return new BrokerAccess(passwords);
  }

  /** How the broker is reached by who may do everything there: settings of Kafka's client. */
  public Map<String, Object> brokerClient(PortPlan ports) throws IOException {
    Map<String, Object> client = new HashMap<>(brokerAccess().client(BrokerAccess.ADMIN));
    client.put("bootstrap.servers", "127.0.0.1:" + ports.port(Part.KAFKA));
    return client;
  }

  /**
   * What seals secrets in the databases: base64 of 32 bytes, or several; see {@code SecretSeal}.
   */
  String sealingKey() throws IOException {
    return secret("sealing.key", 32);
  }

  /** What signs the heads of the audit log: Ed25519 in PKCS #8, as base64. */
  String auditSigningKey() throws IOException {
    return auditKey("audit-private.key");
  }

  /** What checks the heads of the audit log: X.509, as base64. */
  public String auditPublicKey() throws IOException {
    return auditKey("audit-public.key");
  }

  private String auditKey(String name) throws IOException {
    synchronized (DataFolder.class) {
      if (!Files.exists(root.resolve("audit-public.key"))) {
        KeyPair pair = AuditKey.generate();
        Base64.Encoder base64 = Base64.getEncoder();
        writeSecret(
            root.resolve("audit-private.key"),
            base64.encodeToString(pair.getPrivate().getEncoded()));
        writeSecret(
            root.resolve("audit-public.key"), base64.encodeToString(pair.getPublic().getEncoded()));
      }
      return Files.readString(root.resolve(name));
    }
  }

  private String secret(String name, int length) throws IOException {
    return secret(root.resolve(name), length);
  }

  /** One at a time: parts are started side by side, and all must read the same secret. */
  private static synchronized String secret(Path file, int length) throws IOException {
    if (!Files.exists(file)) {
      byte[] bytes = new byte[length];
      new SecureRandom().nextBytes(bytes);
      writeSecret(file, Base64.getEncoder().encodeToString(bytes));
    }
    return Files.readString(file);
  }

  /** Replaces a file that only its owner may read. */
  public static void writeSecret(Path file, String text) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(
        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(fresh, text);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
