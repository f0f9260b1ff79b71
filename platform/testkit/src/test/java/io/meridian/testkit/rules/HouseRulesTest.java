package io.meridian.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rule that cannot fail protects nothing: each is shown to bite. */
class HouseRulesTest {
  private static final String FIXTURE = "io.meridian.testkit.rules.fixture";
  private static final JavaClasses CLASSES = new ClassFileImporter().importPackages(FIXTURE);
  private static final Map<String, ArchRule> RULES = LayerRules.of(FIXTURE);

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "the domain is plain Java and the published language, Dirty",
    "layers depend in one direction, OrderRow",
    "time is injected, UseCase.at",
    "names say what a class does, StringHelper",
    "nothing is injected into fields, OrderRow.upward",
    "nobody subscribes in a layer, UseCase.forget",
    "transactions are explicit, StringHelper",
    "applications know no SQL, UseCase.ask",
    "sessions belong to a unit of work, UseCase.save",
    "a repository or a store, OrderRepository.count",
    "a repository or a store, OrderStore.find",
    "rows stay in the store, OrderRow",
    "resources are named so and live in api, Orders",
    "resources say what they answer in, Orders",
    "consumers have a dead-letter topic, testkit.news.dead-letters",
    "foreign messages are read by one reader, PigeonMessage",
  })
  void a_layer_rule_bites(String rule, String culprit) {
    var result = RULES.get(rule).evaluate(CLASSES);
    assertThat(result.hasViolation()).isTrue();
    assertThat(result.getFailureReport().getDetails()).anyMatch(line -> line.contains(culprit));
  }

  @Test
  void every_layer_rule_is_shown_to_bite() {
    assertThat(RULES).hasSize(15);
  }

  @Test
  void a_long_file_that_does_not_say_why_is_found() throws IOException {
    String rule = "files above 300 lines say why";
    String source = "class A {}\n" + "\n".repeat(300);
    assertThat(violations(rule, source)).singleElement().asString().endsWith("has 301");
    assertThat(violations(rule, "// In one file because it is one.\n" + source)).isEmpty();
  }

  @Test
  void a_long_method_is_found() throws IOException {
    String body = "int a = 1;\n".repeat(39);
    assertThat(violations("methods have at most 40 lines", "class A {\nvoid m() {\n" + body + "}}"))
        .singleElement()
        .asString()
        .contains("m has 41");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no wildcard imports|import java.util.*; class A {}",
        "nothing is left for later|class A {} // TODO more",
        "constraints are checked|record A(java.util.Map.@NotNull Entry b) {}",
        "text is counted in code points|class A {boolean b(String s) {return s.length() > NAME_MAX;}}",
        "public types have a docstring|public class A {}",
        "every package tells what it is|class A {}",
      })
  void a_source_rule_bites(String rule, String source) throws IOException {
    assertThat(violations(rule, source)).hasSize(1);
  }

  @Test
  void good_source_passes() throws IOException {
    Files.writeString(folder.resolve("package-info.java"), "/** A. */\npackage a;\n");
    for (String rule : SourceRules.all().keySet()) {
      assertThat(violations(rule, "package a;\n/** A. */\npublic class A {}\n")).isEmpty();
    }
  }

  private List<String> violations(String rule, String source) throws IOException {
    Path file = Files.writeString(folder.resolve("A.java"), source);
    return Sources.of(List.of(file)).files().stream()
        .flatMap(SourceRules.all().get(rule)::violations)
        .toList();
  }
}
