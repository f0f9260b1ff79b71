package io.meridian.runtime.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowsTest {
  private record Parcel(UUID id, @Nullable String label, long grams, boolean sent, Instant at) {}

  private static final Rows<Parcel> ROWS =
      Rows.<Parcel>as("p")
          .uuid("id", Parcel::id)
          .text("label", Parcel::label)
          .number("grams", Parcel::grams)
          .flag("sent", Parcel::sent)
          .instant("sent_at", Parcel::at);

  @Test
  void a_statement_reads_the_columns_by_name_and_type() {
    assertThat(ROWS.unnest())
        .isEqualTo(
            "unnest($1::uuid[], $2::text[], $3::bigint[], $4::boolean[], $5::timestamptz[])"
                + " as p (id, label, grams, sent, sent_at)");
    assertThat(Rows.<Parcel>as("p").uuid("id", Parcel::id).numberOrNull("n", p -> null).numbered(7))
        .isEqualTo("unnest($7::uuid[], $8::bigint[]) with ordinality as p (id, n, ord)");
    assertThat(ROWS.names()).isEqualTo("id, label, grams, sent, sent_at");
    assertThat(ROWS.excluded("id", "sent_at"))
        .isEqualTo("label = excluded.label, grams = excluded.grams, sent = excluded.sent");
  }

  @Test
  void parameters_are_an_array_a_column_and_then_the_others() {
    Parcel one = new Parcel(new UUID(0, 1), null, 7, true, Instant.EPOCH);
    Parcel two = new Parcel(new UUID(0, 2), "b", 8, false, Instant.EPOCH);
    Tuple tuple = ROWS.tuple(List.of(one, two), "by whom", null);
    assertThat(ROWS.after(1)).isEqualTo("$6");
    assertThat(ROWS.after(2)).isEqualTo("$7");
    assertThat(tuple.getArrayOfUUIDs(0)).containsExactly(one.id(), two.id());
    assertThat(tuple.getArrayOfStrings(1)).containsExactly(null, "b");
    assertThat(tuple.getArrayOfLongs(2)).containsExactly(7L, 8L);
    assertThat(tuple.getArrayOfBooleans(3)).containsExactly(true, false);
    assertThat(tuple.getArrayOfOffsetDateTimes(4))
        .containsOnly(OffsetDateTime.parse("1970-01-01T00:00:00Z"));
    assertThat(tuple.getString(5)).isEqualTo("by whom");
    assertThat(tuple.getValue(6)).isNull();
    assertThat(tuple.size()).isEqualTo(7);
  }
}
