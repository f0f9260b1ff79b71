package io.meridian.escalation.escalation.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.meridian.escalation.escalation.domain.Command;
import io.meridian.rest.problem.Problem;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What to change, as a JSON merge patch: what is left out stays, a null customer is taken away. */
@Schema(name = "EscalationPatch")
public final class PatchRequest {
  @Size(min = 1, max = OpenRequest.TITLE_MAX)
  @JsonProperty
  @JsonSetter(nulls = Nulls.FAIL)
  @Nullable String title;

  @Size(max = OpenRequest.TEXT_MAX)
  @JsonProperty
  @JsonSetter(nulls = Nulls.FAIL)
  @Nullable String description;

  @JsonIgnore @Nullable Optional<UUID> customer;

  @Size(max = OpenRequest.TAGS_MAX)
  @JsonProperty
  @JsonSetter(nulls = Nulls.FAIL)
  @Nullable List<@Pattern(regexp = OpenRequest.TAG) String> tags;

  @JsonProperty
  @Schema(nullable = true)
  void setCustomerId(@Nullable UUID id) {
    customer = Optional.ofNullable(id);
  }

  Command command(String by) {
    if (title != null && title.isBlank()) {
      throw Problem.invalid("/title", "required", "must not be blank");
    }
    return new Command.Update(by, title, description, customer, tags);
  }
}
