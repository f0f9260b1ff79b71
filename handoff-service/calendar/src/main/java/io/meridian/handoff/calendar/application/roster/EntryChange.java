package io.meridian.handoff.calendar.application.roster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** What is asked to become of one entry. */
public sealed interface EntryChange {

  /**
   * A new one at the end of the list.
   *
   * @param ifMatch of the whole calendar that it is to be added to; null: whatever that is by now
   */
  record Create(ObjectNode entry, @Nullable String ifMatch) implements EntryChange {}

  /** Another entry in the place of the one with this id. */
  record Replace(String id, ObjectNode entry, @Nullable String ifMatch) implements EntryChange {}

  /** Other values of some fields (RFC 7396: null takes a field away). */
  record Patch(String id, ObjectNode patch, @Nullable String ifMatch) implements EntryChange {}

  /** No such entry any more. Without {@code ifMatch} whatever it is by now. */
  record Delete(String id, @Nullable String ifMatch) implements EntryChange {}
}
