package io.meridian.console.page;

import static io.meridian.console.client.Answers.read;
import static io.meridian.console.client.Answers.write;

import io.meridian.console.client.Briefing;
import io.meridian.console.client.Handoff;
import io.meridian.console.client.HandoffService;
import io.meridian.console.client.Refusal;
import io.meridian.console.page.BriefingPage.Conflict;
import io.meridian.console.session.Reader;
import io.meridian.console.text.ForeignText;
import io.meridian.console.text.FormMessages;
import io.meridian.console.text.HandoffMessages;
import io.meridian.console.time.TimeLabels;
import io.meridian.console.time.Zones;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Writing a briefing. Only what the writer changed is sent, so that two people who write about
 * different things do not disturb each other; where they write about the same, the writer chooses.
 */
@Path("/handoffs/{id}/briefing")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class BriefingResource {
  private static final int CHANGED_MEANWHILE = 412;

  private final HandoffService handoffs;
  private final Reader reader;
  private final Frames frames;
  private final Notices notices;
  private final HandoffMessages messages;
  private final FormMessages words;

  BriefingResource(
      @RestClient HandoffService handoffs,
      Reader reader,
      Frames frames,
      Notices notices,
      HandoffMessages messages,
      FormMessages words) {
    this.handoffs = handoffs;
    this.reader = reader;
    this.frames = frames;
    this.notices = notices;
    this.messages = messages;
    this.words = words;
  }

  /** What the writer sent, and what they had seen. */
  private record Sent(BriefingForm form, BriefingForm base, long version) {
    List<String> changed() {
      return BriefingForm.ORDER.stream()
          .filter(field -> !form.text(field).equals(base.text(field)))
          .toList();
    }
  }

  @GET
  public Uni<TemplateInstance> show(UUID id) {
    return read(handoffs.handoff(reader.bearer(), id))
        .map(
            handoff -> {
              BriefingForm now = BriefingForm.of(handoff.briefing().words(), reader.zone());
              Frame frame = frames.frame(words.briefingOf(handoff.escalation()));
              return page(frame, handoff, now, now, List.of());
            });
  }

  @POST
  public Uni<Response> save(UUID id, MultivaluedMap<String, String> sent) {
    Sent written = BriefingFields.read(sent, Sent::new);
    if (written.changed().isEmpty()) {
      notices.good(words.unchanged());
      return Uni.createFrom().item(seen(id));
    }
    return save(id, written, written.version())
        .onFailure(DateTimeParseException.class)
        .recoverWithUni(bad -> again(id, written, 400, words.badTime()))
        .onFailure(Refusal.class)
        .recoverWithUni(no -> refused(id, written, no));
  }

  private Uni<Response> save(UUID id, Sent written, long version) {
    return Uni.createFrom()
        .item(() -> changes(written))
        .chain(
            changes -> write(handoffs.brief(reader.bearer(), "\"" + version + "\"", id, changes)))
        .map(
            briefing -> {
              notices.good(words.saved(briefing.version()));
              return seen(id);
            });
  }

  private Map<String, Object> changes(Sent written) {
    Map<String, Object> changes = new LinkedHashMap<>();
    written
        .changed()
        .forEach(field -> changes.put(field, written.form().value(field, reader.zone())));
    return changes;
  }

  private static Response seen(UUID id) {
    return Response.seeOther(URI.create("/handoffs/" + id + "/briefing")).build();
  }

  private Uni<Response> refused(UUID id, Sent written, Refusal refusal) {
    if (refusal.isOfNobody()) {
      return Uni.createFrom().failure(refusal);
    }
    if (refusal.status() != CHANGED_MEANWHILE) {
      return again(id, written, refusal.status(), ForeignText.plain(refusal.detail()));
    }
    return read(handoffs.handoff(reader.bearer(), id))
        .chain(
            handoff -> {
              Briefing briefing = handoff.briefing();
              BriefingForm now = BriefingForm.of(briefing.words(), reader.zone());
              List<String> both =
                  written.changed().stream()
                      .filter(field -> !now.text(field).equals(written.base().text(field)))
                      .filter(field -> !now.text(field).equals(written.form().text(field)))
                      .toList();
              return both.isEmpty()
                  ? save(id, written, briefing.version())
                  : Uni.createFrom().item(choose(handoff, written, now, both));
            });
  }

  /** Both versions side by side; what only they changed is taken over. */
  private Response choose(Handoff handoff, Sent written, BriefingForm now, List<String> both) {
    Map<String, String> merged = new LinkedHashMap<>(now.fields());
    written.changed().forEach(field -> merged.put(field, written.form().text(field)));
    List<Conflict> conflicts =
        both.stream()
            .map(
                field ->
                    new Conflict(
                        field, label(field), written.form().shown(field), now.shown(field)))
            .toList();
    Frame frame = frames.refused(words.briefingOf(handoff.escalation()), words.conflict());
    return Response.status(CHANGED_MEANWHILE)
        .entity(page(frame, handoff, new BriefingForm(merged), now, conflicts))
        .build();
  }

  private Uni<Response> again(UUID id, Sent written, int status, String why) {
    return read(handoffs.handoff(reader.bearer(), id))
        .map(
            handoff -> {
              Frame frame = frames.refused(words.briefingOf(handoff.escalation()), why);
              return Response.status(status)
                  .entity(page(frame, handoff, written.form(), written.base(), List.of()))
                  .build();
            });
  }

  private BriefingPage page(
      Frame frame,
      Handoff handoff,
      BriefingForm form,
      BriefingForm base,
      List<Conflict> conflicts) {
    Briefing briefing = handoff.briefing();
    TimeLabels times = frames.times();
    return new BriefingPage(
        frame,
        handoff.id(),
        handoff.escalation(),
        handoff.severity(),
        ForeignText.of(briefing.facts().title()),
        briefing.facts().status(),
        new BriefingLines(messages, times, handoff).deadlines(),
        briefing.missing().stream().map(Briefing.Missing::code).toList(),
        form,
        BriefingPage.Rows.of(form),
        base,
        briefing.version(),
        briefing.writtenBy() == null
            ? words.draft()
            : words.version(
                briefing.version(), ForeignText.plain(handoff.nameOf(briefing.writtenBy()))),
        Zones.city(reader.zone()),
        conflicts);
  }

  private String label(String field) {
    return switch (field) {
      case BriefingForm.REASON -> messages.why();
      case BriefingForm.SUMMARY -> words.summary();
      case BriefingForm.CONTACT -> words.lastContact();
      case BriefingForm.MOOD -> words.moodIs();
      case BriefingForm.ACTIONS -> words.actions();
      case BriefingForm.PROMISES -> words.promises();
      case BriefingForm.RISKS -> messages.risks();
      case BriefingForm.HYPOTHESES -> messages.suspected();
      default -> messages.links();
    };
  }
}
