package io.meridian.testkit.rules;

import java.util.stream.Stream;

/** A rule that is read off one source file. */
@FunctionalInterface
public interface SourceRule {

  /** One line for each violation, naming file and line. */
  Stream<String> violations(Sources.SourceFile file);
}
