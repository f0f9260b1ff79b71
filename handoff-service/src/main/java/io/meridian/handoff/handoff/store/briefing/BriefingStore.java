package io.meridian.handoff.handoff.store.briefing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.meridian.handoff.handoff.domain.briefing.Briefing;
import io.meridian.handoff.handoff.domain.briefing.BriefingVersion;
import io.meridian.handoff.handoff.domain.briefing.Written;
import io.meridian.runtime.sql.Columns;
import io.meridian.runtime.sql.Rows;
import io.meridian.runtime.work.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every version of every briefing that somebody wrote or accepted. */
@ApplicationScoped
public class BriefingStore {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();
  private static final Rows<BriefingVersion> VERSION =
      Rows.<BriefingVersion>as("n")
          .uuid("handoff_id", BriefingVersion::handoffId)
          .number("version", BriefingVersion::version)
          .text("content", version -> write(version.content()))
          .text("written_by", BriefingVersion::writtenBy)
          .instant("written_at", BriefingVersion::writtenAt)
          .number("seen", BriefingVersion::seen)
          .text("written", BriefingStore::written);
  private static final Rows<Accepted> READING =
      Rows.<Accepted>as("n")
          .uuid("id", Accepted::handoffId)
          .number("version", Accepted::version)
          .text("content", one -> write(one.content()));
  private static final String ADD =
      "insert into briefing (%s) select * from %s on conflict do nothing"
          .formatted(VERSION.names(), VERSION.unnest());
  private static final String ACCEPTED =
      """
      update briefing b set accepted = n.content from %s
      where b.handoff_id = n.id and b.version = n.version
      """
          .formatted(READING.unnest());
  private static final Rows<Standing> STANDING =
      Rows.<Standing>as("n")
          .uuid("id", Standing::handoffId)
          .number("version", Standing::version)
          .text("missing", Standing::missing);
  private static final String STATUS =
      """
      update handoff h set briefing_version = n.version, briefing_missing = n.missing
      from %s where h.id = n.id
      """
          .formatted(STANDING.unnest());
  private static final Rows<Map.Entry<UUID, String>> WORDS =
      Rows.<Map.Entry<UUID, String>>as("n")
          .uuid("id", Map.Entry::getKey)
          .text("read_back", Map.Entry::getValue);
  private static final String READ_BACK =
      "update handoff h set read_back = n.read_back from %s where h.id = n.id"
          .formatted(WORDS.unnest());
  private static final String LATEST =
      """
      select distinct on (handoff_id) * from briefing where handoff_id = any($1)
      order by handoff_id, version desc
      """;
  private static final String VERSIONS =
      "select * from briefing where handoff_id = $1 order by version";

  /** How far a handoff's briefing is; {@code missing} are names separated by commas. */
  public record Standing(UUID handoffId, long version, String missing) {}

  /** Keeps versions; one that is kept already stays as it is. */
  public Uni<Void> add(UnitOfWork unit, List<BriefingVersion> versions) {
    if (versions.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return unit.query(ADD, VERSION.tuple(versions)).replaceWithVoid();
  }

  /** An edited version, and how the whole read when it was accepted. */
  public record Accepted(UUID handoffId, long version, Briefing content) {}

  /** Keeps how edited briefings read when they were accepted. */
  public Uni<Void> accept(UnitOfWork unit, List<Accepted> accepted) {
    if (accepted.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return unit.query(ACCEPTED, READING.tuple(accepted)).replaceWithVoid();
  }

  /** Notes how far briefings are with their handoffs. */
  public Uni<Void> note(UnitOfWork unit, List<Standing> standings) {
    if (standings.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return unit.query(STATUS, STANDING.tuple(standings)).replaceWithVoid();
  }

  /** Keeps the receivers' own words, which close the briefings. */
  public Uni<Void> keepReadBacks(UnitOfWork unit, Map<UUID, String> readBacks) {
    if (readBacks.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return unit.query(READ_BACK, WORDS.tuple(readBacks.entrySet())).replaceWithVoid();
  }

  /** The newest version of each handoff that has one. */
  public Uni<Map<UUID, BriefingVersion>> latest(UnitOfWork unit, Collection<UUID> handoffs) {
    return unit.query(LATEST, Tuple.of(handoffs.toArray(UUID[]::new)))
        .map(
            rows -> {
              Map<UUID, BriefingVersion> latest = new HashMap<>();
              versions(rows).forEach(version -> latest.put(version.handoffId(), version));
              return latest;
            });
  }

  /** Every version of a handoff's briefing, the first one first. */
  public Uni<List<BriefingVersion>> versions(UnitOfWork unit, UUID handoff) {
    return unit.query(VERSIONS, Tuple.of(handoff)).map(BriefingStore::versions);
  }

  private static List<BriefingVersion> versions(RowSet<Row> rows) {
    List<BriefingVersion> versions = new ArrayList<>();
    rows.forEach(
        row ->
            versions.add(
                new BriefingVersion(
                    row.getUUID("handoff_id"),
                    row.getLong("version"),
                    read(row.getString("content"), Briefing.class),
                    written(row),
                    row.getString("accepted") == null
                        ? null
                        : read(row.getString("accepted"), Briefing.class),
                    row.getString("written_by"),
                    Columns.instant(row, "written_at"),
                    row.getLong("seen"))));
    return versions;
  }

  /** Of an edit from before words were kept apart: all that it says was written. */
  private static @Nullable Written written(Row row) {
    String written = row.getString("written");
    if (written != null) {
      return read(written, Written.class);
    }
    return row.getString("written_by") == null
        ? null
        : Written.all(read(row.getString("content"), Briefing.class));
  }

  private static @Nullable String written(BriefingVersion version) {
    return version.written() == null ? null : write(version.written());
  }

  private static String write(Object words) {
    try {
      return JSON.writeValueAsString(words);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T read(String json, Class<T> type) {
    try {
      return JSON.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
