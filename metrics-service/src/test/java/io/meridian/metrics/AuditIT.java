package io.meridian.metrics;

import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.audit.AuditMatrix;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Nobody changes a figure; a new operation that does must say what it leaves in the audit log. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class AuditIT {

  @Test
  void there_is_no_operation_that_changes_a_figure() {
    new AuditMatrix().check("POST /api/v1/dead-letters/{consumer}/{position}/replay");
  }
}
