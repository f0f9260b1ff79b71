package io.meridian.audit.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.audit.act.Act;
import io.meridian.audit.domain.Change;
import io.meridian.audit.domain.Hash;
import io.meridian.rest.security.Actor;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GatheredChangesTest {
  private final Act worker = Act.of(Actor.system("worker"));
  private final Act ann = Act.of(Actor.system("ann"));
  private final Map<Change, Act> written = new HashMap<>();
  private final GatheredChanges changes =
      new GatheredChanges(
          worker,
          acts -> {
            written.putAll(acts);
            return Uni.createFrom().voidItem();
          });

  private static Change change(String id, String about, String state) {
    return new Change(
        "thing",
        id,
        about,
        "thing.changed",
        Hash.over(state.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
  }

  private void write() {
    changes.write().subscribe().with(done -> {});
  }

  @Test
  void an_object_is_written_once_as_it_is_in_the_end() {
    changes.add(change("a", "a", "first"));
    changes.add(change("b", "b", "other"));
    changes.add(change("a", "a", "last"));
    write();

    assertThat(written.keySet())
        .containsExactlyInAnyOrder(change("a", "a", "last"), change("b", "b", "other"));
    assertThat(written.values()).containsOnly(worker);
  }

  @Test
  void what_belongs_to_somebody_s_act_is_theirs_and_the_rest_is_the_units() {
    changes.add(change("part", "whole", "state"));
    changes.add(change("whole", "whole", "state"));
    changes.add(change("else", "else", "state"));
    changes.attribute(Map.of("whole", ann));
    write();

    assertThat(written.get(change("part", "whole", "state"))).isEqualTo(ann);
    assertThat(written.get(change("whole", "whole", "state"))).isEqualTo(ann);
    assertThat(written.get(change("else", "else", "state"))).isEqualTo(worker);
  }

  @Test
  void nothing_is_written_where_nothing_changed() {
    changes.attribute(Map.of("whole", ann));
    write();

    assertThat(written).isEmpty();
  }
}
