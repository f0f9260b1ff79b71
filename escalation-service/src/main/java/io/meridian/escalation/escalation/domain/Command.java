package io.meridian.escalation.escalation.domain;

import io.meridian.events.NoteDetails;
import io.meridian.events.ServiceHours;
import io.meridian.events.Severity;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody asks of an escalation; {@code by} is a TAM id or the name of an integration. */
public sealed interface Command {

  String by();

  /** Whether any TAM may ask for it, or only whom the escalation concerns. */
  default boolean isAnybodys() {
    return this instanceof Acknowledge || this instanceof Note;
  }

  record Acknowledge(String by) implements Command {}

  /**
   * A note for the timeline.
   *
   * @param details what it says besides its text, or null
   */
  record Note(String by, String text, @Nullable NoteDetails details) implements Command {
    public Note(String by, String text) {
      this(by, text, null);
    }
  }

  record ChangeSeverity(String by, Severity to, @Nullable String reason) implements Command {}

  /**
   * Says whether it travels, and where it lives.
   *
   * @param homeRegion code of a region; null: where it lives already
   */
  record SetServiceHours(String by, ServiceHours to, @Nullable String homeRegion, String reason)
      implements Command {}

  /**
   * Changes what is not null.
   *
   * @param customer null: leave; empty: no customer; present: this customer
   */
  record Update(
      String by,
      @Nullable String title,
      @Nullable String description,
      @Nullable Optional<UUID> customer,
      @Nullable List<String> tags)
      implements Command {}

  record Resolve(String by, @Nullable String resolution) implements Command {}

  record Close(String by, @Nullable String reason) implements Command {}

  /** Closes what has been resolved for so long that it closes by itself; else does nothing. */
  record CloseWhenDue(String by) implements Command {}

  record Reopen(String by, @Nullable String reason) implements Command {}

  /** Takes an acknowledgement back, by the one who gave it. */
  record Withdraw(String by, @Nullable String reason) implements Command {}
}
