package io.meridian.handoff.duty.domain.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.events.Severity;
import io.meridian.handoff.calendar.domain.Calendar;
import io.meridian.handoff.calendar.domain.Tam;
import io.meridian.handoff.duty.domain.routing.OfferRouting.Candidate;
import io.meridian.handoff.duty.domain.routing.OfferRouting.Choice;
import io.meridian.handoff.duty.domain.routing.OfferRouting.Wanted;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OfferRoutingTest {
  private static final List<Candidate> SHIFT =
      List.of(new Candidate("zoe", true), new Candidate("adam", false), new Candidate("ivy", true));

  private final Map<String, Load> loads = new HashMap<>();

  private OfferRouting routing() {
    return routing(
        List.of(
            tam("zoe", List.of("dns"), List.of("en")),
            tam("adam", List.of("dns", "java"), List.of("en", "fr")),
            tam("ivy", List.of(), List.of("en"))));
  }

  private OfferRouting routing(List<Tam> tams) {
    return new OfferRouting(
        new Calendar(List.of(), tams, List.of(), List.of(), List.of(), List.of(), List.of()),
        loads);
  }

  private static Tam tam(String id, List<String> skills, List<String> languages) {
    return new Tam(id, id, null, "AMER", ZoneOffset.UTC, Tam.Status.ACTIVE, skills, languages);
  }

  private static Wanted wanted(
      Severity severity, List<String> tags, @Nullable String language, @Nullable String assigned) {
    return new Wanted(severity, tags, language, assigned);
  }

  private static Wanted plain(Severity severity) {
    return wanted(severity, List.of(), null, null);
  }

  private Choice choose(Wanted wanted, String... excluded) {
    return routing().choose(wanted, SHIFT, List.of(excluded)::contains).orElseThrow();
  }

  @Test
  void the_customer_s_tam_is_asked_first_within_capacity() {
    Wanted adams = wanted(Severity.SEV3, List.of(), null, "adam");
    loads.put("adam", new Load(9, 1));
    assertThat(choose(adams).tam()).isEqualTo("adam");
    assertThat(choose(adams).reason()).contains("assigned to the customer");

    loads.put("adam", new Load(10, 1));
    assertThat(choose(adams).tam()).isEqualTo("zoe");
  }

  @Test
  void then_skills_and_languages_count_before_the_load() {
    loads.put("adam", new Load(7, 0));
    assertThat(choose(wanted(Severity.SEV3, List.of("java", "urgent"), null, null)).tam())
        .isEqualTo("adam");
    assertThat(choose(wanted(Severity.SEV3, List.of("dns"), "fr", null)).tam()).isEqualTo("adam");
    assertThat(choose(wanted(Severity.SEV3, List.of("dns"), null, null)).tam()).isEqualTo("zoe");
    assertThat(choose(wanted(Severity.SEV3, List.of(), "de", null)).reason())
        .contains("nobody free has the skills and the language");
  }

  @Test
  void then_the_least_loaded_primary_is_asked_and_the_secondary_when_the_primaries_are_full() {
    loads.put("zoe", new Load(3, 0));
    loads.put("ivy", new Load(2, 0));
    assertThat(choose(plain(Severity.SEV3)).tam()).isEqualTo("ivy");
    loads.put("zoe", new Load(10, 0));
    loads.put("ivy", new Load(11, 0));
    assertThat(choose(plain(Severity.SEV3)).tam()).isEqualTo("adam");
  }

  @Test
  void a_tam_may_have_a_capacity_of_their_own() {
    List<Tam> tams =
        List.of(
            new Tam(
                "zoe",
                "zoe",
                null,
                "AMER",
                ZoneOffset.UTC,
                Tam.Status.ACTIVE,
                List.of(),
                List.of(),
                List.of(),
                2),
            tam("adam", List.of(), List.of()));
    loads.put("zoe", new Load(2, 0));
    var routing = routing(tams);
    assertThat(routing.choose(plain(Severity.SEV3), SHIFT.subList(0, 2), tam -> false))
        .hasValueSatisfying(choice -> assertThat(choice.tam()).isEqualTo("adam"));
  }

  @Test
  void a_second_severity_one_goes_to_nobody_who_has_one_while_another_is_free() {
    loads.put("zoe", new Load(1, 1));
    loads.put("ivy", new Load(12, 0));
    Wanted zoes = wanted(Severity.SEV1, List.of("dns"), null, "zoe");
    assertThat(choose(zoes).tam()).isEqualTo("adam");
    assertThat(choose(zoes, "adam").tam()).isEqualTo("ivy");
    assertThat(choose(zoes, "adam", "ivy").tam()).isEqualTo("zoe");
    assertThat(choose(zoes, "adam", "ivy").reason()).contains("everybody has a SEV1 already");
  }

  @Test
  void a_whole_shift_change_is_spread_evenly_once_everybody_is_full() {
    OfferRouting routing = routing();
    Map<String, Integer> spread = new TreeMap<>();
    for (int i = 0; i < 300; i++) {
      Choice choice = routing.choose(plain(Severity.SEV3), SHIFT, tam -> false).orElseThrow();
      spread.merge(choice.tam(), 1, Integer::sum);
    }
    assertThat(spread).isEqualTo(Map.of("adam", 100, "ivy", 100, "zoe", 100));
  }

  @Test
  void nobody_is_asked_when_everybody_is_excluded() {
    assertThat(routing().choose(plain(Severity.SEV3), SHIFT, tam -> true)).isEmpty();
  }
}
