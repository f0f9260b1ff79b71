package io.meridian.console.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An acceptance.
 *
 * @param readBack the receiver's own words; null where none are asked for
 * @param takes which actions are taken on, by their text; null for all of them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Acceptance(@Nullable String readBack, @Nullable List<String> takes) {}
