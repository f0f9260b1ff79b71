package io.meridian.rest.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActorTest {

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "tam kai", "tam-kai\n", "tam-kaï", "\u0000"})
  void what_is_no_name_names_nobody(String id) {
    assertThat(Actor.isId(id)).isFalse();
  }

  @Test
  void a_name_has_an_end() {
    assertThat(Actor.isId("k".repeat(128))).isTrue();
    assertThatIllegalArgumentException().isThrownBy(() -> Actor.system("k".repeat(129)));
  }

  @Test
  void we_ourselves_and_other_systems_have_no_role() {
    assertThat(Actor.system("handoff-service").has("manager")).isFalse();
    assertThat(Actor.integration("desk").roles()).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "tam, true",
    "manager, true",
    "auditor, true",
    "observer, false",
    "integration, false",
    "admin, false"
  })
  void who_reads_all_there_is(String role, boolean all) {
    assertThat(new Actor(Actor.Kind.PERSON, "somebody", Set.of(role), null, null).readsAll())
        .isEqualTo(all);
  }

  @Test
  void roles_stay_as_they_were_proven() {
    Set<String> roles = new HashSet<>(Set.of("tam"));
    Actor kai = new Actor(Actor.Kind.PERSON, "tam-kai", roles, "EMEA", null);

    roles.add("manager");

    assertThat(kai.has("tam")).isTrue();
    assertThat(kai.has("manager")).isFalse();
  }
}
