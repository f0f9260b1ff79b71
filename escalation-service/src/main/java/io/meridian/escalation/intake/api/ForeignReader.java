package io.meridian.escalation.intake.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.meridian.rest.problem.Problem;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;

/** Reads what other systems send: the only place that does, for every kind of sender. */
@Singleton
class ForeignReader {
  private final ObjectReader tree;
  private final Clock clock;

  ForeignReader(ObjectMapper json, Clock clock) {
    this.tree = json.reader();
    this.clock = clock;
  }

  /**
   * The fields of a message that keeps to our contract: a string is a string.
   *
   * @throws Problem 400 when it is no JSON object
   */
  ForeignFields strict(byte[] body) {
    return fields(body, false);
  }

  /**
   * The fields of a message whose sender writes values as strings or numbers, and references as
   * objects.
   *
   * @throws Problem 400 when it is no JSON object
   */
  ForeignFields loose(byte[] body) {
    return fields(body, true);
  }

  private ForeignFields fields(byte[] body, boolean loose) {
    try {
      return new ForeignFields(tree.readTree(body), loose, clock.instant());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
