package io.meridian.handoff.calendar.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an edit makes of rotations: up to the edit they stay what they were, from then on they are
 * what the edit says. So whose turn it was before never changes, whatever is applied later.
 */
final class RotationVersions {

  private RotationVersions() {}

  /**
   * The calendar to put in force when {@code after} takes the place of {@code before} at {@code
   * at}. Who has left the calendar has left the earlier versions too: what they worked is history.
   */
  static Calendar keep(Calendar before, Calendar after, Instant at) {
    Map<String, Rotation> known =
        before.rotations().stream().collect(Collectors.toMap(Rotation::id, Function.identity()));
    Set<String> people = after.tams().stream().map(Tam::id).collect(Collectors.toSet());
    return after.withRotations(
        after.rotations().stream().map(r -> keep(known.get(r.id()), r, at, people)).toList());
  }

  private static Rotation keep(
      @Nullable Rotation before, Rotation after, Instant at, Set<String> people) {
    if (before == null
        || !before.region().equals(after.region())
        || before.tier() != after.tier()) {
      return after;
    }
    Instant first = after.versions().getFirst().from();
    Instant edit = first.isAfter(at) ? first : at;
    List<Rotation.Version> versions = new ArrayList<>();
    for (Rotation.Version version : before.versions()) {
      List<String> stayed = version.participants().stream().filter(people::contains).toList();
      if (version.from().isBefore(edit) && !stayed.isEmpty()) {
        add(versions, version.with(stayed));
      }
    }
    for (int i = 0; i < after.versions().size(); i++) {
      Rotation.Version version = after.versions().get(i);
      boolean over =
          i + 1 < after.versions().size() && !after.versions().get(i + 1).from().isAfter(edit);
      if (!over) {
        boolean begun = version.from().isBefore(edit) && !versions.isEmpty();
        add(versions, begun ? version.effective(edit) : version);
      }
    }
    Rotation.Version earliest = before.versions().getFirst();
    if (earliest.from().isBefore(edit)) {
      // versions of which nobody is left leave no hole: the first that remains takes their time
      versions.set(0, versions.getFirst().effective(earliest.effectiveFrom()));
    }
    return after.in(versions);
  }

  private static void add(List<Rotation.Version> versions, Rotation.Version next) {
    if (versions.isEmpty() || !versions.getLast().saysTheSameAs(next)) {
      versions.add(next);
    }
  }
}
