package io.meridian.testkit.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The unpacked PostgreSQL distribution.
 *
 * @param home holds {@code bin/postgres} and {@code bin/initdb}
 */
public record PostgresBinaries(Path home) {

  /** The version that the build pins. */
  public static final String VERSION = "18.4.0";

  /** Unpacked below the temporary directory, shared by all test runs of this user. */
  public static PostgresBinaries shared() throws IOException {
    String user = System.getProperty("user.name", "user");
    Path home =
        Path.of(System.getProperty("java.io.tmpdir"), "meridian-postgres-" + VERSION + "-" + user);
    if (Files.exists(home)
        && !Files.getOwner(home, LinkOption.NOFOLLOW_LINKS).getName().equals(user)) {
      throw new IOException(home + " belongs to somebody else; remove it");
    }
    return unpackedAt(home);
  }

  /** Unpacks into {@code home} unless that was done before; safe when several processes race. */
  public static PostgresBinaries unpackedAt(Path home) throws IOException {
    if (!Files.isExecutable(home.resolve("bin/postgres"))) {
      Path parent = Files.createDirectories(home.toAbsolutePath().getParent());
      Path fresh =
          Files.createTempDirectory(
              parent,
              "unpack-",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
      Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
      unpack(fresh);
      publish(fresh, home);
    }
    return new PostgresBinaries(home.toAbsolutePath());
  }

  Path program(String name) {
    return home.resolve("bin").resolve(name);
  }

  private static void publish(Path fresh, Path home) throws IOException {
    try {
      Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException
        | DirectoryNotEmptyException
        | AtomicMoveNotSupportedException e) {
      if (!Files.isExecutable(home.resolve("bin/postgres"))) {
        throw e;
      }
    }
  }

  private static void unpack(Path into) throws IOException {
    String archive = archiveFor(System.getProperty("os.name"), System.getProperty("os.arch"));
    try (InputStream packed = PostgresBinaries.class.getResourceAsStream("/" + archive)) {
      if (packed == null) {
        throw new IOException("no PostgreSQL binaries for this machine (" + archive + ")");
      }
      TarArchiveInputStream tar =
          new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)));
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        write(tar, entry, into);
      }
    }
  }

  /** The name of the archive inside the binaries' jar. */
  static String archiveFor(String osName, String osArch) {
    String os = osName.toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
    String arch = osArch.equals("aarch64") ? "arm_64" : "x86_64";
    return "postgres-" + os + "-" + arch + ".txz";
  }

  private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path into)
      throws IOException {
    Path target = into.resolve(entry.getName()).normalize();
    if (!target.startsWith(into)) {
      throw new IOException("archive entry outside its folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else if (entry.isLink()) {
      Files.createLink(target, into.resolve(entry.getLinkName()));
    } else {
      Files.copy(tar, target);
      boolean runs = (entry.getMode() & 0100) != 0;
      Files.setPosixFilePermissions(
          target, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }
}
