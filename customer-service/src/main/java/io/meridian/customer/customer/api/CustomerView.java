package io.meridian.customer.customer.api;

import io.meridian.customer.customer.application.Described;
import io.meridian.customer.customer.domain.Customer;
import io.meridian.customer.customer.domain.Profile;
import io.meridian.events.Tier;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A customer as callers see it. */
@Schema(name = "Customer")
record CustomerView(
    @Schema(examples = "0198c0de-0000-7000-8000-000000000001") UUID id,
    @Schema(examples = "Acme Corp") String name,
    Tier tier,
    @Schema(examples = "EMEA") String homeRegion,
    @Schema(nullable = true, examples = "en") @Nullable String language,
    List<CustomerRequest.Ref> externalRefs,
    @Schema(description = "region code to TAM") Map<String, Tam> tamAssignments,
    boolean active,
    @Schema(description = "counts the changes; the ETag holds it", examples = "1") long revision,
    @Schema(examples = "2026-03-08T07:00:00Z") Instant changedAt,
    Links links) {

  /** A TAM; the name is the id until the calendar has told the name. */
  @Schema(name = "AssignedTam")
  record Tam(@Schema(examples = "tam-kai") String id, @Schema(examples = "Kai Tan") String name) {}

  /** Where the customer is found, for programs and for people. */
  @Schema(name = "CustomerLinks")
  record Links(
      @Schema(examples = "/api/v1/customers/0198c0de-0000-7000-8000-000000000001") String self,
      @Schema(examples = "/customers/0198c0de-0000-7000-8000-000000000001") String html) {}

  static CustomerView of(Described described) {
    Customer customer = described.customer();
    Profile profile = customer.profile();
    String path = "/customers/" + customer.id();
    return new CustomerView(
        customer.id(),
        profile.name(),
        profile.tier(),
        profile.homeRegion(),
        profile.language(),
        profile.externalRefs().stream().map(CustomerRequest.Ref::of).toList(),
        tams(described),
        profile.active(),
        customer.revision(),
        customer.changedAt(),
        new Links("/api/v1" + path, path));
  }

  static Map<String, Tam> tams(Described described) {
    Map<String, Tam> tams = new LinkedHashMap<>();
    described
        .customer()
        .tamAssignments()
        .forEach((region, id) -> tams.put(region, tam(described, id)));
    return tams;
  }

  private static Tam tam(Described described, String id) {
    return new Tam(id, described.tamNames().getOrDefault(id, id));
  }
}
