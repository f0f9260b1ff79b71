package io.meridian.handoff.calendar.domain;

import java.net.URI;
import java.util.regex.Pattern;

/** What the address of a channel looks like. */
public enum AddressForm {
  MAIL("a mail address") {
    @Override
    public boolean fits(String address) {
      return MAIL_ADDRESS.matcher(address).matches();
    }

    @Override
    public String masked(String address) {
      return MASK + address.substring(Math.max(address.indexOf('@'), 0));
    }
  },
  URL("an http(s) URL") {
    @Override
    public boolean fits(String address) {
      try {
        URI uri = URI.create(address);
        return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
            && uri.getHost() != null;
      } catch (IllegalArgumentException e) {
        return false;
      }
    }

    @Override
    public String masked(String address) {
      URI uri = URI.create(address);
      String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
      return uri.getScheme() + "://" + uri.getHost() + port + "/" + MASK;
    }
  };

  /** Stands for what others do not see. */
  public static final String MASK = "***";

  /** No character that would end a header or begin another address in it. */
  private static final String MAIL_PART = "[^@\\s\\p{Z}\\p{Cc}\\p{Cf}<>(),;:\"\\\\\\[\\]]+";

  private static final Pattern MAIL_ADDRESS = Pattern.compile(MAIL_PART + "@" + MAIL_PART);

  private final String words;

  AddressForm(String words) {
    this.words = words;
  }

  /** Whether the text is an address of this form. */
  public abstract boolean fits(String address);

  /** What others see of it: the mail domain, or the host of a URL, whose path is often a secret. */
  public abstract String masked(String address);

  /** For people: what it must be. */
  public String inWords() {
    return words;
  }
}
