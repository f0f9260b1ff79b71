package io.meridian.local.audit;

import io.meridian.local.security.AuditKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Walks along a chain from one published head to the next, and says what is not as it was told. */
final class ChainCheck {

  /**
   * A part of the chain as its service has verified it.
   *
   * @param after the position after which it began: that of the chain's root, where more was
   *     forgotten than was asked to be passed over
   */
  record Part(long after, long position, String hash, List<String> faults, boolean isEnd) {}

  /** Verifies what is after a position, at most until another. */
  @FunctionalInterface
  interface Chain {
    Part verify(long after, long until);
  }

  /**
   * What came of it.
   *
   * @param links how many there are
   * @param faults what is wrong, each in a line
   */
  record Outcome(long links, int heads, List<String> faults) {}

  private final Chain chain;
  private final AuditKey key;
  private final Instant keptSince;
  private final List<String> faults = new ArrayList<>();
  private long root;
  private long position;
  private String hash = "00".repeat(32);

  /**
   * @param keptSince what was sealed since then may not have been forgotten
   */
  ChainCheck(Chain chain, AuditKey key, Instant keptSince) {
    this.chain = chain;
    this.key = key;
    this.keptSince = keptSince;
  }

  /**
   * @param heads of this chain, in any order
   */
  Outcome against(List<PublishedHead> heads) {
    for (PublishedHead head : heads) {
      if (!head.isSignedBy(key)) {
        faults.add("the head told at %s is not signed by the house".formatted(head.at()));
      }
    }
    List<PublishedHead> inOrder =
        heads.stream()
            .filter(head -> head.isSignedBy(key))
            .sorted(Comparator.comparingLong(PublishedHead::position))
            .toList();
    for (PublishedHead head : inOrder) {
      if (!isReached(head)) {
        return new Outcome(position, heads.size(), List.copyOf(faults));
      }
    }
    walk(Long.MAX_VALUE);
    return new Outcome(position, heads.size(), List.copyOf(faults));
  }

  /** False where the chain ends before: all later heads would say the same. */
  private boolean isReached(PublishedHead head) {
    if (head.position() > position) {
      walk(head.position());
    }
    if (head.position() < root) {
      if (!Instant.parse(head.at()).isBefore(keptSince)) {
        faults.add(
            "cut: it begins after %d, and link %d was told at %s, which is to be kept"
                .formatted(root, head.position(), head.at()));
      }
      return true;
    }
    if (position < head.position()) {
      faults.add(
          "cut: it ends at %d, and at %s it had %d links"
              .formatted(position, head.at(), head.position()));
      return false;
    }
    if (!hash.equals(head.hash())) {
      faults.add("rewritten: link %d is not the one told at %s".formatted(position, head.at()));
    }
    return true;
  }

  private void walk(long until) {
    while (position < until) {
      Part part = Objects.requireNonNull(chain.verify(position, until));
      faults.addAll(part.faults());
      root = part.after() > position ? part.after() : root;
      boolean isStill = part.position() <= position;
      if (!isStill) {
        position = part.position();
        hash = part.hash();
      }
      if (part.isEnd() || isStill) {
        return;
      }
    }
  }
}
