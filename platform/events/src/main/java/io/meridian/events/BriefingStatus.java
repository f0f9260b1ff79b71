package io.meridian.events;

import java.util.List;

/**
 * How far the briefing of a handoff is.
 *
 * @param version 0 while it is the draft of the timeline, then the number of the outgoing TAM's
 *     edits
 * @param missing what it lacks, e.g. {@code CUSTOMER_CONTACT}; empty when it is complete
 */
public record BriefingStatus(long version, List<String> missing) {

  public BriefingStatus {
    missing = List.copyOf(missing);
  }
}
