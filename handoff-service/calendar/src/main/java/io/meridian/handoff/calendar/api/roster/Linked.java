package io.meridian.handoff.calendar.api.roster;

import io.meridian.handoff.calendar.api.Links;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What every entry has besides its own fields; ignored in what is sent.
 *
 * @param links where the entry is
 */
@Schema(name = "Linked")
public record Linked(Links links) {}
