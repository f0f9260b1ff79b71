package io.meridian.audit.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.audit.domain.Verification.Fault;
import io.meridian.audit.domain.Verification.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One byte, one dropped link, two in another order: the chain tells. */
class VerificationTest {
  private final List<Link> chain = chain(20);

  private static List<Link> chain(int links) {
    List<Link> chain = new ArrayList<>();
    Hash head = Hash.NONE;
    for (int i = 1; i <= links; i++) {
      byte[] entry = ("{\"n\":" + i + "}").getBytes(UTF_8);
      Hash hash = head.next(entry);
      chain.add(new Link(i, entry, head, hash));
      head = hash;
    }
    return chain;
  }

  private static List<Fault> faults(List<Link> chain) {
    Verification verification = new Verification(0, Hash.NONE);
    chain.forEach(verification::next);
    return verification.faults();
  }

  @Test
  void an_untouched_chain_is_intact_and_ends_at_its_head() {
    Verification verification = new Verification(0, Hash.NONE);
    chain.forEach(verification::next);
    assertThat(verification.faults()).isEmpty();
    assertThat(verification.head()).isEqualTo(chain.getLast().hash());
    assertThat(verification.links()).isEqualTo(20);
  }

  @Test
  void every_byte_counts() {
    for (int i = 0; i < chain.size(); i++) {
      Link link = chain.get(i);
      for (int at = 0; at < link.entry().length; at++) {
        byte[] changed = link.entry();
        changed[at] ^= 1;
        List<Link> tampered = new ArrayList<>(chain);
        tampered.set(i, new Link(link.position(), changed, link.previous(), link.hash()));
        assertThat(faults(tampered)).containsExactly(new Fault(i + 1, Kind.CHANGED));
      }
    }
  }

  @Test
  void a_dropped_link_is_missed_even_when_the_others_close_ranks() {
    List<Link> dropped = new ArrayList<>(chain);
    dropped.remove(7);
    assertThat(faults(dropped)).containsExactly(new Fault(9, Kind.MISSING));
    List<Link> renumbered = new ArrayList<>();
    dropped.forEach(
        l -> renumbered.add(new Link(renumbered.size() + 1, l.entry(), l.previous(), l.hash())));
    assertThat(faults(renumbered)).containsExactly(new Fault(8, Kind.BROKEN));
  }

  @Test
  void another_order_is_noticed() {
    List<Link> swapped = new ArrayList<>(chain);
    Collections.swap(swapped, 3, 4);
    assertThat(faults(swapped)).isNotEmpty();
    List<Link> renumbered = new ArrayList<>();
    swapped.forEach(
        l -> renumbered.add(new Link(renumbered.size() + 1, l.entry(), l.previous(), l.hash())));
    assertThat(faults(renumbered)).extracting(Fault::kind).containsOnly(Kind.BROKEN);
  }

  @Test
  void an_entry_sealed_anew_breaks_the_link_after_it() {
    Link link = chain.get(4);
    byte[] forged = "{\"n\":0}".getBytes(UTF_8);
    List<Link> tampered = new ArrayList<>(chain);
    tampered.set(4, new Link(5, forged, link.previous(), link.previous().next(forged)));
    assertThat(faults(tampered)).containsExactly(new Fault(6, Kind.BROKEN));
  }
}
