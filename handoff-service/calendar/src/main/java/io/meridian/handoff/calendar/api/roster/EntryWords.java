package io.meridian.handoff.calendar.api.roster;

/** What the descriptions of all entries' resources say alike. */
final class EntryWords {

  static final String ETAG =
      "The ETag is the entry's own: changes elsewhere in the calendar leave it.";

  static final String KEY = "Makes retries safe for 24 hours";

  static final String SHOWN =
      "The calendar's revision that a dry run told: added only to that, else 412. Heeded when it is"
          + " sent";

  static final String EDIT =
      "An edit of the calendar in force: checked, applied and announced as PUT /calendar is, and"
          + " the calendar's revision moves on. 422 names fields of the entry by pointers into it,"
          + " and other places that it would break as calendar:/rotations/0/participants/1."
          + " dryRun=true changes nothing and answers a CalendarDifference.";

  static final String STALE =
      " Of two who change one entry at once, one wins; the other gets 412 with the entry as it is"
          + " now in the member current, and its ETag.";

  static final String PATCH = "A merge patch (RFC 7396): null takes a field away. ";

  static final String DELETE =
      "An edit of the calendar in force, as adding one is. 409 names the places in the calendar"
          + " that still refer to it. If-Match is heeded when it is sent.";

  private EntryWords() {}
}
