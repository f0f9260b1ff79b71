package io.meridian.local.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.testkit.FreePorts;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the mail server has said yes to is there, whoever asks and whenever. */
class MailServerTest {
  private final int port = FreePorts.next();

  @TempDir private Path root;

  @Test
  void what_it_takes_is_a_file_and_is_there_after_it_has_started_again() throws Exception {
    try (MailServer server = new MailServer(port, new MailFolder(root))) {
      server.open();
      send("kai@example.com", "tam-kai", "Yours: SEV1 ESC-1 Grüße");
      send("zoe@example.com", "tam-zoe", "Coming to you");
    }
    try (MailServer again = new MailServer(port, new MailFolder(root))) {
      again.open();
      send("kai@example.com", "tam-kai", "Raised");
    }
    MailFolder folder = new MailFolder(root);
    assertThat(folder.mails()).extracting(ReceivedMail::number).containsExactly(1L, 2L, 3L);
    assertThat(folder.mails().stream().filter(mail -> mail.isTo("tam-kai")))
        .extracting(ReceivedMail::subject)
        .containsExactly("Yours: SEV1 ESC-1 Grüße", "Raised");
    ReceivedMail first = folder.mail(1).orElseThrow();
    assertThat(first.to()).isEqualTo("kai@example.com");
    assertThat(first.text()).isEqualTo("Bitte übernehmen");
    assertThat(folder.mail(4)).isEmpty();
  }

  private void send(String to, String tam, String subject) throws MessagingException {
    Properties settings = new Properties();
    settings.put("mail.smtp.host", "127.0.0.1");
    settings.put("mail.smtp.port", Integer.toString(port));
    MimeMessage mail = new MimeMessage(Session.getInstance(settings));
    mail.setFrom(new InternetAddress("meridian@localhost"));
    mail.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
    mail.setHeader("X-Meridian-Recipient", tam);
    mail.setSubject(subject, "UTF-8");
    mail.setText("Bitte übernehmen", "UTF-8");
    Transport.send(mail);
  }
}
