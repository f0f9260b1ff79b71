package io.meridian.escalation.escalation.api;

import io.meridian.escalation.escalation.domain.Content;
import io.meridian.escalation.escalation.domain.Order;
import io.meridian.events.ExternalRef;
import io.meridian.events.Severity;
import io.meridian.rest.text.OneLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody asks to open. */
@Schema(name = "NewEscalation")
public record OpenRequest(
    @Schema(examples = "Checkout is down") @NotBlank @Size(max = TITLE_MAX) String title,
    @Schema(examples = "All card payments fail since 06:40 UTC") @Size(max = TEXT_MAX)
        @Nullable String description,
    @NotNull Severity severity,
    @Nullable UUID customerId,
    @Schema(examples = "[\"payments\"]") @Size(max = TAGS_MAX)
        @Nullable List<@Pattern(regexp = TAG) String> tags,
    @Valid @Nullable Ref externalRef) {
  static final int TITLE_MAX = 500;
  static final int TEXT_MAX = 65_536;
  static final int TAGS_MAX = 20;

  /** One to 64 characters, all of one line and to be seen. */
  static final String TAG = "[^\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]{1,64}";

  /** No colon: kind and colon begin the names of what integrations tell. */
  static final String SYSTEM = "[a-z0-9][a-z0-9._-]{0,63}";

  /** The record of another system it stands for; asked again for the same, it is the same. */
  @Schema(name = "NewExternalRef")
  public record Ref(
      @Schema(
              examples = "zendesk",
              description =
                  "Names with a colon, such as generic:<integration id>, belong to integrations,"
                      + " whose signature proves them")
          @NotNull
          @Pattern(
              regexp = SYSTEM,
              message =
                  "must be lower-case letters, digits, '.', '_' and '-'; names with a colon belong"
                      + " to integrations, whose signature proves them")
          String system,
      @Schema(examples = "4711")
          @NotBlank
          @Size(max = 255)
          @Pattern(regexp = OneLine.REGEX, message = OneLine.MESSAGE)
          String id,
      @Min(0) @Max(Order.COUNT_MAX) @Nullable Long version,
      @Pattern(regexp = "https?://\\S{1,2000}") @Nullable String url) {}

  Content content() {
    return new Content(
        title,
        description == null ? "" : description,
        severity,
        customerId,
        tags == null ? List.of() : tags);
  }

  @Nullable ExternalRef ref() {
    Ref ref = externalRef;
    return ref == null ? null : new ExternalRef(ref.system, ref.id, ref.version, ref.url);
  }
}
