package io.meridian.console.page;

import static io.meridian.console.page.Session.as;
import static io.meridian.console.page.Session.kim;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.meridian.console.stub.House;
import io.meridian.console.stub.Stories;
import io.meridian.console.stub.StubServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever an answer of the API links to has a page. */
@QuarkusTest
@QuarkusTestResource(StubServer.class)
class LinksIT {
  @BeforeEach
  void arrange() {
    House.reset();
    Stories.shiftChange();
  }

  @ParameterizedTest
  @CsvSource({
    "/customers/7, /api/v1/customers/7",
    "/sla-policies/GOLD, /api/v1/sla-policies/GOLD",
    "/integrations/7, /api/v1/integrations/7",
    "/notifications/7, /api/v1/notifications/7"
  })
  void a_thing_without_a_screen_has_a_plain_page_of_what_the_service_has(
      String page, String resource) {
    House.answers(
        "GET " + resource,
        """
        {"id":"7","shortId":"ESC-1001","name":"A <b>bold</b> name","subject":"Yours","openedAt":"2026-11-30T14:00:00Z",
        "nested":{"inner":{"deep":"down"}},"tags":["one","two"],"nothing":null,"revision":3,"links":{"self":"/x"}}""");

    as("admin-ada", "admin")
        .get(page)
        .then()
        .statusCode(200)
        .body(containsString("opened at"))
        .body(containsString("A &lt;b&gt;bold&lt;/b&gt; name"))
        .body(containsString("down"))
        .body(containsString("two"))
        .body(not(containsString("revision")));
  }

  @Test
  void what_the_service_does_not_have_is_404_with_a_way_on() {
    kim()
        .get("/escalations/ESC-9")
        .then()
        .statusCode(404)
        .body(containsString("There is nothing here"))
        .body(containsString("href=\"/shift\""));
    kim().get("/nothing-here").then().statusCode(404).body(containsString("There is nothing here"));
  }

  @Test
  void a_list_links_to_the_pages_of_its_items() {
    House.answers(
        "GET /api/v1/escalations",
        """
        {"items":[{"shortId":"ESC-1001","severity":"SEV1","status":"NEW","title":"T","links":{"html":"/escalations/ESC-1001"}},
        {"id":"without a page"}],"nextCursor":"x"}""");

    kim()
        .get("/escalations")
        .then()
        .body(containsString("href=\"/escalations/ESC-1001\""))
        .body(containsString("SEV1 · NEW · T"))
        .body(containsString("These are the first"));
  }
}
