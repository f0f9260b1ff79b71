package io.meridian.metrics.api;

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

/**
 * The published description changes only on purpose: run with -Dmeridian.snapshots=write to accept.
 */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class OpenApiSnapshotIT {

  private static final Path SNAPSHOT = Path.of("src/test/resources/openapi.yaml");

  @Test
  void the_description_is_the_agreed_one() throws IOException {
    String actual =
        given()
            .auth()
            .oauth2(Tokens.manager())
            .queryParam("format", "yaml")
            .get("/q/openapi")
            .then()
            .extract()
            .body()
            .asString();
    assertThat(actual).isEqualTo(Snapshot.agreed(SNAPSHOT, actual));
  }
}
