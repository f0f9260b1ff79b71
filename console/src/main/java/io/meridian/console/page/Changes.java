package io.meridian.console.page;

import static io.meridian.console.client.Answers.write;

import io.meridian.console.client.CalendarDifference;
import io.meridian.console.client.Refusal;
import io.meridian.console.page.ChangePage.Field;
import io.meridian.console.page.ChangePage.Wish;
import io.meridian.console.text.CalendarMessages;
import io.meridian.console.text.ForeignText;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Edits of the calendar: each is tried and shown first, and made only of what was shown. When
 * somebody else was faster it is shown again as it would be now, and nothing is lost.
 */
@RequestScoped
class Changes {
  private static final int CHANGED_MEANWHILE = 412;

  private final Differences differences;
  private final Frames frames;
  private final Notices notices;
  private final CalendarMessages words;

  /**
   * What was tried.
   *
   * @param version the tag of what it was tried against
   */
  record Tried(String version, CalendarDifference difference) {
    /** Against the calendar as a whole. */
    static Tried whole(CalendarDifference difference) {
      return new Tried("\"" + difference.revision() + "\"", difference);
    }
  }

  Changes(Differences differences, Frames frames, Notices notices, CalendarMessages words) {
    this.differences = differences;
    this.frames = frames;
    this.notices = notices;
    this.words = words;
  }

  /** The page that asks what is wanted, while it is not said yet. */
  Response ask(Wish wish) {
    return Response.ok(new ChangePage(frames.frame(wish.title()), wish, "", "", null)).build();
  }

  /** The same with the reason why it cannot be read. */
  Response unread(Wish wish, String why) {
    return unmade(wish, "", 400, why);
  }

  /** Shows what it would change. */
  Uni<Response> show(Wish wish, Uni<Tried> dry) {
    return show(wish, "", 200, "", dry);
  }

  /**
   * Makes it, and says so on the page where the reader goes on.
   *
   * @param dry tries it again when it was refused
   */
  Uni<Response> make(
      Wish wish, String reason, Uni<?> act, Supplier<Uni<Tried>> dry, String done, URI next) {
    return write(act)
        .map(made -> made(done, next))
        .onFailure(Refusal.class)
        .recoverWithUni(no -> refused(wish, reason, (Refusal) no, dry.get()));
  }

  private Response made(String done, URI next) {
    notices.good(done);
    return Response.seeOther(next).build();
  }

  private Uni<Response> refused(Wish wish, String reason, Refusal no, Uni<Tried> dry) {
    if (no.isOfNobody()) {
      return Uni.createFrom().failure(no);
    }
    String why = no.status() == CHANGED_MEANWHILE ? words.meanwhile() : why(wish, no);
    return show(wish, reason, no.status(), why, dry);
  }

  private Uni<Response> show(Wish wish, String reason, int status, String why, Uni<Tried> dry) {
    return write(dry)
        .map(
            tried -> {
              ChangePage page =
                  new ChangePage(
                      why.isEmpty()
                          ? frames.frame(wish.title())
                          : frames.refused(wish.title(), why),
                      wish,
                      reason,
                      tried.version(),
                      differences.ofEntry(tried.difference()));
              return Response.status(status).entity(page).build();
            })
        .onFailure(no -> no instanceof Refusal refusal && !refusal.isOfNobody())
        .recoverWithItem(
            no -> unmade(wish, reason, ((Refusal) no).status(), why(wish, (Refusal) no)));
  }

  private Response unmade(Wish wish, String reason, int status, String why) {
    ChangePage page = new ChangePage(frames.refused(wish.title(), why), wish, reason, "", null);
    return Response.status(status).entity(page).build();
  }

  /** The single places by the names that they have on the page, else the whole in words. */
  private static String why(Wish wish, Refusal no) {
    List<Refusal.Violation> places = no.places();
    String told =
        places.isEmpty()
            ? no.detail()
            : places.stream()
                .map(place -> label(wish, place.pointer()) + ": " + place.detail())
                .collect(Collectors.joining("; "));
    return ForeignText.plain(told);
  }

  private static String label(Wish wish, String pointer) {
    return wish.fields().stream()
        .filter(field -> pointer.equals("/" + field.name()))
        .map(Field::label)
        .findFirst()
        .orElse(pointer);
  }
}
