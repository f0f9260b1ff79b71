package io.meridian.handoff.calendar.api.feed;

import io.meridian.handoff.calendar.application.feed.Subscriptions;
import io.meridian.rest.http.ETags;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Where calendar applications get the feeds. */
@Path("/api/v1/calendar/{secret}.ics")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "calendar feeds")
public class SubscriptionResource {

  private static final String EXAMPLE =
      """
      BEGIN:VCALENDAR
      VERSION:2.0
      PRODID:-//Meridian//Shift calendar//EN
      METHOD:PUBLISH
      BEGIN:VEVENT
      UID:5f3c2a0e-0a1b-3c4d-8e5f-60718293a4b5@meridian
      DTSTAMP:20260601T080000Z
      SEQUENCE:1
      DTSTART:20260610T060000Z
      DTEND:20260610T140000Z
      SUMMARY:EMEA on call: primary
      STATUS:CONFIRMED
      END:VEVENT
      END:VCALENDAR
      """;

  private final Subscriptions subscriptions;

  SubscriptionResource(Subscriptions subscriptions) {
    this.subscriptions = subscriptions;
  }

  @GET
  @PermitAll
  @Produces("text/calendar;charset=UTF-8")
  @Operation(
      summary = "A feed as iCalendar (RFC 5545)",
      description =
          "From 30 days back to 120 ahead, in UTC. Uids stay; SEQUENCE grows when a shift's hours or"
              + " people change; a shift that is none any more is told as CANCELLED for 30 days. The"
              + " path is the whole credential.")
  @APIResponse(
      responseCode = "200",
      description = "The calendar",
      content =
          @Content(
              mediaType = "text/calendar",
              examples = @ExampleObject(name = "one shift", value = EXAMPLE)))
  @APIResponse(responseCode = "304", description = "The same as If-None-Match names")
  public Uni<RestResponse<byte[]>> read(
      String secret, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    return subscriptions
        .edition(secret)
        .map(
            edition -> {
              boolean isKnown = ETags.isKnown(ifNoneMatch, edition.etag());
              RestResponse.ResponseBuilder<byte[]> answer =
                  isKnown
                      ? RestResponse.ResponseBuilder.create(RestResponse.Status.NOT_MODIFIED)
                      : RestResponse.ResponseBuilder.ok(edition.ics());
              return answer
                  .header("ETag", edition.etag())
                  .header("Cache-Control", "private, max-age=300")
                  .build();
            });
  }
}
