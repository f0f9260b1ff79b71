package io.meridian.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rule that cannot fail protects nothing: each is shown to bite. */
class SubjectRulesTest {
  private static final String FIXTURE = "io.meridian.testkit.rules.subjects";
  private static final Map<String, ArchRule> RULES =
      SubjectRules.of(FIXTURE, List.of("top", "bottom"));

  @ParameterizedTest
  @CsvSource({
    "bottom knows nothing of top, Floor",
    "subjects go round in no circle, Roof",
    "every class belongs to a subject, Stray",
  })
  void a_rule_bites(String rule, String culprit) {
    var result = RULES.get(rule).evaluate(new ClassFileImporter().importPackages(FIXTURE));
    assertThat(result.hasViolation()).isTrue();
    assertThat(result.getFailureReport().getDetails()).anyMatch(line -> line.contains(culprit));
  }

  @Test
  void every_rule_is_shown_to_bite() {
    assertThat(RULES).hasSize(3);
  }
}
