package io.meridian.customer.customer.api;

import io.meridian.customer.customer.application.CustomerCommands.NewCustomer;
import io.meridian.customer.customer.domain.Profile;
import io.meridian.events.ExternalRef;
import io.meridian.events.Tier;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.problem.Violation;
import io.meridian.rest.text.OneLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What callers send about a customer. */
final class CustomerRequest {
  static final String REGION = "[A-Za-z][A-Za-z0-9_-]{0,31}";
  static final String TAM = "[A-Za-z0-9][A-Za-z0-9._@-]{0,99}";
  private static final String LANGUAGE = "[a-z]{2,3}";
  private static final int REFS_MAX = 50;
  private static final int REGIONS_MAX = 50;

  private CustomerRequest() {}

  /** A record of another system that stands for the customer. */
  @Schema(name = "CustomerExternalRef")
  public record Ref(
      @NotNull
          @Pattern(regexp = "[a-z][a-z0-9-]{0,31}", message = "must be a name such as zendesk")
          @Schema(examples = "zendesk")
          String system,
      @NotBlank
          @Size(max = 200)
          @Pattern(regexp = OneLine.REGEX, message = OneLine.MESSAGE)
          @Schema(examples = "acme")
          String id,
      @Size(max = 2000)
          @Pattern(regexp = "https?://\\S+", message = "must be an http or https address")
          @Schema(nullable = true, examples = "https://acme.zendesk.com")
          @Nullable String url) {

    static Ref of(ExternalRef ref) {
      return new Ref(ref.system(), ref.id(), ref.url());
    }
  }

  /** The body of POST. */
  @Schema(name = "CustomerCreate")
  public record Create(
      @NotBlank
          @Size(max = 200)
          @Pattern(regexp = OneLine.REGEX, message = OneLine.MESSAGE)
          @Schema(examples = "Acme Corp")
          String name,
      @NotNull Tier tier,
      @NotNull
          @Pattern(regexp = REGION, message = "must be a region code such as EMEA")
          @Schema(examples = "EMEA")
          String homeRegion,
      @Pattern(regexp = LANGUAGE, message = "must be an ISO 639 code such as en")
          @Schema(nullable = true, examples = "en")
          @Nullable String language,
      @Size(max = REFS_MAX) @Schema(nullable = true) @Nullable List<@Valid Ref> externalRefs,
      @Size(max = REGIONS_MAX) @Schema(nullable = true, description = "region code to TAM id")
          @Nullable Map<@Pattern(regexp = REGION) String, @Pattern(regexp = TAM) String>
              tamAssignments,
      @Schema(nullable = true, defaultValue = "true") @Nullable Boolean active) {

    NewCustomer toNewCustomer() {
      boolean served = active == null || active;
      return new NewCustomer(
          profile(name, tier, homeRegion, language, externalRefs, served),
          tamAssignments == null ? Map.of() : tamAssignments);
    }
  }

  /** The body of PUT: the whole profile; TAM assignments have a resource of their own. */
  @Schema(name = "CustomerReplace")
  public record Replace(
      @NotBlank
          @Size(max = 200)
          @Pattern(regexp = OneLine.REGEX, message = OneLine.MESSAGE)
          @Schema(examples = "Acme Corp")
          String name,
      @NotNull Tier tier,
      @NotNull
          @Pattern(regexp = REGION, message = "must be a region code such as EMEA")
          @Schema(examples = "EMEA")
          String homeRegion,
      @Pattern(regexp = LANGUAGE, message = "must be an ISO 639 code such as en")
          @Schema(nullable = true, examples = "en")
          @Nullable String language,
      @Size(max = REFS_MAX) @Schema(nullable = true) @Nullable List<@Valid Ref> externalRefs,
      @NotNull Boolean active) {

    Profile toProfile() {
      return profile(name, tier, homeRegion, language, externalRefs, active);
    }
  }

  private static Profile profile(
      String name,
      Tier tier,
      String homeRegion,
      @Nullable String language,
      @Nullable List<Ref> refs,
      boolean active) {
    return new Profile(name.strip(), tier, homeRegion, language, distinct(refs), active);
  }

  private static List<ExternalRef> distinct(@Nullable List<Ref> refs) {
    List<ExternalRef> distinct = new ArrayList<>();
    List<Violation> violations = new ArrayList<>();
    Set<List<String>> seen = new HashSet<>();
    for (Ref ref : refs == null ? List.<Ref>of() : refs) {
      if (!seen.add(List.of(ref.system(), ref.id()))) {
        String pointer = "/externalRefs/" + (distinct.size() + violations.size());
        violations.add(new Violation(pointer, "duplicate", "is named before"));
      } else {
        distinct.add(new ExternalRef(ref.system(), ref.id(), null, ref.url()));
      }
    }
    if (!violations.isEmpty()) {
      throw Problem.invalid(violations);
    }
    return distinct;
  }
}
