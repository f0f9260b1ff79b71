package io.meridian.escalation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.Snapshot;
import io.meridian.testkit.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The published contract changes only on purpose: {@code -Dmeridian.snapshots=write} renews it. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class OpenApiSnapshotIT {
  private static final Path SNAPSHOT = Path.of("src", "test", "resources", "openapi.yaml");

  @Test
  void the_contract_is_the_published_one() throws IOException {
    String now =
        given()
            .auth()
            .oauth2(Tokens.manager())
            .get("/q/openapi")
            .then()
            .statusCode(200)
            .extract()
            .asString();

    assertThat(now)
        .as("content without a media type is left out of the description")
        .doesNotContain("content: {}")
        .isEqualTo(Snapshot.agreed(SNAPSHOT, now));
  }
}
