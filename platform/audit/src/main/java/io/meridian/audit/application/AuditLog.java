package io.meridian.audit.application;

import io.meridian.audit.act.Act;
import io.meridian.audit.domain.Change;
import io.meridian.audit.domain.Hash;
import io.meridian.audit.store.EntryRow;
import io.meridian.audit.store.EntryStore;
import io.meridian.events.ChangedObject;
import io.meridian.events.Event;
import io.meridian.rest.security.Actor;
import io.meridian.runtime.outbox.EventCodec;
import io.meridian.runtime.outbox.Outbox;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The one writer of the audit log. It hears every event in the unit of work that tells it, and what
 * changes without an event; before the commit it writes one entry for each object that the unit
 * changed. Who acts is the request, or the worker whose unit it is.
 */
@ApplicationScoped
public class AuditLog implements Outbox.Witness {
  /** What stands before the kind and the fact in an event's type, and what after them. */
  private static final Pattern AROUND = Pattern.compile("io\\.meridian\\.|\\.v\\d+");

  private final EntryStore store;
  private final EventCodec codec;
  private final Clock clock;
  private final String service;

  AuditLog(
      EntryStore store,
      EventCodec codec,
      Clock clock,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    this.store = store;
    this.codec = codec;
    this.clock = clock;
    this.service = service;
  }

  @Override
  public void changed(
      UnitOfWork unit, String kind, String id, String what, @Nullable Object state) {
    if (unit.commits()) {
      gathered(unit).add(new Change(kind, id, id, kind + "." + what, hash(state)));
    }
  }

  /**
   * Who acts on what, in a unit that does the work of several requests.
   *
   * @param acts by what is changed, or by what that belongs to
   */
  public void attribute(UnitOfWork unit, Map<String, Act> acts) {
    if (unit.commits()) {
      gathered(unit).attribute(acts);
    }
  }

  @Override
  public void told(UnitOfWork unit, List<? extends Event> events) {
    if (unit.commits()) {
      GatheredChanges gathered = gathered(unit);
      for (Event event : events) {
        String fact = AROUND.matcher(event.type()).replaceAll("");
        event.changed().forEach(object -> gathered.add(change(fact, object)));
      }
    }
  }

  private Change change(String fact, ChangedObject object) {
    return new Change(object.kind(), object.id(), object.about(), fact, hash(object.state()));
  }

  private @Nullable Hash hash(@Nullable Object state) {
    return state == null ? null : Hash.over(codec.encodeState(state));
  }

  private GatheredChanges gathered(UnitOfWork unit) {
    return unit.last(
        GatheredChanges.class,
        () ->
            new GatheredChanges(
                Act.current().orElseGet(() -> Act.of(Actor.system(unit.worker().orElse(service)))),
                acts -> write(unit, acts)));
  }

  private Uni<Void> write(UnitOfWork unit, Map<Change, Act> acts) {
    var now = clock.instant();
    return store.insert(
        unit,
        acts.entrySet().stream()
            .map(e -> new EntryRow(now, e.getValue(), e.getKey(), null))
            .toList());
  }
}
