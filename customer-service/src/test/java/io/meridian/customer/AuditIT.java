package io.meridian.customer;

import static io.meridian.customer.Requests.CUSTOMERS;
import static io.meridian.customer.Requests.body;
import static io.meridian.customer.Requests.createdId;
import static io.meridian.customer.Requests.manager;
import static io.meridian.customer.Requests.replacement;
import static io.meridian.customer.Requests.unique;

import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.TestDatabase;
import io.meridian.testkit.audit.AuditMatrix;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever changes something is written down with what they changed, once. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class AuditIT {
  private static final String MIA = "manager-mia";

  @AfterEach
  void no_policy_is_left() throws SQLException {
    TestDatabase.forget("sla_target", "sla_policy");
  }

  private static Response put(String path, String etag, String body) {
    return manager().header("If-Match", etag).body(body).put(path);
  }

  @Test
  void every_operation_leaves_one_entry_for_each_object_that_it_changed() {
    String one = CUSTOMERS + "/" + createdId(body(unique("audited")));
    String key = unique("key");
    String made = body(unique("made"));
    String other = replacement(unique("other"), true);
    new AuditMatrix()
        .again(
            "POST /api/v1/customers",
            MIA,
            "customer",
            () -> manager().header("Idempotency-Key", key).body(made).post(CUSTOMERS))
        .once("PUT /api/v1/customers/{id}", MIA, "customer", () -> put(one, "\"1\"", other))
        .once(
            "PUT /api/v1/customers/{id}/stakeholders",
            MIA,
            "customer",
            () ->
                put(
                    one + "/stakeholders",
                    "\"2\"",
                    "{\"items\":[{\"name\":\"Ann\",\"email\":\"ann@example.com\"}]}"))
        .once(
            "PUT /api/v1/customers/{id}/tam-assignments",
            MIA,
            "customer",
            () ->
                put(one + "/tam-assignments", "\"3\"", "{\"tamAssignments\":{\"EMEA\":\"tam-a\"}}"))
        .once(
            "PUT /api/v1/customers/{id}/tam-assignments/{region}",
            MIA,
            "customer",
            () -> put(one + "/tam-assignments/EMEA", "\"4\"", "{\"tam\":\"tam-b\"}"))
        .once(
            "DELETE /api/v1/customers/{id}/tam-assignments/{region}",
            MIA,
            "customer",
            () -> manager().header("If-Match", "\"5\"").delete(one + "/tam-assignments/EMEA"))
        .once(
            "PUT /api/v1/sla-policies/{tier}",
            MIA,
            "sla-policy",
            () ->
                put(
                    "/api/v1/sla-policies/SILVER",
                    manager().get("/api/v1/sla-policies/SILVER").header("ETag"),
                    "{\"targets\":[{\"severity\":\"SEV2\",\"resolveWithin\":\"P3D\"}]}"))
        .check("POST /api/v1/dead-letters/{consumer}/{position}/replay");
  }
}
