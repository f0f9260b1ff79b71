package io.meridian.handoff.calendar.api.roster;

import io.meridian.handoff.calendar.api.Window;
import io.meridian.handoff.calendar.application.InForce;
import io.meridian.handoff.calendar.application.roster.WorkedHours;
import io.meridian.handoff.calendar.domain.roster.WorkedShift;
import io.meridian.rest.paging.Page;
import io.meridian.rest.paging.PageRequest;
import io.meridian.rest.problem.Problem;
import io.meridian.rest.security.Caller;
import io.meridian.rest.security.Role;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Worked shifts as pages of JSON, or all at once as CSV. */
@ApplicationScoped
class WorkedShiftAnswers {

  static final String CSV = "text/csv";
  static final String WORDS =
      "From history alone: shifts that have begun, up to now, as they were worked; no later edit of"
          + " the calendar changes them. JSON is paged; CSV (Accept: text/csv, or format=csv) is"
          + " whole, with text that a spreadsheet would run as a formula led by an apostrophe.";

  private final WorkedHours hours;
  private final Caller caller;

  WorkedShiftAnswers(WorkedHours hours, Caller caller) {
    this.hours = hours;
    this.caller = caller;
  }

  /** Whether whoever asks sees everybody's hours, whatever they lead. */
  boolean seeAll() {
    return caller.is(Role.MANAGER) || caller.is(Role.AUDITOR);
  }

  /** Whether whoever asks leads the region. */
  boolean leads(InForce inForce, @Nullable String region) {
    return inForce.calendar().regions().stream()
        .anyMatch(known -> known.code().equals(region) && known.lead().equals(caller.id()));
  }

  /**
   * @param mine whether whoever asks may see them
   * @throws Problem 403 when they may not
   */
  Uni<RestResponse<Object>> answer(
      Window window,
      Predicate<InForce> mine,
      Predicate<WorkedShift> passes,
      boolean isCsv,
      @Nullable Integer limit,
      @Nullable String cursor) {
    PageRequest request = PageRequest.of(limit, cursor);
    int after = request.after(key -> Integer.parseInt(key.getFirst())).orElse(-1);
    return hours
        .between(window.from(), window.to())
        .map(
            worked -> {
              if (!seeAll() && !mine.test(worked.inForce())) {
                throw Problem.forbidden(
                    "A TAM sees their own hours, a lead those of their region (?region=) and its"
                        + " TAMs, a manager all");
              }
              List<WorkedShiftView> all =
                  worked.shifts().stream()
                      .filter(passes)
                      .map(one -> WorkedShiftView.of(worked.inForce(), one))
                      .toList();
              return isCsv ? csv(all) : RestResponse.ok(page(all, after, request));
            });
  }

  /** Whether the caller wants CSV: as the parameter says, else the header. */
  static boolean isCsv(@Nullable String format, HttpHeaders headers) {
    return switch (format) {
      case "csv" -> true;
      case "json" -> false;
      case null -> {
        MediaType first = headers.getAcceptableMediaTypes().getFirst();
        yield first.getType().equals("text") && first.getSubtype().equals("csv");
      }
      default -> throw Problem.invalid("?format", "unknown-value", "must be json or csv");
    };
  }

  private static RestResponse<Object> csv(List<WorkedShiftView> all) {
    return RestResponse.ResponseBuilder.<Object>ok(WorkedShiftCsv.write(all))
        .header(HttpHeaders.CONTENT_TYPE, CSV + ";charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"worked-shifts.csv\"")
        .build();
  }

  private static Page<WorkedShiftView> page(
      List<WorkedShiftView> all, int after, PageRequest request) {
    List<Integer> places =
        IntStream.range(after + 1, all.size()).limit(request.limit() + 1L).boxed().toList();
    return Page.of(places, request, place -> List.of(place.toString())).map(all::get);
  }
}
