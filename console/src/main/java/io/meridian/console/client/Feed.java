package io.meridian.console.client;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Shifts for a calendar application.
 *
 * @param scope {@code TAM}, {@code REGION} or {@code ALL}
 * @param subject whose they are, or of which region; null for all
 * @param path secret, and told once; null afterwards
 */
public record Feed(
    UUID id,
    String scope,
    @Nullable String subject,
    @Nullable String path,
    String createdBy,
    Instant createdAt) {}
