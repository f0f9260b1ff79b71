package io.meridian.handoff.calendar.domain;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A team that works one part of the day.
 *
 * @param code short name, unique: {@code EMEA}
 * @param zone home zone
 * @param holidays name of the holiday calendar; null when the region keeps no holidays
 * @param lead id of the TAM to whom unaccepted handoffs go; belongs to the region
 */
public record Region(
    String code, String name, ZoneId zone, @Nullable String holidays, String lead) {}
