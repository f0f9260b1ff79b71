package io.meridian.rest.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.meridian.rest.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

  @Test
  void the_cursor_brings_back_the_key_of_the_last_item() {
    PageRequest first = PageRequest.of(2, null);
    Page<String> page = Page.of(List.of("a", "b:1é😀", "c"), first, s -> List.of(s, "", "12:x"));
    assertThat(page.items()).containsExactly("a", "b:1é😀");
    assertThat(PageRequest.of(2, page.nextCursor()).after())
        .contains(List.of("b:1é😀", "", "12:x"));
  }

  @Test
  void the_last_page_has_no_cursor() {
    assertThat(Page.of(List.of("a", "b"), PageRequest.of(2, null), List::of).nextCursor()).isNull();
    assertThat(Page.of(List.<String>of(), PageRequest.of(2, null), List::of).items()).isEmpty();
  }

  @Test
  void a_page_has_fifty_items_unless_asked() {
    assertThat(PageRequest.of(null, null).limit()).isEqualTo(50);
    assertThat(PageRequest.of(500, null).limit()).isEqualTo(500);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 501, Integer.MIN_VALUE})
  void a_limit_out_of_range_is_refused(int limit) {
    Problem problem = catchThrowableOfType(Problem.class, () -> PageRequest.of(limit, null));
    assertThat(problem.violations().getFirst().pointer()).isEqualTo("?limit");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "x", "%%%", "OTk6YQ", "LTE6YQ", "YTph", "MTphYg", "gICA", "MToA", "MTph=="})
  void a_cursor_that_is_not_ours_is_refused(String cursor) {
    Problem problem = catchThrowableOfType(Problem.class, () -> PageRequest.of(1, cursor));
    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.violations().getFirst().pointer()).isEqualTo("?cursor");
  }

  @Test
  void a_cursor_of_another_list_is_refused_when_its_key_is_read() {
    String cursor = Page.of(List.of("a", "b"), PageRequest.of(1, null), List::of).nextCursor();
    Problem problem =
        catchThrowableOfType(
            Problem.class, () -> PageRequest.of(1, cursor).after(k -> Integer.parseInt(k.get(0))));
    assertThat(problem.violations().getFirst().code()).isEqualTo("unknown-cursor");
  }

  @ParameterizedTest
  @ValueSource(strings = {"+999999999-12-31T23:59:59Z", "-999999999-01-01T00:00:00Z"})
  void a_cursor_at_an_instant_that_no_database_holds_is_refused(String time) {
    Page<String> page =
        Page.of(List.of("a", "b"), PageRequest.of(1, null), item -> List.of("7", time));
    Problem problem =
        catchThrowableOfType(Problem.class, () -> PageRequest.of(1, page.nextCursor()));
    assertThat(problem.violations().getFirst().pointer()).isEqualTo("?cursor");
  }
}
