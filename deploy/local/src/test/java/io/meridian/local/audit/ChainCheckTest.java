package io.meridian.local.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.local.security.AuditKey;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was done to a chain since its heads were told is seen, whatever it is. */
class ChainCheckTest {

  private static final String NONE = "00".repeat(32);
  private static final int PAGE = 3;
  private static final Instant KEPT_SINCE = Instant.parse("2026-11-30T21:00:00Z");

  private final KeyPair pair = AuditKey.generate();
  private final AuditKey key =
      AuditKey.of(Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
  private final List<Link> chain = chain("entry");
  private final List<PublishedHead> heads = List.of(head(4), head(8), head(10));

  private record Link(long position, String entry, String previous, String hash) {}

  private static String hash(String previous, String entry) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest((previous + entry).getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Link> chain(String word) {
    List<Link> links = new ArrayList<>();
    String previous = NONE;
    for (int i = 1; i <= 10; i++) {
      String hash = hash(previous, word + i);
      links.add(new Link(i, word + i, previous, hash));
      previous = hash;
    }
    return links;
  }

  private PublishedHead head(int position) {
    var open =
        new PublishedHead(
            "a-service",
            "audit",
            position,
            chain.get(position - 1).hash(),
            "2026-11-30T2%d:00:00Z".formatted(position % 4),
            "");
    return signed(open, pair);
  }

  private static PublishedHead signed(PublishedHead head, KeyPair by) {
    String text =
        String.join(
            "\n",
            head.service(),
            head.chain(),
            Long.toString(head.position()),
            head.hash(),
            head.at());
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(by.getPrivate());
      signature.update(text.getBytes(UTF_8));
      return with(head, head.hash(), Base64.getEncoder().encodeToString(signature.sign()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PublishedHead with(PublishedHead head, String hash, String signature) {
    return new PublishedHead(
        head.service(), head.chain(), head.position(), hash, head.at(), signature);
  }

  /** Answers as a service does, a few links at a time. */
  private ChainCheck.Chain service(List<Link> links) {
    return service(links, 0);
  }

  /** The same, of which all up to the root was forgotten. */
  private static ChainCheck.Chain service(List<Link> links, long root) {
    return (asked, until) -> {
      long after = Math.max(asked, root);
      long position = after;
      String head = after == 0 ? NONE : links.get((int) after - 1).hash();
      List<String> faults = new ArrayList<>();
      List<Link> left = links.stream().filter(link -> link.position() > after).toList();
      List<Link> wanted =
          left.stream().filter(link -> link.position() <= until).limit(PAGE).toList();
      for (Link link : wanted) {
        if (!link.previous().equals(head)
            || !hash(link.previous(), link.entry()).equals(link.hash())) {
          faults.add("link " + link.position());
        }
        position = link.position();
        head = link.hash();
      }
      return new ChainCheck.Part(after, position, head, faults, wanted.size() == left.size());
    };
  }

  private List<String> faults(List<Link> links) {
    return new ChainCheck(service(links), key, KEPT_SINCE).against(heads).faults();
  }

  @Test
  void an_untouched_chain_is_intact() {
    var outcome = new ChainCheck(service(chain), key, KEPT_SINCE).against(heads);

    assertThat(outcome.faults()).isEmpty();
    assertThat(outcome.links()).isEqualTo(10);
    assertThat(outcome.heads()).isEqualTo(3);
  }

  @Test
  void what_a_service_finds_is_told() {
    List<Link> changed = new ArrayList<>(chain);
    Link link = chain.get(5);
    changed.set(5, new Link(6, "changed", link.previous(), link.hash()));

    assertThat(faults(changed)).containsExactly("link 6");
  }

  @Test
  void a_cut_tail_is_seen_up_to_the_last_head() {
    assertThat(faults(chain.subList(0, 7)))
        .containsExactly("cut: it ends at 7, and at 2026-11-30T20:00:00Z it had 8 links");
    assertThat(faults(List.of())).hasSize(1).first().asString().startsWith("cut: it ends at 0");
  }

  @Test
  void what_was_forgotten_in_its_time_is_not_missed() {
    PublishedHead old = head(4); // at 20:00, an hour before what is to be kept

    for (long root : List.of(4L, 5L)) {
      assertThat(
              new ChainCheck(service(chain, root), key, KEPT_SINCE)
                  .against(List.of(old, head(10)))
                  .faults())
          .isEmpty();
    }
  }

  @Test
  void a_beginning_that_was_cut_off_before_its_time_is_seen() {
    PublishedHead young = head(5);

    assertThat(
            new ChainCheck(service(chain, 6), key, KEPT_SINCE)
                .against(List.of(head(4), young, head(10)))
                .faults())
        .containsExactly(
            "cut: it begins after 6, and link 5 was told at 2026-11-30T21:00:00Z, which is to be"
                + " kept");
  }

  @Test
  void a_root_that_is_not_the_link_that_went_is_seen() {
    List<Link> forged = new ArrayList<>(chain);
    Link link = chain.get(4);
    forged.set(4, new Link(5, link.entry(), link.previous(), "22".repeat(32)));

    assertThat(
            new ChainCheck(service(forged, 5), key, KEPT_SINCE).against(List.of(head(10))).faults())
        .containsExactly("link 6");
  }

  @Test
  void a_chain_that_was_computed_anew_is_seen() {
    assertThat(faults(chain("other")))
        .hasSize(3)
        .allMatch(fault -> fault.startsWith("rewritten: link "));
  }

  @Test
  void a_head_that_the_house_has_not_signed_is_seen_and_not_believed() {
    PublishedHead told = heads.getFirst();
    PublishedHead forged = with(told, "11".repeat(32), told.signature());
    PublishedHead foreign = signed(told, AuditKey.generate());
    PublishedHead unsigned = with(told, told.hash(), "");

    assertThat(
            new ChainCheck(service(chain), key, KEPT_SINCE)
                .against(List.of(forged, foreign, unsigned))
                .faults())
        .isEqualTo(
            Collections.nCopies(
                3, "the head told at 2026-11-30T20:00:00Z is not signed by the house"));
  }
}
