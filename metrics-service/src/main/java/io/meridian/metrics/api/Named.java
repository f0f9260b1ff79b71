package io.meridian.metrics.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A customer or a TAM by id and name. */
@Schema(description = "Somebody by id and name.")
public record Named(
    @Schema(examples = "tam-kai") String id,
    @Schema(
            nullable = true,
            examples = "Kai Tan",
            description = "null while metrics-service has not heard of it")
        @Nullable String name) {}
