package io.meridian.local.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Mails as files, one each ({@code 17.eml}, RFC 5322), in the order in which they came. They
 * survive the server and the stack.
 */
public final class MailFolder {
  private static final String ENDING = ".eml";
  private static final Session SESSION = Session.getInstance(new Properties());

  private final Path root;

  /**
   * @param root made when the first mail comes
   */
  public MailFolder(Path root) {
    this.root = root;
  }

  /** Keeps a mail; it is there, whole, or not at all. */
  synchronized void keep(MimeMessage mail) throws IOException, MessagingException {
    Files.createDirectories(root);
    var bytes = new ByteArrayOutputStream();
    mail.writeTo(bytes);
    long number = numbers().stream().mapToLong(n -> n).max().orElse(0) + 1;
    Path fresh = root.resolve("incoming");
    Files.write(fresh, bytes.toByteArray());
    Files.move(fresh, file(number), StandardCopyOption.ATOMIC_MOVE);
  }

  /** All mails, the oldest first. */
  public List<ReceivedMail> mails() {
    return numbers().stream().map(this::read).toList();
  }

  /** The mail of that number. */
  public Optional<ReceivedMail> mail(long number) {
    return numbers().contains(number) ? Optional.of(read(number)) : Optional.empty();
  }

  private List<Long> numbers() {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(root)) {
      List<Long> numbers = new ArrayList<>();
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("\\d{1,18}\\" + ENDING))
          .map(name -> name.substring(0, name.length() - ENDING.length()))
          .forEach(name -> numbers.add(Long.valueOf(name)));
      numbers.sort(Comparator.naturalOrder());
      return numbers;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(long number) {
    return root.resolve(number + ENDING);
  }

  private ReceivedMail read(long number) {
    try (InputStream file = Files.newInputStream(file(number))) {
      MimeMessage mail = new MimeMessage(SESSION, file);
      Date date = mail.getSentDate();
      return new ReceivedMail(
          number,
          date == null ? Instant.EPOCH : date.toInstant(),
          header(mail, "To"),
          header(mail, "X-Meridian-Recipient"),
          Objects.requireNonNullElse(mail.getSubject(), ""),
          String.valueOf(mail.getContent()).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MessagingException e) {
      throw new IllegalStateException("mail " + number + " cannot be read", e);
    }
  }

  private static String header(MimeMessage mail, String name) throws MessagingException {
    String @Nullable [] values = mail.getHeader(name);
    return values == null || values.length == 0 ? "" : values[0];
  }
}
