package io.meridian.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortPlanTest {

  @Test
  void the_ports_are_the_contracts() {
    PortPlan plan = new PortPlan(0);

    assertThat(Part.ALL.stream().map(plan::port))
        .containsExactly(8080, 8081, 8082, 8083, 8084, 8085, 8086, 8088, 8089);
    assertThat(plan.controllerPort()).isEqualTo(8087);
    assertThat(Part.SERVICES.stream().map(plan::managementPort))
        .containsExactly(8091, 8092, 8093, 8094);
    assertThat(plan.managementPort(Part.CONSOLE)).isEqualTo(8095);
  }

  @Test
  void an_offset_moves_every_port() {
    PortPlan plan = new PortPlan(700);

    assertThat(plan.port(Part.DOOR)).isEqualTo(8780);
    assertThat(plan.controllerPort()).isEqualTo(8787);
  }

  @Test
  void an_offset_that_leaves_the_range_of_ports_is_refused() {
    assertThatThrownBy(() -> new PortPlan(57_001)).isInstanceOf(StackRefusal.class);
    assertThatThrownBy(() -> new PortPlan(-1)).hasMessageContaining("0 to 57000");
  }

  @Test
  void a_port_that_somebody_listens_on_is_named_with_the_part_that_wants_it() throws Exception {
    PortPlan plan = PortPlan.free();
    try (ServerSocket ignored =
        new ServerSocket(plan.port(Part.METRICS), 1, InetAddress.getLoopbackAddress())) {
      assertThat(plan.firstBusy(Part.ALL))
          .hasValueSatisfying(
              busy -> {
                assertThat(busy.getKey()).isEqualTo(plan.port(Part.METRICS));
                assertThat(busy.getValue()).isEqualTo(Part.METRICS);
              });
      assertThat(plan.firstBusy(Set.of(Part.DOOR))).isEmpty();
    }
  }

  @Test
  void a_services_management_port_counts_as_its_own() throws Exception {
    PortPlan plan = PortPlan.free();
    try (ServerSocket ignored =
        new ServerSocket(plan.managementPort(Part.HANDOFF), 1, InetAddress.getLoopbackAddress())) {
      assertThat(plan.firstBusy(Part.ALL))
          .hasValueSatisfying(busy -> assertThat(busy.getValue()).isEqualTo(Part.HANDOFF));
    }
  }

  @Test
  void the_controllers_port_counts_as_kafkas() throws Exception {
    PortPlan plan = PortPlan.free();
    try (ServerSocket ignored =
        new ServerSocket(plan.controllerPort(), 1, InetAddress.getLoopbackAddress())) {
      assertThat(plan.firstBusy(Part.ALL))
          .hasValueSatisfying(busy -> assertThat(busy.getValue()).isEqualTo(Part.KAFKA));
    }
  }
}
