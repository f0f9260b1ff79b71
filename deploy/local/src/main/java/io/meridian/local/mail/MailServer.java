package io.meridian.local.mail;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.meridian.local.stack.StackRefusal;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** SMTP on the loopback address. What it takes is in its folder before it says so. */
public final class MailServer implements AutoCloseable {
  private static final GreenMailUser KEPT = noMailbox();

  private final int port;
  private final MailFolder folder;
  private @Nullable GreenMail server;

  public MailServer(int port, MailFolder folder) {
    this.port = port;
    this.folder = folder;
  }

  /** Listens. */
  public synchronized void open() {
    GreenMail opened = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    opened.getUserManager().setMessageDeliveryHandler(this::keep);
    try {
      opened.start();
    } catch (IllegalStateException e) {
      throw new StackRefusal("the mail server does not open: " + e.getMessage(), e);
    }
    server = opened;
  }

  private GreenMailUser keep(MovingMessage mail, MailAddress to) throws MessagingException {
    try {
      folder.keep(mail.getMessage());
    } catch (IOException e) {
      throw new MessagingException("the mail cannot be kept", e);
    }
    return KEPT;
  }

  /** GreenMail's own mailboxes are in memory; ours are files, and these take nothing. */
  private static GreenMailUser noMailbox() {
    return (GreenMailUser)
        Proxy.newProxyInstance(
            MailServer.class.getClassLoader(),
            new Class<?>[] {GreenMailUser.class},
            (proxy, method, arguments) -> null);
  }

  /** Stops listening; does nothing when it does not. */
  @Override
  public synchronized void close() {
    if (server != null) {
      server.stop();
      server = null;
    }
  }
}
