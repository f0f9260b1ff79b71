package io.meridian.escalation.escalation.domain;

import io.meridian.events.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an escalation is about.
 *
 * @param description may be empty
 * @param customerId the customer concerned, or null while unknown
 * @param tags free words, in the order given
 */
public record Content(
    String title,
    String description,
    Severity severity,
    @Nullable UUID customerId,
    List<String> tags) {

  public Content {
    tags = List.copyOf(tags);
  }

  Content withSeverity(Severity to) {
    return new Content(title, description, to, customerId, tags);
  }

  /** This content with what {@code c} asks for. */
  Content with(Command.Update c) {
    return new Content(
        c.title() == null ? title : c.title(),
        c.description() == null ? description : c.description(),
        severity,
        c.customer() == null ? customerId : c.customer().orElse(null),
        c.tags() == null ? tags : c.tags());
  }

  /** The names of the fields in which {@code other} differs, severity aside. */
  List<String> changedFields(Content other) {
    List<String> fields = new ArrayList<>(4);
    if (!title.equals(other.title)) {
      fields.add("title");
    }
    if (!description.equals(other.description)) {
      fields.add("description");
    }
    if (!Objects.equals(customerId, other.customerId)) {
      fields.add("customer");
    }
    if (!tags.equals(other.tags)) {
      fields.add("tags");
    }
    return List.copyOf(fields);
  }
}
