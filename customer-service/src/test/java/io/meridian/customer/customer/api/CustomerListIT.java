package io.meridian.customer.customer.api;

import static io.meridian.customer.Requests.CUSTOMERS;
import static io.meridian.customer.Requests.body;
import static io.meridian.customer.Requests.createdId;
import static io.meridian.customer.Requests.manager;
import static io.meridian.customer.Requests.replace;
import static io.meridian.customer.Requests.replacement;
import static io.meridian.customer.Requests.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.meridian.testkit.MeridianServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(MeridianServers.class)
class CustomerListIT {

  @Test
  void pages_hold_every_customer_once_in_order_of_names() {
    String mark = unique("page");
    List<String> names =
        IntStream.range(0, 7).mapToObj(i -> (i % 2 == 0 ? "b " : "A ") + mark + " " + i).toList();
    names.forEach(name -> createdId(body(name)));
    List<String> seen = new ArrayList<>();
    String cursor = null;
    do {
      var request = manager().queryParam("q", mark).queryParam("limit", 3);
      JsonPath page =
          (cursor == null ? request : request.queryParam("cursor", cursor))
              .get(CUSTOMERS)
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      seen.addAll(page.getList("items.name"));
      cursor = page.getString("nextCursor");
    } while (cursor != null);
    assertThat(seen)
        .containsExactlyElementsOf(names.stream().sorted(String.CASE_INSENSITIVE_ORDER).toList());
  }

  @Test
  void customers_of_one_name_are_paged_without_loss() {
    String name = unique("Twin");
    List<String> ids = List.of(createdId(body(name)), createdId(body(name)), createdId(body(name)));
    String cursor =
        manager()
            .queryParam("q", name)
            .queryParam("limit", 2)
            .get(CUSTOMERS)
            .then()
            .body("items.id", contains(ids.get(0), ids.get(1)))
            .extract()
            .path("nextCursor");
    manager()
        .queryParam("q", name)
        .queryParam("limit", 2)
        .queryParam("cursor", cursor)
        .get(CUSTOMERS)
        .then()
        .body("items.id", contains(ids.get(2)));
  }

  @Test
  void filters_select() {
    String mark = unique("Filter");
    String ref = unique("FR");
    String gold = createdId(body(mark + " gold", "zendesk", ref));
    String silver = createdId(body(mark + " silver"));
    replace(silver, "\"1\"", replacement(mark + " silver", false)).then().statusCode(200);
    assertThat(found("tier=GOLD&q=" + mark)).containsExactly(gold);
    assertThat(found("region=APAC&q=" + mark)).containsExactly(silver);
    assertThat(found("active=false&q=" + mark)).containsExactly(silver);
    assertThat(found("q=" + mark.toUpperCase(java.util.Locale.ROOT))).containsExactly(gold, silver);
    assertThat(found("q=" + ref)).containsExactly(gold);
    assertThat(found("q=" + mark + "%25")).isEmpty();
    assertThat(found("q=" + mark.replace('-', '_'))).isEmpty();
  }

  @Test
  void a_tam_finds_the_customers_assigned() {
    String tam = unique("tam");
    String id = createdId(body(unique("Mine")));
    createdId(body(unique("Other")));
    manager()
        .header("If-Match", "\"1\"")
        .body("{\"tamAssignments\":{\"EMEA\":\"" + tam + "\",\"APAC\":\"" + tam + "\"}}")
        .put(CUSTOMERS + "/" + id + "/tam-assignments")
        .then()
        .statusCode(200);
    assertThat(found("tam=" + tam)).containsExactly(id);
  }

  @Test
  void a_wrong_filter_is_400() {
    manager().get(CUSTOMERS + "?tier=IRON").then().statusCode(400);
    manager().get(CUSTOMERS + "?active=maybe").then().statusCode(400);
    manager()
        .get(CUSTOMERS + "?name=x")
        .then()
        .statusCode(400)
        .body("errors", hasSize(1))
        .body("errors[0].code", equalTo("unknown-parameter"));
  }

  private static List<String> found(String query) {
    return manager()
        .urlEncodingEnabled(false)
        .get(CUSTOMERS + "?" + query)
        .then()
        .statusCode(200)
        .extract()
        .path("items.id");
  }
}
