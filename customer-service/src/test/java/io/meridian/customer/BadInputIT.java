package io.meridian.customer;

import static io.meridian.customer.Requests.body;
import static io.meridian.customer.Requests.createdId;
import static io.meridian.customer.Requests.replacement;
import static io.meridian.customer.Requests.unique;

import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.badinput.BadInputMatrix;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Every endpoint, every fault: the right refusal, and nothing changes. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class BadInputIT {

  @Test
  void every_endpoint_refuses_bad_input_and_nothing_changes() {
    String id = createdId(body(unique("bad")));
    new BadInputMatrix()
        .tam("tam-kai")
        .with(
            "PUT /api/v1/customers/{id}",
            row -> row.path("id", id).body(replacement(unique("bad"), true)))
        .with(
            "PUT /api/v1/customers/{id}/stakeholders",
            row -> row.path("id", id).body("{\"items\":[]}"))
        .with(
            "PUT /api/v1/sla-policies/{tier}",
            row -> row.path("tier", "PLATINUM").body("{\"targets\":[]}"))
        .with(
            "PUT /api/v1/customers/{id}/tam-assignments",
            row -> row.path("id", id).body("{\"tamAssignments\":{}}"))
        .with(
            "PUT /api/v1/customers/{id}/tam-assignments/{region}",
            row -> row.path("id", id).path("region", "EMEA").body("{\"tam\":\"tam-nobody\"}"))
        .with(
            "DELETE /api/v1/customers/{id}/tam-assignments/{region}",
            row -> row.path("id", id).path("region", "EMEA"))
        .check();
  }
}
