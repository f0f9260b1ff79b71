package io.meridian.escalation;

import io.meridian.testkit.MeridianServers;
import io.meridian.testkit.grants.Grants;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** What the service's role may do in its database. */
@QuarkusTest
@WithTestResource(MeridianServers.class)
class GrantsIT {

  @Test
  void the_services_role_has_the_agreed_rights() throws Exception {
    Grants.areTheAgreedOnes();
  }

  @Test
  void the_services_role_changes_rows_and_no_tables() throws Exception {
    Grants.denyShapes("escalation");
  }

  @Test
  void the_timeline_can_be_added_to_and_not_changed() throws Exception {
    Grants.deny("update timeline set kind = kind", "delete from timeline", "truncate timeline");
  }
}
