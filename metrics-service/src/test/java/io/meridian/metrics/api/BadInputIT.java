package io.meridian.metrics.api;

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
    new BadInputMatrix().tam("tam-eva").check();
  }
}
