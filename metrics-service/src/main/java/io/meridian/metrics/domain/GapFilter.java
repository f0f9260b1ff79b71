package io.meridian.metrics.domain;

import io.meridian.events.GapCause;
import io.meridian.events.Severity;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which gaps a list holds: those that began in the window and match every list that is not empty.
 *
 * @param open true for open gaps only, false for closed ones only, null for both
 * @param agreed true for those in agreed holes only, false for the others only, null for both
 */
public record GapFilter(
    Window window,
    List<String> fromRegions,
    List<String> toRegions,
    List<GapCause> causes,
    List<UUID> customers,
    List<Severity> severities,
    @Nullable Boolean open,
    @Nullable Boolean agreed) {}
