package io.meridian.audit.domain;

import java.util.ArrayList;
import java.util.List;

/**
 * Walks a chain of links in the order of their positions and notes what is not as it was sealed.
 * Not for several threads.
 */
public final class Verification {
  /** Faults that are noted one by one; more are only counted. */
  public static final int FAULTS_MAX = 100;

  private final List<Fault> faults = new ArrayList<>();
  private long position;
  private Hash head;
  private long links;
  private long found;

  /**
   * @param after the position of the link before the first one that will be looked at, 0 for none
   * @param head the hash of that link, {@link Hash#NONE} for none
   */
  public Verification(long after, Hash head) {
    this.position = after;
    this.head = head;
  }

  /** What is wrong with a link. */
  public enum Kind {
    /** The entry is not the one that was sealed. */
    CHANGED,
    /** Links before this one are missing. */
    MISSING,
    /** It was sealed after another link than the one before it. */
    BROKEN
  }

  /** What is wrong with the link at a position. */
  public record Fault(long position, Kind kind) {}

  /** Looks at the next link. */
  public void next(Link link) {
    links++;
    if (link.position() != position + 1) {
      note(link.position(), Kind.MISSING);
    } else if (!link.previous().equals(head)) {
      note(link.position(), Kind.BROKEN);
    }
    if (!link.previous().next(link.entry()).equals(link.hash())) {
      note(link.position(), Kind.CHANGED);
    }
    position = link.position();
    head = link.hash();
  }

  private void note(long at, Kind kind) {
    found++;
    if (faults.size() < FAULTS_MAX) {
      faults.add(new Fault(at, kind));
    }
  }

  /** The first faults, in order. */
  public List<Fault> faults() {
    return List.copyOf(faults);
  }

  /** How many faults there are. */
  public long faultCount() {
    return found;
  }

  /** How many links were looked at. */
  public long links() {
    return links;
  }

  /** The position of the last link that was looked at. */
  public long position() {
    return position;
  }

  /** The hash of the last link that was looked at. */
  public Hash head() {
    return head;
  }
}
