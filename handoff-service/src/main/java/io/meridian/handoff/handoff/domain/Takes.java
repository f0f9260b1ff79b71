package io.meridian.handoff.handoff.domain;

import io.meridian.handoff.handoff.domain.briefing.Briefing.Action;
import java.util.List;
import java.util.Optional;

/**
 * Which actions of a briefing somebody takes on with the handoff; what is not taken stays with its
 * owner.
 *
 * @param texts the actions, as the briefing words them
 */
public record Takes(List<String> texts) {

  public Takes {
    texts = texts.stream().map(String::strip).toList();
  }

  /** The place of the first that the briefing does not have; empty when it has them all. */
  public Optional<Integer> unknown(List<Action> actions) {
    List<String> known = actions.stream().map(action -> action.text().strip()).toList();
    return texts.stream().filter(text -> !known.contains(text)).findFirst().map(texts::indexOf);
  }

  /** The actions that stay with their owners. */
  public List<Action> left(List<Action> actions) {
    return actions.stream().filter(action -> !texts.contains(action.text().strip())).toList();
  }
}
