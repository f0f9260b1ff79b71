package io.meridian.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.console.page.CalendarPage.View;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CalendarFilterTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-12-01");

  @Test
  void without_anything_it_is_this_month_as_an_agenda() {
    CalendarFilter filter = CalendarFilter.of(null, null, null, null, TODAY);

    assertThat(filter).isEqualTo(new CalendarFilter(View.AGENDA, TODAY, null, false));
    assertThat(filter.first()).isEqualTo("2026-12-01");
    assertThat(filter.end()).isEqualTo("2027-01-01");
  }

  @Test
  void a_week_begins_on_monday_whatever_its_month() {
    CalendarFilter week = CalendarFilter.of("lanes", "2026-12-01", "AMER", null, TODAY);

    assertThat(week.first()).isEqualTo("2026-11-30");
    assertThat(week.end()).isEqualTo("2026-12-07");
  }

  @Test
  void what_is_looked_at_is_all_in_the_address() {
    CalendarFilter filter = CalendarFilter.of("month", "2027-03-14", "A&B", "on", TODAY);

    assertThat(filter.address())
        .isEqualTo("/calendar?view=month&on=2027-03-14&region=A%26B&mine=on");
    assertThat(filter.of("EMEA").address())
        .isEqualTo("/calendar?view=month&on=2027-03-14&region=EMEA");
    assertThat(filter.seenAs(View.LANES).on(TODAY).address())
        .isEqualTo("/calendar?view=lanes&on=2026-12-01&region=A%26B&mine=on");
  }

  @Test
  void what_cannot_be_read_is_as_if_it_were_not_there() {
    assertThat(CalendarFilter.of("upside-down", "soon", null, null, TODAY))
        .isEqualTo(CalendarFilter.of(null, null, null, null, TODAY));
    assertThat(CalendarFilter.of(null, "-999999999-01-01", null, null, TODAY).on())
        .isEqualTo(TODAY);
  }
}
