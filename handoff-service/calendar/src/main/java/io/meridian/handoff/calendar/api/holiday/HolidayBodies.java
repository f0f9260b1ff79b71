package io.meridian.handoff.calendar.api.holiday;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.meridian.handoff.calendar.application.file.TextFile;
import io.meridian.handoff.calendar.application.holiday.HolidayCalendars;
import io.meridian.handoff.calendar.application.holiday.HolidayDates;
import io.meridian.handoff.calendar.application.holiday.HolidayFiles;
import io.meridian.handoff.calendar.domain.Holiday;
import io.meridian.rest.http.ETags;
import io.meridian.rest.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The bodies in which holidays come and go. */
@ApplicationScoped
class HolidayBodies {

  private final ObjectMapper json;

  HolidayBodies(ObjectMapper json) {
    this.json = json;
  }

  /**
   * A date of an upload.
   *
   * @param kind WORKDAY for the dates of a region only; of other kinds the calendar keeps none
   * @param source as GET answers it; of no meaning here
   */
  @Schema(name = "HolidayDate")
  public record UploadedDate(
      @Nullable String date,
      @Nullable String name,
      @Nullable String kind,
      @Nullable String source) {}

  /** Holidays as JSON; what GET answered can be sent back. */
  @Schema(name = "HolidayUpload")
  public record Upload(
      @Nullable List<UploadedDate> items, @Nullable String nextCursor, @Nullable Self links) {}

  /** Where the holidays are. */
  @Schema(name = "HolidayLinks")
  public record Self(String self) {}

  /** Holidays by date. */
  @Schema(name = "Holidays")
  public record Days(List<HolidayCalendars.Day> items, @Nullable String nextCursor, Self links) {}

  RestResponse<Days> answer(String path, List<HolidayCalendars.Day> days) {
    return RestResponse.ResponseBuilder.ok(
            new Days(days, null, new Self("/api/v1/" + path.replace(" ", "%20"))))
        .header("ETag", etag(days))
        .build();
  }

  void requireMatch(@Nullable String ifMatch, List<HolidayCalendars.Day> current) {
    ETags.requireMatch(ifMatch, etag(current), () -> current);
  }

  /** The dates of an upload in one of the media types that the resource takes. */
  SortedMap<LocalDate, String> dates(@Nullable String type, byte[] body, String calendar) {
    MediaType media = media(type);
    TextFile file = TextFile.of(body, media);
    return switch (media.getSubtype().toLowerCase(Locale.ROOT)) {
      case "csv" -> HolidayFiles.csv(file, calendar);
      case "calendar" -> HolidayFiles.ics(file);
      default -> named(upload(file));
    };
  }

  /** What is not said is JSON. */
  private static MediaType media(@Nullable String type) {
    return type == null ? MediaType.APPLICATION_JSON_TYPE : MediaType.valueOf(type);
  }

  private Upload upload(TextFile file) {
    try {
      return json.readValue(file.text(), Upload.class);
    } catch (JsonProcessingException e) {
      throw Problem.invalid(
          e instanceof JsonMappingException unfit ? pointer(unfit) : "",
          "malformed",
          "must be JSON as {\"items\":[{\"date\":…,\"name\":…}]}");
    }
  }

  private static String pointer(JsonMappingException e) {
    StringBuilder pointer = new StringBuilder();
    for (JsonMappingException.Reference step : e.getPath()) {
      pointer
          .append('/')
          .append(step.getFieldName() == null ? step.getIndex() : step.getFieldName());
    }
    return pointer.toString();
  }

  private static SortedMap<LocalDate, String> named(Upload upload) {
    HolidayDates dates = new HolidayDates();
    each(
        upload,
        dates,
        (pointer, date, item) -> {
          if (item.kind() != null && item.kind().equals(Holiday.Kind.WORKDAY.name())) {
            dates.refuse(pointer + "/kind", "not-allowed", "is for the dates of a region only");
          }
          dates.add(pointer + "/name", date, given(item.name()));
        });
    return dates.all();
  }

  /** The dates of a region's own in one of the media types that the resource takes. */
  List<Holiday> ofRegion(@Nullable String type, byte[] body, String region) {
    return "text".equalsIgnoreCase(media(type).getType())
        ? dates(type, body, region).entrySet().stream()
            .map(
                day ->
                    new Holiday(null, region, day.getKey(), day.getValue(), Holiday.Kind.HOLIDAY))
            .toList()
        : ofRegion(region, upload(TextFile.of(body, media(type))));
  }

  /** None is a right answer. */
  private static List<Holiday> ofRegion(String region, Upload upload) {
    HolidayDates dates = new HolidayDates();
    List<Holiday> holidays = new ArrayList<>();
    each(
        upload,
        dates,
        (pointer, date, item) -> {
          dates.add(pointer + "/name", date, given(item.name()));
          String kind = item.kind() == null ? Holiday.Kind.HOLIDAY.name() : item.kind();
          switch (kind) {
            case "HOLIDAY", "WORKDAY" ->
                holidays.add(
                    new Holiday(
                        null, region, date, given(item.name()), Holiday.Kind.valueOf(kind)));
            default ->
                dates.refuse(pointer + "/kind", "unknown-value", "must be HOLIDAY or WORKDAY");
          }
        });
    if (upload.items() == null || !upload.items().isEmpty()) {
      dates.all();
    }
    return holidays;
  }

  private interface Reading {
    void read(String pointer, LocalDate date, UploadedDate item);
  }

  private static void each(Upload upload, HolidayDates dates, Reading reading) {
    List<UploadedDate> items = upload.items() == null ? List.of() : upload.items();
    for (int i = 0; i < items.size(); i++) {
      String pointer = "/items/" + i;
      @Nullable LocalDate date = dates.date(pointer + "/date", given(items.get(i).date()));
      if (date != null) {
        reading.read(pointer, date, items.get(i));
      }
    }
  }

  private static String given(@Nullable String text) {
    return text == null ? "" : text;
  }

  private String etag(List<HolidayCalendars.Day> days) {
    try {
      return ETags.ofContent(json.writeValueAsBytes(days));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
